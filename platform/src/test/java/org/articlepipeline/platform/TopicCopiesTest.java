package org.articlepipeline.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartitionInfo;
import org.junit.jupiter.api.Test;

class TopicCopiesTest {
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final TopicCopies copies = new TopicCopies(registry);
  private final List<String> asked = new ArrayList<>();

  @Test
  void partitionsThatMissACopyAreCountedByHowBadItIs() throws Exception {
    copies.look(List.of(topic("whole", 3, 3), topic("ill", 3, 2, 1, 0)), this::two);

    assertThat(partitions("under_replicated")).isEqualTo(3);
    assertThat(partitions("at_min_isr")).isEqualTo(3);
    assertThat(partitions("offline")).isEqualTo(1);
    assertThat(asked).containsExactly("ill");

    copies.look(List.of(topic("ill", 3, 3)), this::two);
    assertThat(partitions("under_replicated")).isZero();
    assertThat(partitions("at_min_isr")).isZero();
    assertThat(partitions("offline")).isZero();
  }

  @Test
  void aClusterOfOneBrokerMissesNothing() throws Exception {
    copies.look(List.of(topic("single", 1, 1, 1)), topic -> 1);

    assertThat(partitions("at_min_isr")).isZero();
  }

  private int two(String topic) {
    asked.add(topic);
    return 2;
  }

  /**
   * @param inSync of each partition
   */
  private static TopicDescription topic(String name, int replicas, int... inSync) {
    var partitions = new ArrayList<TopicPartitionInfo>();
    for (int count : inSync) {
      List<Node> isr = nodes(count);
      Node leader = isr.isEmpty() ? null : isr.getFirst();
      partitions.add(new TopicPartitionInfo(partitions.size(), leader, nodes(replicas), isr));
    }
    return new TopicDescription(name, false, partitions);
  }

  private static List<Node> nodes(int count) {
    return IntStream.range(0, count).mapToObj(id -> new Node(id, "broker", 9092)).toList();
  }

  private double partitions(String state) {
    return registry.get("articles.topic.partitions").tag("state", state).gauge().value();
  }
}
