package org.articlepipeline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Arrays;
import org.apache.kafka.common.utils.Utils;
import org.articlepipeline.ingest.draft.Checked;
import org.articlepipeline.ingest.draft.SubmissionRules;
import org.articlepipeline.ingest.draft.ValidSubmission;
import org.articlepipeline.schemas.Reason;
import org.articlepipeline.schemas.SourceRecord;

/** Holds the record's key and partition, then {@link SubmissionRules}. */
final class ValidateStep implements Step<InFlight.Submitted, InFlight.Valid> {

  private final int partitions;

  /**
   * @param partitions of the topic of submissions
   */
  ValidateStep(int partitions) {
    this.partitions = partitions;
  }

  @Override
  public StepResult<InFlight.Valid> apply(InFlight.Submitted record, Instant now) {
    SourceRecord source = record.source();
    byte[] uri = record.submission().getUri().getBytes(UTF_8);
    if (!Arrays.equals(source.key(), uri)) {
      return StepResult.rejected(
          Reason.KEY_MISMATCH,
          "uri",
          "The record's key is '%s', its uri '%s'. They must be the same bytes of UTF-8."
              .formatted(source.keyText(), record.submission().getUri()));
    }
    int expected = Utils.toPositive(Utils.murmur2(uri)) % partitions;
    if (source.partition() != expected) {
      return StepResult.rejected(
          Reason.WRONG_PARTITION,
          null,
          "The record is in partition %d, but murmur2 of its key gives %d of %d. Java's producer does that; elsewhere set partitioner=murmur2_random."
              .formatted(source.partition(), expected, partitions));
    }
    return switch (SubmissionRules.check(record.submission())) {
      case Checked.Good<ValidSubmission>(ValidSubmission valid) ->
          new StepResult.Next<>(new InFlight.Valid(source, valid));
      case Checked.Bad<ValidSubmission>(var rejection) -> new StepResult.Rejected<>(rejection);
    };
  }
}
