package org.articlepipeline.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.articlepipeline.embedded.EmbeddedStack;
import org.articlepipeline.embedded.JavaCommand;
import org.articlepipeline.embedded.JavaProcess;
import org.articlepipeline.index.IndexService;
import org.articlepipeline.operations.cluster.KafkaClients;
import org.articlepipeline.schemas.Topic;
import org.articlepipeline.schemas.TopicAdmin;
import org.articlepipeline.schemas.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGKILL in the middle of 2,000 articles. */
class CrashIT {
  private static final int ARTICLES = 2_000;
  private static final int HALF = ARTICLES / 2;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir Path folder;

  @Test
  void allArticlesAreThereExactlyOnceAfterIndexServiceAndBrokerWereKilled() throws Exception {
    Path data = Files.createDirectories(folder.resolve("stack"));
    List<Path> files = write(ARTICLES);
    // Not the common pool: services beside this share its only thread.
    try (var threads = Executors.newFixedThreadPool(2);
        var servers = EmbeddedStack.in(data).startAll();
        var services = new LocalServices(data, RememberedPorts.of(data))) {
      StackFile stack = start(data, servers, services);
      JavaProcess index = startIndex(stack);
      try {
        // The second half is on its way when the kills come, however fast the machine is.
        Future<Cli> first = threads.submit(() -> submit(data, files.subList(0, HALF)));
        await().atMost(PATIENCE).until(() -> indexed(data) > 0);
        Future<Cli> second = threads.submit(() -> submit(data, files.subList(HALF, ARTICLES)));
        awaitPublished(HALF + 1, stack);
        index.kill();
        int indexed = indexed(data);
        servers.kafka().kill(1);
        assertThat(indexed).as("indexed when index-service was killed").isLessThan(ARTICLES);
        servers.kafka().restart(1);
        index = startIndex(stack);

        for (Future<Cli> submitted : List.of(first, second)) {
          assertThat(submitted.get().done().json().path("counts").toString())
              .isEqualTo("{\"INDEXED\":" + HALF + "}");
        }
      } finally {
        index.kill();
      }
      assertThat(ofEach(Topics.SUBMISSIONS, stack))
          .hasSize(ARTICLES)
          .allSatisfy((uri, n) -> assertThat(n).isOne());
      assertThat(ofEach(Topics.ACCEPTED, stack))
          .hasSize(ARTICLES)
          .allSatisfy((uri, n) -> assertThat(n).isOne());
      assertThat(ofEach(Topics.ENRICHED, stack))
          .hasSize(ARTICLES)
          .allSatisfy((uri, n) -> assertThat(n).isOne());
      await().untilAsserted(() -> assertThat(indexed(data)).isEqualTo(ARTICLES));
      assertThat(Cli.on(data, "search", "--json", "quorumtest").done().json().path("total").asInt())
          .isEqualTo(ARTICLES);
    }
  }

  private List<Path> write(int count) throws IOException {
    var files = new ArrayList<Path>();
    for (int i = 0; i < count; i++) {
      files.add(
          Files.writeString(
              folder.resolve("a" + i + ".txt"),
              "Quorumtest number %d\n\nThe council met on day %d of the quorumtest.\n"
                  .formatted(i, i)));
    }
    return files;
  }

  private static StackFile start(Path data, EmbeddedStack servers, LocalServices services) {
    var stack =
        new StackFile(
            ProcessHandle.current().pid(),
            Instant.now().toString(),
            servers.kafka().bootstrapServers(),
            servers.registry().url(),
            servers.elasticsearch().url(),
            Map.of());
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.kafka()))) {
      new TopicAdmin(admin, LocalStack.PARTITIONS, (short) 1).createOrCheck();
    }
    Map<String, String> log = StackFile.settings(stack.kafka(), stack.registry());
    // Everything is counted here.
    services.startIngest(with(log, "articles.canary.interval", "PT0S"));
    services.startEnrich(log);
    services.awaitReady();
    stack.write(data);
    return stack;
  }

  private static Map<String, String> with(Map<String, String> settings, String key, String value) {
    var more = new HashMap<>(settings);
    more.put(key, value);
    return more;
  }

  private JavaProcess startIndex(StackFile stack) throws IOException {
    Path config = folder.resolve("index.properties");
    var settings = new TreeMap<>(stack.settings());
    // The next one takes the place of a killed one at once, not when its session has ended.
    settings.put("articles.kafka.properties.\"group.instance.id\"", "one");
    Files.writeString(
        config,
        settings.entrySet().stream()
            .map(e -> e.getKey() + "=" + e.getValue())
            .collect(Collectors.joining("\n")));
    return JavaProcess.start(
        JavaCommand.of("index-service", IndexService.class, folder.resolve("index.log"))
            .withFlags("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
            .withArgs("--config", config.toString()));
  }

  private static Cli submit(Path data, List<Path> files) {
    var args = new ArrayList<Object>(List.of("submit", "--wait", "--json", "--timeout", "100"));
    args.addAll(files);
    return Cli.on(data, args.toArray());
  }

  private static void awaitPublished(int submissions, StackFile stack) {
    try (Consumer<byte[], byte[]> consumer =
        new KafkaClients(stack.kafka(), stack.registry()).byteConsumer()) {
      List<TopicPartition> partitions = KafkaClients.partitions(consumer, Topics.SUBMISSIONS);
      await()
          .pollInterval(Duration.ofMillis(10))
          .atMost(PATIENCE)
          .until(
              () ->
                  consumer.endOffsets(partitions).values().stream().mapToLong(n -> n).sum()
                      >= submissions);
    }
  }

  /** Documents in the index; 0 while there is none. */
  private static int indexed(Path data) {
    int documents = 0;
    for (var index : Cli.on(data, "index", "status", "--json").done().json().path("indices")) {
      documents += index.path("serving").asBoolean() ? index.path("documents").asInt() : 0;
    }
    return documents;
  }

  /** How many committed records the topic has of each key. */
  private static Map<String, Integer> ofEach(Topic<?, ?> topic, StackFile stack) {
    var counts = new HashMap<String, Integer>();
    try (Consumer<byte[], byte[]> consumer =
        new KafkaClients(stack.kafka(), stack.registry()).byteConsumer()) {
      List<TopicPartition> partitions = KafkaClients.partitions(consumer, topic);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        for (ConsumerRecord<byte[], byte[]> found : consumer.poll(Duration.ofMillis(200))) {
          counts.merge(new String(found.key(), UTF_8), 1, Integer::sum);
        }
      }
    }
    return counts;
  }
}
