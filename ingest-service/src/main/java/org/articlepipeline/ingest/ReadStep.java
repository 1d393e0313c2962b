package org.articlepipeline.ingest;

import java.time.Instant;
import org.articlepipeline.schemas.ArticleSubmission;
import org.articlepipeline.schemas.Read;
import org.articlepipeline.schemas.Reason;
import org.articlepipeline.schemas.RecordReader;

/**
 * Bytes to a submission. Throws when the registry can't be asked: then the record is read again.
 */
final class ReadStep implements Step<InFlight.Arrived, InFlight.Submitted> {

  private final RecordReader<ArticleSubmission> reader;

  ReadStep(RecordReader<ArticleSubmission> reader) {
    this.reader = reader;
  }

  @Override
  public StepResult<InFlight.Submitted> apply(InFlight.Arrived record, Instant now) {
    if (record.source().key() == null) {
      return StepResult.rejected(
          Reason.NULL_KEY,
          null,
          "The record has no key. Send the article's uri as its key, so that all its revisions stay in order.");
    }
    return switch (reader.read(record.source())) {
      case Read.Value<ArticleSubmission>(ArticleSubmission submission) ->
          new StepResult.Next<>(new InFlight.Submitted(record.source(), submission));
      case Read.Tombstone<ArticleSubmission>() ->
          StepResult.rejected(
              Reason.NULL_VALUE,
              null,
              "The record's value is null. To take an article back, send a higher revision with pubStatus CANCELED or ERASED.");
      case Read.Rejected<ArticleSubmission>(var rejection) -> new StepResult.Rejected<>(rejection);
    };
  }
}
