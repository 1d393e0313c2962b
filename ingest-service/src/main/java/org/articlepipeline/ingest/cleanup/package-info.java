/**
 * The rules of clean-up, one class each: lines that are not the article are harvested or taken out,
 * and kept as removals.
 */
@NullMarked
package org.articlepipeline.ingest.cleanup;

import org.jspecify.annotations.NullMarked;
