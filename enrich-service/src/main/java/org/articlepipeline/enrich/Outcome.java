package org.articlepipeline.enrich;

import java.time.Instant;
import org.articlepipeline.schemas.Article;
import org.articlepipeline.schemas.EnrichedArticle;
import org.articlepipeline.schemas.OversizedRecordException;
import org.articlepipeline.schemas.Reason;
import org.articlepipeline.schemas.Rejection;
import org.jspecify.annotations.Nullable;

/** What becomes of one accepted article. */
sealed interface Outcome {

  record Enriched(EnrichedArticle article) implements Outcome {}

  /** The article's own fields are null where it could not be read. */
  record Rejected(
      Rejection rejection,
      @Nullable String uri,
      @Nullable Long revision,
      @Nullable String source,
      @Nullable Instant submittedAt)
      implements Outcome {

    static Rejected unread(Rejection rejection) {
      return new Rejected(rejection, null, null, null, null);
    }

    static Rejected of(Article article, Rejection rejection) {
      return new Rejected(
          rejection,
          article.getUri(),
          article.getRevision(),
          article.getSource(),
          article.getSubmittedAt());
    }

    static Rejected tooLarge(EnrichedArticle article, OversizedRecordException problem) {
      return new Rejected(
          Rejection.of(Reason.RECORD_TOO_LARGE, problem.getMessage()),
          article.getUri(),
          article.getRevision(),
          article.getSource(),
          article.getSubmittedAt());
    }
  }
}
