/**
 * What else an article says of itself: language, length, dates, quotes, summary, phrases, topics.
 */
@NullMarked
package org.articlepipeline.enrich.metadata;

import org.jspecify.annotations.NullMarked;
