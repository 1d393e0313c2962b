package org.articlepipeline.enrich;

import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** Hands each record of the {@code entities} topic on, when restored as when new. */
final class EntityProcessor extends ContextualProcessor<byte[], byte[], Void, Void> {
  private final EntityFeed entities;

  EntityProcessor(EntityFeed entities) {
    this.entities = entities;
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    entities.apply(SourceRecords.of(record, context().recordMetadata().orElseThrow()));
  }
}
