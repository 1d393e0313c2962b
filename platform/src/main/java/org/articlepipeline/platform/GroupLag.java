package org.articlepipeline.platform;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/**
 * How far the service's groups are behind, as the broker has it. A consumer's own metrics stand
 * still with it: when its partitions are paused, or when it hangs. Used by one thread.
 */
final class GroupLag {
  private final MeterRegistry metrics;
  private final UnreadRecords unread;
  private final Map<GroupPartition, Measured> partitions = new HashMap<>();
  private final Map<String, Members> members = new HashMap<>();

  private record GroupPartition(String group, TopicPartition partition) {}

  private record Measured(Backlog backlog, List<Meter> meters) {}

  private record Members(AtomicInteger count, Meter meter) {}

  GroupLag(MeterRegistry metrics, UnreadRecords unread) {
    this.metrics = metrics;
    this.unread = unread;
  }

  /**
   * @param existing topics to their partitions
   */
  void look(Admin admin, List<GroupTopics> groups, Map<String, List<TopicPartition>> existing)
      throws ExecutionException, InterruptedException {
    Map<String, KafkaFuture<ConsumerGroupDescription>> described =
        admin.describeConsumerGroups(ids(groups)).describedGroups();
    var commits =
        admin.listConsumerGroupOffsets(
            groups.stream()
                .collect(
                    Collectors.toMap(GroupTopics::group, g -> new ListConsumerGroupOffsetsSpec())));
    Set<TopicPartition> read =
        groups.stream().flatMap(g -> partitions(g, existing).stream()).collect(Collectors.toSet());
    Map<TopicPartition, Long> ends = offsets(admin, read, OffsetSpec.latest());
    var seen = new HashSet<GroupPartition>();
    for (GroupTopics group : groups) {
      Map<TopicPartition, OffsetAndMetadata> committed =
          committed(commits.partitionsToOffsetAndMetadata(group.group()));
      Map<TopicPartition, Long> begins = begins(admin, partitions(group, existing), committed);
      for (TopicPartition partition : partitions(group, existing)) {
        OffsetAndMetadata commit = committed.get(partition);
        long position = commit == null ? begins.getOrDefault(partition, 0L) : commit.offset();
        var key = new GroupPartition(group.group(), partition);
        partitions
            .computeIfAbsent(key, this::measured)
            .backlog()
            .see(
                System.nanoTime(),
                position,
                ends.getOrDefault(partition, 0L),
                (from, end) -> unread.any(partition, from, end));
        seen.add(key);
      }
      members
          .computeIfAbsent(group.group(), this::members)
          .count()
          .set(count(requireNonNull(described.get(group.group()))));
    }
    forget(seen, new HashSet<>(ids(groups)));
  }

  private static List<String> ids(List<GroupTopics> groups) {
    return groups.stream().map(GroupTopics::group).toList();
  }

  private static List<TopicPartition> partitions(
      GroupTopics group, Map<String, List<TopicPartition>> existing) {
    return group.topics().stream()
        .flatMap(topic -> existing.getOrDefault(topic, List.of()).stream())
        .toList();
  }

  /** Where a group starts that has committed nothing yet. */
  private static Map<TopicPartition, Long> begins(
      Admin admin, List<TopicPartition> all, Map<TopicPartition, OffsetAndMetadata> committed)
      throws ExecutionException, InterruptedException {
    Set<TopicPartition> without =
        all.stream().filter(p -> committed.get(p) == null).collect(Collectors.toSet());
    return without.isEmpty() ? Map.of() : offsets(admin, without, OffsetSpec.earliest());
  }

  private static Map<TopicPartition, Long> offsets(
      Admin admin, Set<TopicPartition> of, OffsetSpec which)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> asked =
        of.stream().collect(Collectors.toMap(Function.identity(), p -> which));
    var found =
        admin.listOffsets(asked, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED)).all().get();
    var offsets = new HashMap<TopicPartition, Long>();
    found.forEach((partition, info) -> offsets.put(partition, info.offset()));
    return offsets;
  }

  private static Map<TopicPartition, OffsetAndMetadata> committed(
      KafkaFuture<Map<TopicPartition, OffsetAndMetadata>> group)
      throws ExecutionException, InterruptedException {
    try {
      return group.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof GroupIdNotFoundException) {
        return Map.of();
      }
      throw e;
    }
  }

  private static int count(KafkaFuture<ConsumerGroupDescription> group)
      throws ExecutionException, InterruptedException {
    try {
      return group.get().members().size();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof GroupIdNotFoundException) {
        return 0;
      }
      throw e;
    }
  }

  private Measured measured(GroupPartition of) {
    var backlog = new Backlog();
    String[] tags = {
      "group", of.group(),
      "topic", of.partition().topic(),
      "partition", Integer.toString(of.partition().partition())
    };
    return new Measured(
        backlog,
        List.of(
            ServiceMetric.LAG_RECORDS.gauge(metrics, backlog, Backlog::offsets, tags),
            ServiceMetric.LAG_SECONDS.gauge(
                metrics, backlog, b -> b.seconds(System.nanoTime()), tags)));
  }

  private Members members(String group) {
    var count = new AtomicInteger();
    return new Members(
        count,
        ServiceMetric.GROUP_MEMBERS.gauge(metrics, count, AtomicInteger::get, "group", group));
  }

  /** Groups of indices that are no longer written. */
  private void forget(Set<GroupPartition> seen, Set<String> groups) {
    partitions
        .entrySet()
        .removeIf(
            known -> {
              boolean old = !seen.contains(known.getKey());
              if (old) {
                known.getValue().meters().forEach(metrics::remove);
              }
              return old;
            });
    members
        .entrySet()
        .removeIf(
            known -> {
              boolean old = !groups.contains(known.getKey());
              if (old) {
                metrics.remove(known.getValue().meter());
              }
              return old;
            });
  }
}
