package org.articlepipeline.enrich;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.articlepipeline.schemas.Topic;
import org.awaitility.Awaitility;

/** Reads a topic from its beginning, committed transactions only. */
final class CommittedRecords {

  private CommittedRecords() {}

  /** All values under a key, when there are as many as expected or more. */
  static List<byte[]> await(String kafka, Topic<?, ?> topic, String key, int count) {
    return read(kafka, topic, r -> Arrays.equals(r.key(), key.getBytes(UTF_8)), count);
  }

  /** All values that there are now. */
  static List<byte[]> all(String kafka, Topic<?, ?> topic) {
    return read(kafka, topic, r -> true, 0);
  }

  private static List<byte[]> read(
      String kafka,
      Topic<?, ?> topic,
      Predicate<ConsumerRecord<byte[], byte[]>> wanted,
      int count) {
    Map<String, Object> config =
        Map.of(
            "bootstrap.servers",
            kafka,
            "isolation.level",
            "read_committed",
            // A partition that has ended is not to keep others waiting.
            "fetch.max.wait.ms",
            20);
    List<byte[]> found = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic.name()).stream()
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .pollInterval(Duration.ofMillis(1))
          .pollInSameThread()
          .until(
              () -> {
                for (ConsumerRecord<byte[], byte[]> r : consumer.poll(Duration.ofMillis(200))) {
                  if (wanted.test(r)) {
                    found.add(r.value());
                  }
                }
                return found.size() >= count && isAtEnd(consumer);
              });
    }
    return found;
  }

  /** Transaction markers have offsets too: only positions tell. */
  private static boolean isAtEnd(KafkaConsumer<byte[], byte[]> consumer) {
    return consumer.endOffsets(consumer.assignment()).entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }
}
