package org.articlepipeline.ingest;

import java.time.Instant;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serializer;
import org.articlepipeline.schemas.Article;
import org.articlepipeline.schemas.Limits;
import org.articlepipeline.schemas.OversizedRecordException;
import org.articlepipeline.schemas.Reason;
import org.articlepipeline.schemas.Topics;

/**
 * Serializes the article and looks whether topic and store will take it. Sending one that is too
 * large would abort the transaction, and the record would be read again for ever.
 */
final class MeasureStep implements Step<InFlight.Clean, InFlight.Measured> {

  /** For the key, which is a uri, and the framing of a record, its batch and our store. */
  private static final int FRAMING_BYTES = 4 * 1024;

  private final Serializer<Article> serializer;

  MeasureStep(Serializer<Article> serializer) {
    this.serializer = serializer;
  }

  @Override
  public StepResult<InFlight.Measured> apply(InFlight.Clean record, Instant now) {
    byte[] bytes;
    try {
      bytes = serializer.serialize(Topics.ACCEPTED.name(), record.article());
    } catch (OversizedRecordException e) {
      return tooLarge(e.getMessage());
    }
    long size = (long) bytes.length + size(record.source().headers()) + FRAMING_BYTES;
    return size > Limits.MAX_RECORD_BYTES
        ? tooLarge("it takes %,d bytes with its headers".formatted(size))
        : new StepResult.Next<>(new InFlight.Measured(record, bytes));
  }

  private static StepResult<InFlight.Measured> tooLarge(String why) {
    return StepResult.rejected(
        Reason.RECORD_TOO_LARGE,
        null,
        "The article with its submission is too large for %s: %s. Send a shorter body, fewer extra fields or smaller headers."
            .formatted(Topics.ACCEPTED.name(), why));
  }

  private static long size(Headers headers) {
    long size = 0;
    for (Header header : headers) {
      size +=
          2L * header.key().length() + 10 + (header.value() == null ? 0 : header.value().length);
    }
    return size;
  }
}
