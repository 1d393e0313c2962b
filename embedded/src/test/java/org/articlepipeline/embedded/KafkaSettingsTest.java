package org.articlepipeline.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.articlepipeline.embedded.KafkaSettings.NodePorts;
import org.junit.jupiter.api.Test;

class KafkaSettingsTest {
  private static final NodePorts A = new NodePorts(1001, 1002);
  private static final NodePorts B = new NodePorts(2001, 2002);
  private static final NodePorts C = new NodePorts(3001, 3002);

  @Test
  void oneNodeReplicatesNothing() {
    assertThat(KafkaSettings.of(1, List.of(A), Path.of("data")).lines())
        .contains(
            "controller.quorum.voters=1@127.0.0.1:1002",
            "advertised.listeners=PLAINTEXT://127.0.0.1:1001",
            "default.replication.factor=1",
            "min.insync.replicas=1",
            "transaction.state.log.min.isr=1");
  }

  @Test
  void threeNodesCanLoseOne() {
    assertThat(KafkaSettings.of(2, List.of(A, B, C), Path.of("data")).lines())
        .contains(
            "node.id=2",
            "controller.quorum.voters=1@127.0.0.1:1002,2@127.0.0.1:2002,3@127.0.0.1:3002",
            "advertised.listeners=PLAINTEXT://127.0.0.1:2001",
            "default.replication.factor=3",
            "min.insync.replicas=2",
            "transaction.state.log.replication.factor=3",
            "offsets.topic.replication.factor=3");
  }
}
