package org.articlepipeline.enrich.metadata;

import org.articlepipeline.enrich.text.Analysis;
import org.articlepipeline.enrich.text.EnrichmentStep;
import org.articlepipeline.schemas.EnrichedArticle;

/**
 * Dates stay as ingest found them; an article that was never modified was modified last when
 * published.
 */
public final class DatesStep implements EnrichmentStep {

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
