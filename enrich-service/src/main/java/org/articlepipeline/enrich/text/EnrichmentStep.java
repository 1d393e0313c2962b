package org.articlepipeline.enrich.text;

import org.articlepipeline.schemas.EnrichedArticle;

/**
 * One kind of metadata. Steps run in the order of {@code EnrichmentSteps}; what earlier ones found
 * is in the builder. A step is shared by threads, keeps nothing between articles, and gives the
 * same result for the same article and knowledge.
 */
public interface EnrichmentStep {

  /** As it is switched off in the configuration and named in timers and dead letters. */
  String name();

  void apply(Analysis analysis, EnrichedArticle.Builder result);
}
