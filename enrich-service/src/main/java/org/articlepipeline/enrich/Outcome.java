package org.articlepipeline.enrich;

import org.articlepipeline.schemas.ArticleSignature;
import org.articlepipeline.schemas.OversizedRecordException;
import org.articlepipeline.schemas.Reason;
import org.articlepipeline.schemas.Rejection;
import org.jspecify.annotations.Nullable;

/** What becomes of an article that is to be enriched. */
sealed interface Outcome {

  /**
   * Enriched, serialized and not too large.
   *
   * @param signature null when the article belongs to no story
   */
  @SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
  record Enriched(int run, String digest, byte[] value, @Nullable ArticleSignature signature)
      implements Outcome {}

  /** It says what was published before. */
  record Unchanged() implements Outcome {}

  record Superseded(long published) implements Outcome {}

  record Rejected(Rejection rejection) implements Outcome {

    static Rejected failed(StepFailedException problem) {
      return of(Reason.STEP_FAILED, problem);
    }

    static Rejected tooLarge(OversizedRecordException problem) {
      return of(Reason.RECORD_TOO_LARGE, problem);
    }

    static Rejected exhausted(long revision) {
      return new Rejected(
          Rejection.of(
              Reason.TOO_MANY_RUNS,
              "revision %d was enriched as often as the index's version can count: send a higher revision"
                  .formatted(revision)));
    }

    private static Rejected of(Reason reason, RuntimeException problem) {
      return new Rejected(Rejection.of(reason, String.valueOf(problem.getMessage())));
    }
  }
}
