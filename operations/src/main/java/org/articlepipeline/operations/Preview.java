package org.articlepipeline.operations;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import org.articlepipeline.enrich.Enrichment;
import org.articlepipeline.enrich.StepFailedException;
import org.articlepipeline.enrich.knowledge.KnowledgeBase;
import org.articlepipeline.index.document.ArticleDocument;
import org.articlepipeline.ingest.Ingested;
import org.articlepipeline.ingest.Ingestion;
import org.articlepipeline.schemas.Article;
import org.articlepipeline.schemas.ArticleSubmission;
import org.articlepipeline.schemas.EnrichedArticle;
import org.articlepipeline.schemas.Entity;
import org.articlepipeline.schemas.Reason;
import org.articlepipeline.schemas.Rejection;
import org.articlepipeline.schemas.Removal;

/**
 * The pipeline as a function: what the services do to an article, without what lies between them.
 */
final class Preview {
  private final Ingestion ingestion = new Ingestion();
  private final Enrichment enrichment;
  private final Clock clock;

  Preview(Iterable<Entity> knowledge, Clock clock) {
    this.enrichment = Enrichment.of(KnowledgeBase.of(knowledge));
    this.clock = clock;
  }

  /**
   * The document that would be indexed, and what was removed from the body.
   *
   * @throws PreviewException when it would be rejected
   */
  ObjectNode of(ArticleSubmission submission) throws PreviewException {
    return switch (ingestion.ingest(submission, clock.instant())) {
      case Ingested.Accepted accepted -> document(accepted.article());
      case Ingested.Rejected(Rejection rejection) ->
          throw new PreviewException(rejection.reason().code(), rejection.message());
    };
  }

  private ObjectNode document(Article article) throws PreviewException {
    try {
      EnrichedArticle enriched = enrichment.enrich(article, 0);
      ObjectNode document = ArticleDocument.of(enriched);
      ArrayNode removals = document.putArray("removals");
      for (Removal removal : enriched.getRemovals()) {
        removals
            .addObject()
            .put("text", removal.getText())
            .put("rule", removal.getRule())
            .put("confidence", removal.getConfidence());
      }
      return document;
    } catch (StepFailedException e) {
      throw new PreviewException(Reason.STEP_FAILED.code(), String.valueOf(e.getMessage()));
    }
  }
}
