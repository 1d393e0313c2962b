package org.articlepipeline.enrich.stories;

import org.articlepipeline.enrich.text.Analysis;
import org.articlepipeline.enrich.text.EnrichmentStep;
import org.articlepipeline.schemas.EnrichedArticle;

/** Every article starts as a story of its own, and its head. Without this step, it stays one. */
public final class ClusterStep implements EnrichmentStep {
  public static final String NAME = "cluster";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void apply(Analysis analysis, EnrichedArticle.Builder result) {
    result.setClusterUri(analysis.article().getUri());
    result.setClusterHead(true);
  }
}
