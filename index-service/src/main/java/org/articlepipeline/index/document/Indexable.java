package org.articlepipeline.index.document;

import java.time.Instant;
import org.articlepipeline.schemas.EnrichedArticle;
import org.articlepipeline.schemas.Limits;
import org.articlepipeline.schemas.Reason;
import org.articlepipeline.schemas.Rejection;
import org.articlepipeline.schemas.SourceRecord;
import org.jspecify.annotations.Nullable;

/** What a record must be so that it goes into the index, and which version it has there. */
public final class Indexable {
  private Indexable() {}

  /**
   * The version must not overflow into another revision's, and the key is what compaction keeps by.
   *
   * @return null when all is well
   */
  public static @Nullable Rejection problem(SourceRecord record, EnrichedArticle article) {
    long revision = article.getRevision();
    int run = article.getEnrichmentRun();
    if (revision < 1 || revision > Limits.MAX_REVISION) {
      return new Rejection(
          Reason.INVALID_REVISION,
          "revision",
          "revision %d is not between 1 and %d".formatted(revision, Limits.MAX_REVISION));
    }
    if (run < 0 || run > Limits.MAX_RUN) {
      return new Rejection(
          Reason.INVALID_REVISION,
          "enrichmentRun",
          "enrichment run %d is not between 0 and %d".formatted(run, Limits.MAX_RUN));
    }
    if (!record.keyText().equals(article.getUri())) {
      return new Rejection(
          Reason.KEY_MISMATCH,
          "uri",
          "the key '%s' is not the uri '%s'".formatted(record.keyText(), article.getUri()));
    }
    return null;
  }

  /** Higher for a newer revision, and within one for a newer enrichment run. */
  public static long version(EnrichedArticle article) {
    return version(article.getRevision(), article.getEnrichmentRun());
  }

  /**
   * What a record is written with at {@code now}. The end of a revision outranks all of its runs:
   * content in a bulk that was given up for lost may still reach the index after it.
   */
  public static long writtenVersion(EnrichedArticle article, Instant now) {
    return Stub.isOf(article, now)
        ? version(article.getRevision(), Limits.MAX_RUN)
        : version(article);
  }

  public static long version(long revision, int run) {
    return revision * (Limits.MAX_RUN + 1L) + run;
  }
}
