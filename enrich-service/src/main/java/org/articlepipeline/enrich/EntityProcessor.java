package org.articlepipeline.enrich;

import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.articlepipeline.schemas.SourceRecord;

/** Hands each record of the {@code entities} topic on, when restored as when new. */
final class EntityProcessor extends ContextualProcessor<byte[], byte[], Void, Void> {
  private final EntityFeed entities;

  EntityProcessor(EntityFeed entities) {
    this.entities = entities;
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    RecordMetadata from = context().recordMetadata().orElseThrow();
    entities.apply(
        new SourceRecord(
            from.topic(),
            from.partition(),
            from.offset(),
            record.timestamp(),
            record.key(),
            record.value(),
            record.headers()));
  }
}
