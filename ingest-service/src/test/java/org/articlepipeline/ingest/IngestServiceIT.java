package org.articlepipeline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.articlepipeline.ingest.Submissions.bare;
import static org.articlepipeline.ingest.Submissions.usable;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.articlepipeline.embedded.EmbeddedStack;
import org.articlepipeline.embedded.UsesStack;
import org.articlepipeline.platform.Configs;
import org.articlepipeline.schemas.ArticleSubmission;
import org.articlepipeline.schemas.DeadLetter;
import org.articlepipeline.schemas.PubStatus;
import org.articlepipeline.schemas.TopicSerdes;
import org.articlepipeline.schemas.Topics;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The service on a real broker and a real registry. Tests share the topics and differ in their
 * uris.
 */
@UsesStack
class IngestServiceIT {

  @TempDir static Path state;

  private final String kafka;
  private final String registry;
  private TopicSerdes serdes;
  private KafkaProducer<byte[], byte[]> producer;

  IngestServiceIT(EmbeddedStack stack) {
    kafka = stack.kafka().bootstrapServers();
    registry = stack.registry().url();
  }

  @BeforeEach
  void connect() {
    serdes = new TopicSerdes(Map.of("schema.registry.url", registry));
    Map<String, Object> config =
        Map.of(
            "bootstrap.servers", kafka, "max.request.size", 16 << 20, "compression.type", "zstd");
    producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
  }

  @AfterEach
  void disconnect() {
    producer.close();
    serdes.close();
  }

  @Test
  void everySubmissionEndsExactlyOnceAndARestartForgetsNothing() throws Exception {
    var expected = new ArrayList<String>();
    try (IngestService service = started()) {
      send(usable("urn:it:good", 2), "ACCEPTED", expected);
      send(usable("urn:it:good", 2), "DUPLICATE", expected);
      send(usable("urn:it:good", 1), "STALE", expected);
      send(usable("urn:it:good", 2, "Other\n\nOther text."), "REVISION_CONFLICT", expected);
      send(bare("urn:it:good", 3, PubStatus.CANCELED), "ACCEPTED", expected);
      send(usable("urn:it:empty", 1, ""), "EMPTY_BODY", expected);
      send(usable("urn:it:huge", 1, "line of text\n".repeat(500_000)), "BODY_TOO_LARGE", expected);
      send(usable("urn:it:date", 1).setSubmittedAt(Instant.EPOCH), "INVALID_DATE", expected);
      sendRaw("urn:it:null", null, "NULL_VALUE", expected);
      sendRaw("urn:it:json", "{}".getBytes(UTF_8), "NOT_AVRO", expected);
      sendRaw("urn:it:schema", new byte[] {0, 0, 15, 66, 64, 1}, "UNKNOWN_SCHEMA", expected);
      sendRaw("urn:it:key", bytes(usable("urn:it:other", 1).build()), "KEY_MISMATCH", expected);
      Instant soon = Instant.now().plusSeconds(2);
      send(usable("urn:it:later", 1).setEmbargoedUntil(soon), "HELD", expected);
      expected.add("RELEASED");

      assertThat(outcomes("urn:it:", expected.size()))
          .containsExactlyInAnyOrderElementsOf(expected);
      assertThat(released("urn:it:later")).isBetween(soon, soon.plusMillis(1500));
      assertThat(deadLetters("urn:it:")).hasSize(8);
      assertThat(get(service, "/metrics"))
          .contains("articles_ingest_consumed", "articles_ingest_step");
    }
    try (IngestService again = started()) {
      send(usable("urn:it:good", 2), "STALE", expected);
      send(bare("urn:it:good", 3, PubStatus.CANCELED), "DUPLICATE", expected);

      assertThat(outcomes("urn:it:", expected.size()))
          .containsExactlyInAnyOrderElementsOf(expected);
      assertThat(again.health().ready()).isTrue();
    }
  }

  @Test
  void aServiceStoppedBySigtermInTheMiddleOfItsWorkLosesNothingAndRepeatsNothing()
      throws Exception {
    int count = 2000;
    var expected = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      send(usable("urn:stop:" + i, 1), "ACCEPTED", expected);
    }
    Process process = startProcess();
    try {
      outcomes("urn:stop:", 1);
    } finally {
      process.destroy();
    }
    assertThat(process.waitFor(25, TimeUnit.SECONDS)).as("stops in time").isTrue();

    try (IngestService service = started()) {
      assertThat(outcomes("urn:stop:", count)).isEqualTo(expected);
      assertThat(accepted("urn:stop:")).doesNotHaveDuplicates().hasSize(count);
      assertThat(service.health().ready()).isTrue();
    }
  }

  /** As {@code java -jar ingest-service.jar --config FILE} does. */
  private Process startProcess() throws IOException {
    Path file = Files.createTempFile(state, "ingest", ".properties");
    var properties = new Properties();
    properties.putAll(config());
    try (var out = Files.newBufferedWriter(file)) {
      properties.store(out, null);
    }
    var command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            IngestService.class.getName(),
            "--config",
            file.toString());
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(state.resolve("ingest.log").toFile())
        .start();
  }

  private Map<String, String> config() {
    return Map.of(
        "articles.kafka.bootstrap-servers", kafka,
        "articles.registry.url", registry,
        "articles.streams.state-dir", state.resolve("stores").toString());
  }

  private IngestService started() {
    IngestService service = IngestService.build(Configs.load(IngestConfig.class, null, config()));
    service.start();
    Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> service.health().ready());
    return service;
  }

  private void send(
      ArticleSubmission.Builder submission, String expectation, List<String> expected) {
    ArticleSubmission built = submission.build();
    sendRaw(built.getUri(), bytes(built), expectation, expected);
  }

  private void sendRaw(
      String key, byte @Nullable [] value, String expectation, List<String> expected) {
    var _ =
        producer.send(new ProducerRecord<>(Topics.SUBMISSIONS.name(), key.getBytes(UTF_8), value));
    expected.add(expectation);
  }

  /**
   * By a client that keeps none of our limits; the schema is registered by a small submission
   * first.
   */
  private byte[] bytes(ArticleSubmission submission) {
    byte[] small =
        serdes
            .values(Topics.SUBMISSIONS)
            .serializer()
            .serialize(Topics.SUBMISSIONS.name(), usable("urn:any", 1).build());
    return RawAvro.bytes(submission, ByteBuffer.wrap(small, 1, 4).getInt());
  }

  /** The reason where there is one, else the outcome. */
  private List<String> outcomes(String prefix, int count) {
    try (var reader = new CommittedReader<>(kafka, Topics.RECEIPTS, serdes)) {
      return reader.await(count, r -> r.key().startsWith(prefix)).stream()
          .map(r -> r.value().getReason() == null ? r.value().getOutcome() : r.value().getReason())
          .toList();
    }
  }

  private Instant released(String uri) {
    try (var reader = new CommittedReader<>(kafka, Topics.ACCEPTED, serdes)) {
      return Instant.ofEpochMilli(reader.await(1, r -> r.key().equals(uri)).getFirst().timestamp());
    }
  }

  private List<String> accepted(String prefix) {
    try (var reader = new CommittedReader<>(kafka, Topics.ACCEPTED, serdes)) {
      return reader.await(1, r -> r.key().startsWith(prefix)).stream()
          .map(ConsumerRecord::key)
          .toList();
    }
  }

  private List<DeadLetter> deadLetters(String prefix) {
    try (var reader = new CommittedReader<>(kafka, Topics.DEAD_LETTERS, serdes)) {
      return reader.await(1, r -> r.key().startsWith(prefix)).stream().map(r -> r.value()).toList();
    }
  }

  private static String get(IngestService service, String path)
      throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      URI uri = service.httpUrl().resolve(path);
      return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
          .body();
    }
  }
}
