/** What else an article says of itself: language, length, dates. */
@NullMarked
package org.articlepipeline.enrich.metadata;

import org.jspecify.annotations.NullMarked;
