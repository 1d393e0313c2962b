package org.articlepipeline.operations.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupType;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.articlepipeline.schemas.Topic;
import org.articlepipeline.schemas.Topics;
import org.jspecify.annotations.Nullable;

/**
 * Lag of every group that reads our topics. Offsets alone overstate it, since a transaction's mark
 * takes one; so the records of a small distance are counted by reading them.
 */
public final class ConsumerLag {
  /** Distances up to this are read and counted. */
  private static final long COUNTED = 200;

  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration COUNT_TIMEOUT = Duration.ofSeconds(3);

  private final KafkaClients clients;

  public ConsumerLag(KafkaClients clients) {
    this.clients = clients;
  }

  public List<PartitionLag> measure() {
    return measure(group -> true);
  }

  /** Of those groups alone. */
  public List<PartitionLag> measure(Predicate<String> wanted) {
    try (Admin admin = clients.admin();
        Consumer<byte[], byte[]> reader = clients.byteConsumer()) {
      return measure(admin, reader, ends(admin), wanted);
    }
  }

  /** Where each partition of our topics ends for readers of committed records. */
  public static Map<TopicPartition, Long> ends(Admin admin) {
    return offsets(admin, OffsetSpec.latest());
  }

  /**
   * By clients that are open already.
   *
   * @param reader counts the records of small distances
   */
  public static List<PartitionLag> measure(
      Admin admin,
      Consumer<byte[], byte[]> reader,
      Map<TopicPartition, Long> ends,
      Predicate<String> wanted) {
    Map<TopicPartition, Long> begins = offsets(admin, OffsetSpec.earliest());
    var lags = new ArrayList<PartitionLag>();
    for (GroupListing group : KafkaAnswer.of(admin.listGroups().all())) {
      if (!wanted.test(group.groupId())
          || group.type().filter(type -> type == GroupType.SHARE).isPresent()) {
        continue;
      }
      Map<TopicPartition, Long> positions = positions(admin, group.groupId(), begins);
      positions.forEach(
          (partition, committed) ->
              lags.add(
                  lag(
                      group.groupId(),
                      partition,
                      committed,
                      ends.getOrDefault(partition, 0L),
                      reader)));
    }
    lags.sort(
        Comparator.comparing(PartitionLag::group)
            .thenComparing(PartitionLag::topic)
            .thenComparingInt(PartitionLag::partition));
    return lags;
  }

  private static Map<TopicPartition, Long> offsets(Admin admin, OffsetSpec spec) {
    Set<String> existing = KafkaAnswer.of(admin.listTopics().names());
    List<String> names = Topics.all().stream().map(Topic::name).filter(existing::contains).toList();
    var wanted = new HashMap<TopicPartition, OffsetSpec>();
    KafkaAnswer.of(admin.describeTopics(names).allTopicNames())
        .forEach(
            (name, topic) ->
                topic
                    .partitions()
                    .forEach(p -> wanted.put(new TopicPartition(name, p.partition()), spec)));
    Map<TopicPartition, ListOffsetsResultInfo> found =
        KafkaAnswer.of(
            admin.listOffsets(wanted, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED)).all());
    return found.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().offset()));
  }

  /** A partition without a commit, of a topic that the group reads, is read from its beginning. */
  private static Map<TopicPartition, Long> positions(
      Admin admin, String group, Map<TopicPartition, Long> begins) {
    Map<TopicPartition, @Nullable OffsetAndMetadata> commits = new HashMap<>();
    commits.putAll(
        KafkaAnswer.of(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata()));
    Set<String> topics =
        commits.keySet().stream().map(TopicPartition::topic).collect(Collectors.toSet());
    var positions =
        new TreeMap<TopicPartition, Long>(Comparator.comparing(TopicPartition::toString));
    begins.forEach(
        (partition, begin) -> {
          if (topics.contains(partition.topic())) {
            OffsetAndMetadata commit = commits.get(partition);
            positions.put(partition, commit == null ? begin : Math.max(begin, commit.offset()));
          }
        });
    return positions;
  }

  private static PartitionLag lag(
      String group,
      TopicPartition partition,
      long from,
      long end,
      Consumer<byte[], byte[]> reader) {
    long distance = Math.max(0, end - from);
    boolean counted = distance <= COUNTED;
    long records = counted && distance > 0 ? count(reader, partition, from, end) : distance;
    return new PartitionLag(
        group, partition.topic(), partition.partition(), from, end, records, counted);
  }

  private static long count(
      Consumer<byte[], byte[]> reader, TopicPartition partition, long from, long end) {
    reader.assign(List.of(partition));
    reader.seek(partition, from);
    long records = 0;
    long deadline = System.nanoTime() + COUNT_TIMEOUT.toNanos();
    while (reader.position(partition) < end && System.nanoTime() < deadline) {
      records +=
          reader.poll(POLL).records(partition).stream().filter(r -> r.offset() < end).count();
    }
    return records;
  }
}
