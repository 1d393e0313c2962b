package org.articlepipeline.operations;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.articlepipeline.schemas.DeadLetter;
import org.articlepipeline.schemas.Topics;

/**
 * Fetches one dead letter, whole, from its topic: the search index keeps only the begin of a large
 * value.
 */
final class DeadLetterReader {
  private static final Pattern ID =
      Pattern.compile(Pattern.quote(Topics.DEAD_LETTERS.name()) + "-(\\d{1,9})-(\\d{1,18})");

  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaClients clients;

  DeadLetterReader(KafkaClients clients) {
    this.clients = clients;
  }

  static boolean isId(String id) {
    return ID.matcher(id).matches();
  }

  /** Nothing when there is none at this place, any more or yet. */
  Optional<DeadLetter> read(String id) {
    Matcher place = ID.matcher(id);
    if (!place.matches()) {
      return Optional.empty();
    }
    var partition =
        new TopicPartition(Topics.DEAD_LETTERS.name(), Integer.parseInt(place.group(1)));
    long offset = Long.parseLong(place.group(2));
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
