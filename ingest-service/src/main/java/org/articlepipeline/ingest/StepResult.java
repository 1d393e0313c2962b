package org.articlepipeline.ingest;

import org.articlepipeline.schemas.Reason;
import org.articlepipeline.schemas.Rejection;
import org.jspecify.annotations.Nullable;

/** What a step made of a record: something for the next step, or the record's end. */
sealed interface StepResult<O> {

  record Next<O>(O value) implements StepResult<O> {}

  /**
   * Nothing more to do, and nothing wrong.
   *
   * @param outcome one of {@link org.articlepipeline.schemas.Outcomes}
   */
  record Settled<O>(String outcome, String message) implements StepResult<O> {}

  record Rejected<O>(Rejection rejection) implements StepResult<O> {}

  static <O> StepResult<O> rejected(Reason reason, @Nullable String field, String message) {
    return new Rejected<>(new Rejection(reason, field, message));
  }
}
