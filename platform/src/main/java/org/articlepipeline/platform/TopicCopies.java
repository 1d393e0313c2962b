package org.articlepipeline.platform;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartitionInfo;

/** Partitions that miss copies. Used by one thread. */
final class TopicCopies {
  /** Asked only while a copy is missing. */
  interface MinIsr {
    int of(String topic) throws ExecutionException, InterruptedException;
  }

  private final AtomicInteger underReplicated;
  private final AtomicInteger atMinIsr;
  private final AtomicInteger offline;

  TopicCopies(MeterRegistry metrics) {
    underReplicated = state(metrics, "under_replicated");
    atMinIsr = state(metrics, "at_min_isr");
    offline = state(metrics, "offline");
  }

  private static AtomicInteger state(MeterRegistry metrics, String state) {
    var count = new AtomicInteger();
    ServiceMetric.TOPIC_PARTITIONS.gauge(metrics, count, AtomicInteger::get, "state", state);
    return count;
  }

  void look(Collection<TopicDescription> topics, MinIsr minIsr)
      throws ExecutionException, InterruptedException {
    List<TopicDescription> missing =
        topics.stream().filter(t -> t.partitions().stream().anyMatch(TopicCopies::misses)).toList();
    underReplicated.set(count(missing, 0));
    offline.set(
        (int)
            topics.stream()
                .flatMap(topic -> topic.partitions().stream())
                .filter(partition -> partition.leader() == null)
                .count());
    int atLimit = 0;
    for (TopicDescription topic : missing) {
      atLimit += count(List.of(topic), minIsr.of(topic.name()));
    }
    atMinIsr.set(atLimit);
  }

  /**
   * @param minIsr 0 counts all that miss a copy
   */
  private static int count(List<TopicDescription> topics, int minIsr) {
    return (int)
        topics.stream()
            .flatMap(topic -> topic.partitions().stream())
            .filter(partition -> misses(partition))
            .filter(partition -> minIsr == 0 || partition.isr().size() <= minIsr)
            .count();
  }

  private static boolean misses(TopicPartitionInfo partition) {
    return partition.isr().size() < partition.replicas().size();
  }
}
