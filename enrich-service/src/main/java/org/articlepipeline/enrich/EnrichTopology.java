package org.articlepipeline.enrich;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.TimestampExtractor;
import org.articlepipeline.schemas.TopicSerdes;
import org.articlepipeline.schemas.Topics;

/**
 * The flow:
 *
 * <pre>
 * entities ──▶ read-entities ──▶ keep-entities ──▶ (knowledge, global)
 *                                                       │ names
 * articles.accepted ──▶ read-accepted ──▶ enrich ◀──────┘
 *                                            ├──▶ write-enriched ──────▶ articles.enriched
 *                                            ├──▶ write-receipts ──────▶ articles.receipts
 *                                            └──▶ write-dead-letters ──▶ articles.dead-letters
 * </pre>
 *
 * Records are read and written as bytes: only so can one that is unreadable, or too large once
 * written, become a dead letter instead of an endless crash. A record of {@code articles.accepted}
 * gives one receipt, and with it either an enriched article or a dead letter.
 */
final class EnrichTopology {
  static final String ENRICHED = "write-enriched";
  static final String RECEIPTS = "write-receipts";
  static final String DEAD_LETTERS = "write-dead-letters";

  /** A record without a timestamp is no reason to stop. */
  private static final TimestampExtractor ANY_TIMESTAMP =
      (record, partitionTime) -> Math.max(0, record.timestamp());

  private EnrichTopology() {}

  static Topology build(
      Enrichment enrichment, EntityFeed entities, TopicSerdes serdes, MeterRegistry metrics) {
    ByteArrayDeserializer read = new ByteArrayDeserializer();
    ByteArraySerializer write = new ByteArraySerializer();
    return new Topology()
        .addGlobalStore(
            new KnowledgeStore.Builder(entities),
            "read-entities",
            ANY_TIMESTAMP,
            read,
            read,
            Topics.ENTITIES.name(),
            "keep-entities",
            () -> new EntityProcessor(entities))
        .addSource(
            AutoOffsetReset.earliest(),
            "read-accepted",
            ANY_TIMESTAMP,
            read,
            read,
            Topics.ACCEPTED.name())
        .addProcessor(
            "enrich", () -> new EnrichProcessor(enrichment, serdes, metrics), "read-accepted")
        .addSink(ENRICHED, Topics.ENRICHED.name(), write, write, "enrich")
        .addSink(RECEIPTS, Topics.RECEIPTS.name(), write, write, "enrich")
        .addSink(DEAD_LETTERS, Topics.DEAD_LETTERS.name(), write, write, "enrich");
  }
}
