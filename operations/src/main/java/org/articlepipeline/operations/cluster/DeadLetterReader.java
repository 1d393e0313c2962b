package org.articlepipeline.operations.cluster;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.articlepipeline.schemas.DeadLetter;
import org.articlepipeline.schemas.Topics;

/**
 * Fetches one dead letter, whole, from its topic: the search index keeps only the begin of a large
 * value.
 */
public final class DeadLetterReader {
  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaClients clients;

  public DeadLetterReader(KafkaClients clients) {
    this.clients = clients;
  }

  public static boolean isId(String id) {
    return LetterId.parse(id).isPresent();
  }

  /** Nothing when there is none at this place, any more or yet. */
  public Optional<DeadLetter> read(String id) {
    return LetterId.parse(id).flatMap(this::read);
  }

  private Optional<DeadLetter> read(LetterId id) {
    var partition = new TopicPartition(Topics.DEAD_LETTERS.name(), id.partition());
    long offset = id.offset();
    try (Consumer<byte[], DeadLetter> consumer = clients.consumer(Topics.DEAD_LETTERS)) {
      if (partition.partition() >= consumer.partitionsFor(partition.topic()).size()) {
        return Optional.empty();
      }
      List<TopicPartition> only = List.of(partition);
      boolean there =
          offset >= consumer.beginningOffsets(only).getOrDefault(partition, 0L)
              && offset < consumer.endOffsets(only).getOrDefault(partition, 0L);
      return there ? at(consumer, partition, offset) : Optional.empty();
    }
  }

  private static Optional<DeadLetter> at(
      Consumer<byte[], DeadLetter> consumer, TopicPartition partition, long offset) {
    consumer.assign(List.of(partition));
    consumer.seek(partition, offset);
    long deadline = System.nanoTime() + TIMEOUT.toNanos();
    while (consumer.position(partition) <= offset && System.nanoTime() < deadline) {
      for (ConsumerRecord<byte[], DeadLetter> found : consumer.poll(POLL)) {
        if (found.offset() == offset) {
          return Optional.of(found.value());
        }
      }
    }
    return Optional.empty();
  }
}
