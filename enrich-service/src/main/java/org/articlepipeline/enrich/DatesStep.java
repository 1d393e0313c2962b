package org.articlepipeline.enrich;

import org.articlepipeline.schemas.EnrichedArticle;

/**
 * Dates stay as ingest found them; an article that was never modified was modified last when
 * published.
 */
final class DatesStep implements EnrichmentStep {

  @Override
  public String name() {
    return "dates";
  }

  @Override
  public void apply(Analysis analysis, EnrichedArticle.Builder result) {
    if (result.getDateModified() == null) {
      result.setDateModified(result.getDatePublished());
    }
  }
}
