package org.articlepipeline.enrich;

import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.articlepipeline.schemas.SourceRecord;

/** Records of a topology as they were read. */
final class SourceRecords {

  private SourceRecords() {}

  static SourceRecord of(Record<byte[], byte[]> record, RecordMetadata from) {
    return new SourceRecord(
        from.topic(),
        from.partition(),
        from.offset(),
        record.timestamp(),
        record.key(),
        record.value(),
        record.headers());
  }
}
