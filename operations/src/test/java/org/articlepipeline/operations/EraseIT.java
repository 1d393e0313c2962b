package org.articlepipeline.operations;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.articlepipeline.embedded.EmbeddedStack;
import org.articlepipeline.operations.cluster.KafkaClients;
import org.articlepipeline.schemas.ArticleSubmission;
import org.articlepipeline.schemas.PubStatus;
import org.articlepipeline.schemas.Receipt;
import org.articlepipeline.schemas.Topic;
import org.articlepipeline.schemas.TopicAdmin;
import org.articlepipeline.schemas.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Where erased content was, and that it is there no more: every topic and changelog from its
 * beginning, the state stores' files, the index by all its ways. Compaction, which takes two days
 * with our settings, has seconds here.
 */
class EraseIT {
  private static final String WORD = "glimmerwort";
  private static final String SEEN = "urn:erase:seen";
  private static final String HELD = "urn:erase:held";
  private static final String EXPIRED = "urn:erase:expired";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** As for changelogs, so for topics. */
  private static final Map<String, String> IN_SECONDS =
      Map.of(
          "segment.ms", "1000",
          "max.compaction.lag.ms", "1000",
          "min.cleanable.dirty.ratio", "0.01",
          "file.delete.delay.ms", "1000");

  @TempDir Path folder;

  @Test
  void erasedAndExpiredContentIsNowhereButInSubmissionsWhichAreKeptByTime() throws Exception {
    try (var servers = EmbeddedStack.in(folder).startAll()) {
      StackFile stack = stackOf(servers);
      var clients = new KafkaClients(stack.kafka(), stack.registry());
      try (Admin admin = clients.admin()) {
        compactInSeconds(admin);
        try (var services = new LocalServices(folder, RememberedPorts.of(folder));
            var cms = new RawRecords(stack)) {
          services.startIngest(inSeconds(stack));
          services.startEnrich(inSeconds(stack));
          services.startIndex(stack.settings());
          services.awaitReady();
          publish(cms);
          awaitOutcome(clients, SEEN, 1, "INDEXED");
          awaitOutcome(clients, HELD, 1, "HELD");
          await().untilAsserted(() -> assertThat(topicsWith(WORD, clients)).hasSize(4));
          await().untilAsserted(() -> assertThat(found(stack)).isNotEmpty());

          Instant erased = Instant.now();
          cms.send(gone(SEEN));
          cms.send(gone(HELD));

          Receipt receipt = awaitOutcome(clients, SEEN, 2, "ACCEPTED");
          assertThat(receipt.getContentGoneAt())
              .isBetween(
                  erased.plus(keptByTime()), Instant.now().plus(keptByTime()).plusSeconds(7200));
          awaitOutcome(clients, SEEN, 2, "INDEXED");
          awaitOutcome(clients, HELD, 1, "SUPERSEDED");
          awaitOutcome(clients, HELD, 2, "INDEXED");
          awaitOutcome(clients, EXPIRED, 1, "EXPIRED");
          var revision = new int[] {0};
          await()
              .atMost(PATIENCE)
              .pollInterval(Duration.ofSeconds(1))
              .untilAsserted(
                  () -> {
                    // Kafka closes a segment, and compacts it, when a record comes.
                    closeSegments(cms, ++revision[0]);
                    assertThat(topicsWith(WORD, clients))
                        .containsExactly(Topics.SUBMISSIONS.name());
                  });
          assertIndexHasNothing(stack);
        }
      }
      assertThat(filesWith(folder.resolve("state"))).isEmpty();
      await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofSeconds(1))
          .untilAsserted(
              () -> {
                expunge(stack);
                assertThat(filesWith(folder.resolve("elasticsearch"))).isEmpty();
              });
    }
  }

  private static void publish(RawRecords cms) {
    Instant now = Instant.now();
    byte[] text = "A word of its own\n\nThe %s grows here.\n".formatted(WORD).getBytes(UTF_8);
    cms.send(RawRecords.submission(SEEN, text).build());
    cms.send(RawRecords.submission(HELD, text).setEmbargoedUntil(now.plusSeconds(3600)).build());
    cms.send(RawRecords.submission(EXPIRED, text).setExpires(now.plusSeconds(12)).build());
  }

  private static ArticleSubmission gone(String uri) {
    return RawRecords.submission(uri, new byte[0])
        .setRevision(2)
        .setPubStatus(PubStatus.ERASED)
        .build();
  }

  private static void closeSegments(RawRecords cms, int revision) {
    byte[] text = "Something else\n\nNothing grows here in winter.\n".getBytes(UTF_8);
    Instant later = Instant.now().plusSeconds(3600);
    cms.send(RawRecords.submission("urn:other:seen", text).setRevision(revision).build());
    cms.send(
        RawRecords.submission("urn:other:held", text)
            .setRevision(revision)
            .setEmbargoedUntil(later)
            .build());
    cms.send(
        RawRecords.submission("urn:other:expiring", text)
            .setRevision(revision)
            .setExpires(later)
            .build());
  }

  /** How long submissions are kept, as they are declared. */
  private static Duration keptByTime() {
    Map<String, String> config = Topics.SUBMISSIONS.config();
    return Stream.of("retention.ms", "segment.ms")
        .map(key -> Duration.ofMillis(Long.parseLong(config.getOrDefault(key, "0"))))
        .reduce(Duration.ZERO, Duration::plus);
  }

  private static StackFile stackOf(EmbeddedStack servers) {
    return new StackFile(
        ProcessHandle.current().pid(),
        Instant.now().toString(),
        servers.kafka().bootstrapServers(),
        servers.registry().url(),
        servers.elasticsearch().url(),
        Map.of());
  }

  private static Map<String, String> inSeconds(StackFile stack) {
    var settings = new HashMap<>(StackFile.settings(stack.kafka(), stack.registry()));
    IN_SECONDS.forEach(
        (key, value) ->
            settings.put("articles.streams.properties.\"topic.%s\"".formatted(key), value));
    return settings;
  }

  /** One partition, so that all that comes closes the segments of what was before. */
  private static void compactInSeconds(Admin admin)
      throws ExecutionException, InterruptedException {
    new TopicAdmin(admin, 1, (short) 1).createOrCheck();
    var changes = new HashMap<ConfigResource, Collection<AlterConfigOp>>();
    changes.put(
        new ConfigResource(ConfigResource.Type.BROKER, ""),
        set(Map.of("log.cleaner.backoff.ms", "200")));
    for (Topic<?, ?> topic : List.of(Topics.ACCEPTED, Topics.ENRICHED)) {
      changes.put(new ConfigResource(ConfigResource.Type.TOPIC, topic.name()), set(IN_SECONDS));
    }
    admin.incrementalAlterConfigs(changes).all().get();
  }

  private static List<AlterConfigOp> set(Map<String, String> config) {
    return config.entrySet().stream()
        .map(
            e ->
                new AlterConfigOp(
                    new ConfigEntry(e.getKey(), e.getValue()), AlterConfigOp.OpType.SET))
        .toList();
  }

  private static Receipt awaitOutcome(
      KafkaClients clients, String uri, long revision, String outcome) {
    return await()
        .atMost(PATIENCE)
        .until(
            () -> receipts(clients),
            receipts -> receipts.stream().anyMatch(receipt -> is(receipt, uri, revision, outcome)))
        .stream()
        .filter(receipt -> is(receipt, uri, revision, outcome))
        .findFirst()
        .orElseThrow();
  }

  private static boolean is(Receipt receipt, String uri, long revision, String outcome) {
    Long of = receipt.getRevision();
    return receipt.getUri().equals(uri)
        && of != null
        && of == revision
        && receipt.getOutcome().equals(outcome);
  }

  private static List<Receipt> receipts(KafkaClients clients) {
    try (Consumer<String, Receipt> consumer = clients.consumer(Topics.RECEIPTS)) {
      return all(consumer, List.of(Topics.RECEIPTS.name())).stream()
          .map(ConsumerRecord::value)
          .toList();
    }
  }

  /** Every topic but Kafka's own that holds the word in a key, a value or a header. */
  private static Set<String> topicsWith(String word, KafkaClients clients) {
    try (Consumer<byte[], byte[]> consumer = clients.byteConsumer()) {
      List<String> topics =
          consumer.listTopics().keySet().stream().filter(t -> !t.startsWith("__")).toList();
      return all(consumer, topics).stream()
          .filter(record -> holds(record, word))
          .map(ConsumerRecord::topic)
          .collect(Collectors.toSet());
    }
  }

  private static <K, V> List<ConsumerRecord<K, V>> all(
      Consumer<K, V> consumer, Collection<String> topics) {
    List<TopicPartition> partitions =
        topics.stream()
            .flatMap(topic -> consumer.partitionsFor(topic).stream())
            .map(p -> new TopicPartition(p.topic(), p.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    var records = new ArrayList<ConsumerRecord<K, V>>();
    while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
      consumer.poll(Duration.ofMillis(100)).forEach(records::add);
    }
    return records;
  }

  private static boolean holds(ConsumerRecord<byte[], byte[]> record, String word) {
    byte[] value = record.value();
    byte[] key = record.key();
    return (value != null && new String(value, ISO_8859_1).contains(word))
        || (key != null && new String(key, ISO_8859_1).contains(word))
        || Stream.of(record.headers().toArray())
            .anyMatch(h -> h.value() != null && new String(h.value(), ISO_8859_1).contains(word));
  }

  /** By an index's own name, past the filter of the alias. */
  private static String found(StackFile stack) {
    String answer = request(stack, "GET", "/articles-0*/_search?size=100&q=%s".formatted(WORD));
    return answer.contains(WORD) ? answer : "";
  }

  private static void assertIndexHasNothing(StackFile stack) {
    assertThat(found(stack)).isEmpty();
    String all = request(stack, "GET", "/articles-0*/_search?size=100");
    assertThat(all).contains(SEEN, HELD, EXPIRED).doesNotContain(WORD);
    for (String uri : List.of(SEEN, HELD, EXPIRED)) {
      String one = request(stack, "GET", "/articles-0*/_search?q=uri:%%22%s%%22".formatted(uri));
      assertThat(one).contains(uri).doesNotContain("headline", "body");
    }
    assertThat(request(stack, "GET", "/article-receipts-*,dead-letters-*/_search?size=1000"))
        .doesNotContain(WORD);
  }

  /**
   * As docs/operations.md says; more than once, since Elasticsearch keeps a deleted copy for some
   * time for replicas that were away.
   */
  private static void expunge(StackFile stack) {
    request(stack, "POST", "/articles-0*/_forcemerge?only_expunge_deletes=true&flush=true");
  }

  private static String request(StackFile stack, String method, String path) {
    try (HttpClient http = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create(stack.elasticsearch() + path))
              .method(method, HttpRequest.BodyPublishers.noBody())
              .build();
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
      return answer.body();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> filesWith(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(EraseIT::holdsWord)
          .map(Path::toString)
          .collect(Collectors.toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file that is gone by now holds nothing. */
  private static boolean holdsWord(Path file) {
    try {
      return Files.readString(file, ISO_8859_1).contains(WORD);
    } catch (IOException e) {
      return false;
    }
  }
}
