package org.articlepipeline.ingest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.articlepipeline.schemas.Topic;
import org.articlepipeline.schemas.TopicSerdes;
import org.awaitility.Awaitility;

/** Reads a topic from its beginning as every reader should: committed records only. */
final class CommittedReader<V> implements AutoCloseable {

  private final KafkaConsumer<String, V> consumer;
  private final List<ConsumerRecord<String, V>> read = new ArrayList<>();

  CommittedReader(String bootstrapServers, Topic<?, V> topic, TopicSerdes serdes) {
    this(bootstrapServers, topic.name(), serdes.values(topic).deserializer());
  }

  /** For submissions: what other tests sent there need not be readable. */
  static CommittedReader<byte[]> ofBytes(String bootstrapServers, Topic<?, ?> topic) {
    return new CommittedReader<>(bootstrapServers, topic.name(), new ByteArrayDeserializer());
  }

  private CommittedReader(String bootstrapServers, String topic, Deserializer<V> values) {
    Map<String, Object> config =
        Map.of(
            "bootstrap.servers",
            bootstrapServers,
            "isolation.level",
            "read_committed",
            "auto.offset.reset",
            "earliest",
            "enable.auto.commit",
            false,
            "max.partition.fetch.bytes",
            16 << 20,
            // A partition that has ended is not to keep others waiting.
            "fetch.max.wait.ms",
            20);
    consumer = new KafkaConsumer<>(config, new StringDeserializer(), values);
    var partitions =
        consumer.partitionsFor(topic).stream()
            .map(p -> new TopicPartition(p.topic(), p.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /**
   * Waits for {@code count} records that are wanted, reads on to the end, and gives all that are
   * wanted.
   */
  List<ConsumerRecord<String, V>> await(int count, Predicate<ConsumerRecord<String, V>> wanted) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(1))
        .until(
            () -> {
              poll();
              return read.stream().filter(wanted).count() >= count;
            });
    while (!atEnd()) {
      poll();
    }
    return read.stream().filter(wanted).toList();
  }

  private void poll() {
    consumer.poll(Duration.ofMillis(100)).forEach(read::add);
  }

  private boolean atEnd() {
    return consumer.endOffsets(consumer.assignment()).entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  @Override
  public void close() {
    consumer.close();
  }
}
