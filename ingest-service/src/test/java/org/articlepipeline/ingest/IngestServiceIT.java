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
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.articlepipeline.embedded.EmbeddedStack;
import org.articlepipeline.embedded.JavaProcess;
import org.articlepipeline.schemas.ArticleSubmission;
import org.articlepipeline.schemas.DeadLetter;
import org.articlepipeline.schemas.PubStatus;
import org.articlepipeline.schemas.Topics;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The service on a real broker and a real registry. Tests share the topics and differ in their
 * uris.
 */
class IngestServiceIT extends OnStack {

  /** What a shell tells of a process that SIGTERM ended; after SIGKILL it is 137. */
  private static final int SIGTERM = 143;

  @TempDir static Path state;

  IngestServiceIT(EmbeddedStack servers) {
    super(servers);
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
    try (JavaProcess process = stack.process(state.resolve("stores"))) {
      outcomes("urn:stop:", 1);
      assertThat(process.terminate(Duration.ofSeconds(25))).as("stops in time").isEqualTo(SIGTERM);
    }

    try (IngestService service = started()) {
      assertThat(outcomes("urn:stop:", count)).isEqualTo(expected);
      assertThat(accepted("urn:stop:")).doesNotHaveDuplicates().hasSize(count);
      assertThat(service.health().ready()).isTrue();
    }
  }

  private IngestService started() {
    return stack.service(state.resolve("stores"), Map.of());
  }

  private void send(
      ArticleSubmission.Builder submission, String expectation, List<String> expected) {
    ArticleSubmission built = submission.build();
    sendRaw(built.getUri(), bytes(built), expectation, expected);
  }

  private void sendRaw(
      String key, byte @Nullable [] value, String expectation, List<String> expected) {
    var _ =
        stack
            .producer()
            .send(new ProducerRecord<>(Topics.SUBMISSIONS.name(), key.getBytes(UTF_8), value));
    expected.add(expectation);
  }

  /**
   * By a client that keeps none of our limits; the schema is registered by a small submission
   * first.
   */
  private byte[] bytes(ArticleSubmission submission) {
    byte[] small =
        stack
            .serdes()
            .values(Topics.SUBMISSIONS)
            .serializer()
            .serialize(Topics.SUBMISSIONS.name(), usable("urn:any", 1).build());
    return RawAvro.bytes(submission, ByteBuffer.wrap(small, 1, 4).getInt());
  }

  /** The reason where there is one, else the outcome. */
  private List<String> outcomes(String prefix, int count) {
    return stack.await(Topics.RECEIPTS, count, r -> r.key().startsWith(prefix)).stream()
        .map(r -> r.value().getReason() == null ? r.value().getOutcome() : r.value().getReason())
        .toList();
  }

  private Instant released(String uri) {
    return Instant.ofEpochMilli(
        stack.await(Topics.ACCEPTED, 1, r -> r.key().equals(uri)).getFirst().timestamp());
  }

  private List<String> accepted(String prefix) {
    return stack.await(Topics.ACCEPTED, 1, r -> r.key().startsWith(prefix)).stream()
        .map(ConsumerRecord::key)
        .toList();
  }

  private List<DeadLetter> deadLetters(String prefix) {
    return stack.await(Topics.DEAD_LETTERS, 1, r -> r.key().startsWith(prefix)).stream()
        .map(ConsumerRecord::value)
        .toList();
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
