package org.articlepipeline.operations.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.articlepipeline.schemas.Topic;
import org.jspecify.annotations.Nullable;

/** Reads a topic from its beginning to where it ends when reading begins. */
public final class TopicLog {
  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaClients clients;
  private final Topic<?, ?> topic;

  public TopicLog(KafkaClients clients, Topic<?, ?> topic) {
    this.clients = clients;
    this.topic = topic;
  }

  /** Something to do with each record. */
  public interface Each {
    void record(ConsumerRecord<byte[], byte[]> record);
  }

  /** Hears how many offsets were passed, of how many. */
  public interface Progress {
    Progress NONE = (passed, total) -> {};

    void at(long passed, long total);
  }

  public void read(Each each) {
    read(null, each, Progress.NONE);
  }

  /**
   * @param since records that the broker got earlier are passed over
   */
  public void read(@Nullable Instant since, Each each, Progress progress) {
    try (Consumer<byte[], byte[]> consumer = clients.byteConsumer()) {
      List<TopicPartition> partitions = new ArrayList<>(KafkaClients.partitions(consumer, topic));
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      if (since != null) {
        seek(consumer, partitions, since, ends);
      }
      long left = left(consumer, ends);
      long total = left;
      while (left > 0) {
        consumer.poll(POLL).forEach(each::record);
        left = left(consumer, ends);
        progress.at(total - left, total);
      }
    }
  }

  private static void seek(
      Consumer<?, ?> consumer,
      List<TopicPartition> partitions,
      Instant since,
      Map<TopicPartition, Long> ends) {
    Map<TopicPartition, Long> times = new HashMap<>();
    partitions.forEach(partition -> times.put(partition, since.toEpochMilli()));
    Map<TopicPartition, @Nullable OffsetAndTimestamp> found =
        new HashMap<>(consumer.offsetsForTimes(times));
    for (TopicPartition partition : partitions) {
      OffsetAndTimestamp first = found.get(partition);
      consumer.seek(partition, first == null ? ends.getOrDefault(partition, 0L) : first.offset());
    }
  }

  private static long left(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .mapToLong(end -> Math.max(0, end.getValue() - consumer.position(end.getKey())))
        .sum();
  }
}
