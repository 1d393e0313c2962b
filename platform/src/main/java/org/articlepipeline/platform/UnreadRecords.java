package org.articlepipeline.platform;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Looks into a partition, without a group. Seldom needed, so it connects anew each time. */
final class UnreadRecords {
  /** From here on it is no rest of transactions. */
  private static final long MAX_MARKERS = 200;

  private static final Duration POLL = Duration.ofMillis(200);
  private static final long LIMIT_NANOS = Duration.ofSeconds(3).toNanos();

  private final KafkaConfig config;

  UnreadRecords(KafkaConfig config) {
    this.config = config;
  }

  /** Whether a reader would get a record; also true when it can't be told in time. */
  boolean any(TopicPartition partition, long from, long end) {
    if (end - from > MAX_MARKERS) {
      return true;
    }
    Map<String, Object> properties = new HashMap<>(KafkaConfig.clientProperties(config));
    // The service's own member has it.
    properties.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
    properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 1);
    try (var consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(List.of(partition));
      consumer.seek(partition, from);
      long start = System.nanoTime();
      while (System.nanoTime() - start < LIMIT_NANOS) {
        if (!consumer.poll(POLL).isEmpty()) {
          return true;
        }
        if (consumer.position(partition) >= end) {
          return false;
        }
      }
      return true;
    }
  }
}
