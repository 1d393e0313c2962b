package org.articlepipeline.enrich;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.articlepipeline.schemas.TopicSerdes;
import org.articlepipeline.schemas.Topics;

/**
 * Tells every task that owns articles what changed in the knowledge base. A global store tells
 * nobody when it changes, and its topic can't be read a second time in the same application: so
 * this is one of its own.
 *
 * <pre>
 * entities ──▶ read-entities ──▶ compare-entities ─┬▶ write-requests ──▶ articles.enrichment-requests
 *                                (entities,        │                     (all partitions)
 *                                 announcements)   ├▶ write-receipts ──▶ articles.receipts
 *                                                  └▶ write-dead-letters ──▶ articles.dead-letters
 * </pre>
 */
final class ChangesTopology {
  static final String REQUESTS = "write-requests";

  private static final String COMPARE = "compare-entities";
  private static final StreamPartitioner<byte[], byte[]> ALL = new ToAll();

  private ChangesTopology() {}

  static Topology build(TopicSerdes serdes, MeterRegistry metrics) {
    ByteArrayDeserializer read = new ByteArrayDeserializer();
    ByteArraySerializer write = new ByteArraySerializer();
    return new Topology()
        .addSource(
            AutoOffsetReset.earliest(),
            "read-entities",
            (record, partitionTime) -> Math.max(0, record.timestamp()),
            read,
            read,
            Topics.ENTITIES.name())
        .addProcessor(COMPARE, () -> new ChangeProcessor(serdes, metrics), "read-entities")
        .addStateStore(EnrichStores.entities(), COMPARE)
        .addStateStore(EnrichStores.announcements(), COMPARE)
        .addSink(REQUESTS, Topics.ENRICHMENT_REQUESTS.name(), write, write, ALL, COMPARE)
        .addSink(EnrichTopology.RECEIPTS, Topics.RECEIPTS.name(), write, write, COMPARE)
        .addSink(EnrichTopology.DEAD_LETTERS, Topics.DEAD_LETTERS.name(), write, write, COMPARE);
  }

  /** Any partition may have articles that name the entity. */
  private static final class ToAll implements StreamPartitioner<byte[], byte[]> {
    @Override
    public Optional<Set<Integer>> partitions(
        String topic, byte[] key, byte[] value, int numPartitions) {
      return Optional.of(
          IntStream.range(0, numPartitions).boxed().collect(Collectors.toUnmodifiableSet()));
    }
  }
}
