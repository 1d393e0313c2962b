package org.articlepipeline.enrich;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.articlepipeline.schemas.Limits;
import org.articlepipeline.schemas.OversizedRecordException;
import org.articlepipeline.schemas.Topic;

/** Measures a record before it is sent: a send that fails would abort the transaction, for ever. */
final class RecordSize {
  /** Kafka's own framing of a record and its batch, generously. */
  private static final int FRAMING = 1024;

  /** Lengths and the like around each header. */
  private static final int HEADER_FRAMING = 10;

  private RecordSize() {}

  /**
   * @throws OversizedRecordException when the record is over {@link Limits#MAX_RECORD_BYTES}
   */
  static void check(Topic<?, ?> topic, byte[] key, byte[] value, Headers headers) {
    long size = FRAMING + (long) key.length + value.length;
    for (Header header : headers) {
      size += HEADER_FRAMING + header.key().length() * 3L;
      size += header.value() == null ? 0 : header.value().length;
    }
    if (size > Limits.MAX_RECORD_BYTES) {
      throw new OversizedRecordException(
          "key, value and headers are %d bytes; %s takes %d"
              .formatted(size, topic, Limits.MAX_RECORD_BYTES));
    }
  }
}
