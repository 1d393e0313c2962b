package org.articlepipeline.ingest.draft;

import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.articlepipeline.schemas.Reason;
import org.articlepipeline.schemas.Rejection;

/**
 * A step met a record that it was not made for. The record is rejected; the records behind it go
 * on.
 */
public final class StepFailedException extends RuntimeException {

  private final String step;

  private StepFailedException(String step, Throwable cause) {
    super("step '" + step + "' failed: " + cause, cause);
    this.step = step;
  }

  /**
   * Runs a step so that its failure carries its name. Kafka's and the registry's own exceptions
   * pass: then nothing is wrong with the record, and it must be read again. A stack overflow is the
   * record's doing, running out of memory is not.
   */
  public static <T> T naming(String step, Supplier<T> work) {
    try {
      return work.get();
    } catch (KafkaException | StepFailedException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      throw new StepFailedException(step, e);
    }
  }

  public Rejection rejection() {
    return Rejection.of(
        Reason.STEP_FAILED,
        "Step '%s' failed on this record (%s). This is a defect of the pipeline, not of the submission: please report it; the record can be replayed once it is fixed."
            .formatted(step, getCause()));
  }
}
