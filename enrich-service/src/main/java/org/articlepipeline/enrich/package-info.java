/**
 * articles.accepted to articles.enriched: language, dates, counts, entities of the knowledge base.
 */
@NullMarked
package org.articlepipeline.enrich;

import org.jspecify.annotations.NullMarked;
