/** From topics into indices: poll, bulk, outcome, report, commit. */
@NullMarked
package org.articlepipeline.index.write;

import org.jspecify.annotations.NullMarked;
