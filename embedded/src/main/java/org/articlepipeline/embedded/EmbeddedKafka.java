package org.articlepipeline.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.articlepipeline.embedded.KafkaSettings.NodePorts;

/** A real Kafka cluster on this machine, one JVM a node. Nodes are numbered from 1. */
public final class EmbeddedKafka implements AutoCloseable {
  private static final String MAIN = "org.articlepipeline.embedded.kafka.KafkaNode";

  /** The broker's last line of a start: it is registered and not fenced any more. */
  private static final String STARTED = "Kafka Server started";

  private static final Duration CLUSTER_GRACE = Duration.ofSeconds(4);

  private final List<NodePorts> ports;
  private final List<ServerProcess> nodes;

  private EmbeddedKafka(List<NodePorts> ports, List<ServerProcess> nodes) {
    this.ports = ports;
    this.nodes = nodes;
  }

  /**
   * What a cluster is made of.
   *
   * @param nodes 1, or 3 for replicas
   * @param ports the client port of each node; empty for free ports
   * @param heapMebibytes of each node
   */
  public record Options(int nodes, List<Integer> ports, int heapMebibytes) {
    private static final int HEAP = 256;

    /** Copies and checks. */
    public Options {
      ports = List.copyOf(ports);
      if (nodes < 1 || (!ports.isEmpty() && ports.size() != nodes)) {
        throw new IllegalArgumentException(
            "%d nodes and %d ports: give at least one node, and no port or one for each"
                .formatted(nodes, ports.size()));
      }
    }

    /** One node on a free port. */
    public static Options single() {
      return cluster(1);
    }

    /** Several nodes on free ports. */
    public static Options cluster(int nodes) {
      return new Options(nodes, List.of(), HEAP);
    }

    /** The same on these ports, one for each node. */
    public Options withPorts(Integer... clientPorts) {
      return new Options(nodes, List.of(clientPorts), heapMebibytes);
    }
  }

  /** Starts one node on a free port, on new or earlier data. */
  public static EmbeddedKafka start(Path folder) {
    return start(folder, Options.single());
  }

  /**
   * Starts a cluster on new or earlier data, and returns when every node takes requests.
   *
   * @param folder data, configuration and logs; a later start here continues with the data
   * @throws ServerException when a port is taken, the folder cannot be used or a node does not
   *     start; nothing is left running
   */
  public static EmbeddedKafka start(Path folder, Options options) {
    EmbeddedKafka kafka = of(folder, options);
    kafka.startNodes();
    return kafka;
  }

  /** The same after a start that makes later ones faster. */
  static EmbeddedKafka startRecorded(Path folder) {
    EmbeddedKafka kafka = of(folder, Options.single());
    kafka.nodes.getFirst().recordClasses();
    kafka.startNodes();
    return kafka;
  }

  private static EmbeddedKafka of(Path folder, Options options) {
    Path home = DataFolder.prepare(folder);
    String clusterId = clusterId(home.resolve("cluster.id"));
    List<NodePorts> ports =
        IntStream.range(0, options.nodes()).mapToObj(i -> ports(options, i)).toList();
    List<ServerProcess> nodes =
        IntStream.rangeClosed(1, options.nodes())
            .mapToObj(node -> node(home, node, ports, clusterId, options))
            .toList();
    return new EmbeddedKafka(ports, nodes);
  }

  private void startNodes() {
    try {
      nodes.forEach(ServerProcess::launch);
      nodes.forEach(ServerProcess::awaitReady);
    } catch (RuntimeException e) {
      nodes.forEach(ServerProcess::kill);
      throw e;
    }
  }

  private static NodePorts ports(Options options, int index) {
    int client = options.ports().isEmpty() ? Ports.free() : options.ports().get(index);
    return new NodePorts(client, Ports.free());
  }

  private static ServerProcess node(
      Path home, int node, List<NodePorts> ports, String clusterId, Options options) {
    String name = "kafka-" + node;
    Path settings = home.resolve(name + ".properties");
    write(settings, KafkaSettings.of(node, ports, home.resolve(name)));
    var command =
        new JavaCommand(
            name,
            MAIN,
            ServerFiles.kafka(),
            ServerFlags.brief(
                options.heapMebibytes(),
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=HH:mm:ss.SSS",
                "-Dorg.slf4j.simpleLogger.log.org.apache.kafka.common.config.AbstractConfig=warn"),
            List.of(clusterId, settings.toString()),
            Map.of(),
            home.resolve(name + ".log"));
    NodePorts own = ports.get(node - 1);
    return new ServerProcess(
        command, List.of(own.client(), own.controller()), process -> process.hasLogged(STARTED));
  }

  /** For clients: the address of every node, whether it runs or not. */
  public String bootstrapServers() {
    return ports.stream()
        .map(port -> Ports.HOST + ":" + port.client())
        .collect(Collectors.joining(","));
  }

  /** How many nodes there are. */
  public int nodes() {
    return nodes.size();
  }

  /** The process id of a node. */
  public long pid(int node) {
    return node(node).pid();
  }

  /** Ends a node with SIGKILL. */
  public void kill(int node) {
    node(node).kill();
  }

  /** Stops a node in good order. */
  public void stop(int node) {
    node(node).stop(JavaProcess.GRACE);
  }

  /**
   * Starts a node again, on its data and its ports, and returns when it takes requests. One that
   * runs is stopped first.
   */
  public void restart(int node) {
    node(node).restart();
  }

  /** Stops all nodes. */
  @Override
  public void close() {
    // The last nodes of a cluster wait for a quorum that will not come again: no use to wait with
    // them.
    Duration grace = nodes.size() == 1 ? JavaProcess.GRACE : CLUSTER_GRACE;
    nodes.parallelStream().forEach(node -> node.stop(grace));
  }

  private ServerProcess node(int node) {
    return nodes.get(node - 1);
  }

  private static String clusterId(Path file) {
    try {
      if (!Files.exists(file)) {
        UUID random = UUID.randomUUID();
        var bytes =
            ByteBuffer.allocate(16)
                .putLong(random.getMostSignificantBits())
                .putLong(random.getLeastSignificantBits());
        write(file, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array()));
      }
      return Files.readString(file);
    } catch (IOException e) {
      throw new ServerException(file + " could not be read: " + e.getMessage(), e);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new ServerException(file + " could not be written: " + e.getMessage(), e);
    }
  }
}
