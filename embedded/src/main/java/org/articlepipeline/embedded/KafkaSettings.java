package org.articlepipeline.embedded;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The properties file of one node of a cluster in KRaft's combined mode. */
final class KafkaSettings {
  /** The largest topic of the pipeline takes 10 MiB; a batch has some overhead. */
  private static final int MESSAGE_MAX_BYTES = 11 * 1024 * 1024;

  private KafkaSettings() {}

  /** Ports of one node. */
  record NodePorts(int client, int controller) {}

  /**
   * @param node 1, 2, …: the place in {@code ports}, counted from 1
   */
  static String of(int node, List<NodePorts> ports, Path data) {
    NodePorts own = ports.get(node - 1);
    String voters =
        IntStream.rangeClosed(1, ports.size())
            .mapToObj(i -> "%d@%s:%d".formatted(i, Ports.HOST, ports.get(i - 1).controller()))
            .collect(Collectors.joining(","));
    int replicas = Math.min(3, ports.size());
    int inSync = Math.max(1, replicas - 1);
    return """
        process.roles=broker,controller
        node.id=%1$d
        controller.quorum.voters=%2$s
        controller.listener.names=CONTROLLER
        listeners=PLAINTEXT://%3$s:%4$d,CONTROLLER://%3$s:%5$d
        advertised.listeners=PLAINTEXT://%3$s:%4$d
        listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
        log.dirs=%6$s

        default.replication.factor=%7$d
        min.insync.replicas=%8$d
        offsets.topic.replication.factor=%7$d
        transaction.state.log.replication.factor=%7$d
        transaction.state.log.min.isr=%8$d
        share.coordinator.state.topic.replication.factor=%7$d
        share.coordinator.state.topic.min.isr=%8$d
        # 50 partitions each are for large clusters, and cost files and time at every start.
        offsets.topic.num.partitions=4
        transaction.state.log.num.partitions=4
        share.coordinator.state.topic.num.partitions=1

        auto.create.topics.enable=false
        message.max.bytes=%9$d
        replica.fetch.max.bytes=%9$d
        log.cleaner.enable=true
        # The default, 128 MiB, would be half the heap.
        log.cleaner.dedupe.buffer.size=16777216
        num.network.threads=2
        num.io.threads=4

        # A broker that was killed may come back at once, not after the nine seconds of its old session.
        broker.session.timeout.ms=1000
        broker.heartbeat.interval.ms=250
        group.initial.rebalance.delay.ms=0
        # What a killed client began is given up in its own time, not up to ten seconds after it.
        transaction.abort.timed.out.transaction.cleanup.interval.ms=500
        group.min.session.timeout.ms=1000
        """
        .formatted(
            node,
            voters,
            Ports.HOST,
            own.client(),
            own.controller(),
            // In a properties file a backslash begins an escape.
            data.toString().replace("\\", "\\\\"),
            replicas,
            inSync,
            MESSAGE_MAX_BYTES);
  }
}
