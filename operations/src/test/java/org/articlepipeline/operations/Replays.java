package org.articlepipeline.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What fails, is mended and replayed, on the stack of another test. */
final class Replays {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Path data;
  private final StackFile stack;

  Replays(Path data) {
    this.data = data;
    this.stack = StackFile.read(data).orElseThrow();
  }

  /** Replaying by its key takes a record into the right partition. */
  void submissionsGoThroughTheGateAgainAndNothingOlderWins() {
    byte[] text = "Replayed harbour\n\nThe vermillion crane was late.".getBytes(UTF_8);
    byte[] newer = "Newer harbour\n\nThe vermillion crane was on time.".getBytes(UTF_8);
    try (var cms = new RawRecords(stack)) {
      cms.sendAside(RawRecords.submission("urn:replay:alone", text).setSource("replay").build());
      cms.sendAside(RawRecords.submission("urn:replay:old", text).setSource("replay").build());
      cms.send(
          RawRecords.submission("urn:replay:old", newer)
              .setSource("replay")
              .setRevision(2)
              .build());
    }
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(plan().path("letters")).hasSize(2));
    assertThat(
            Cli.on(data, "dead-letters", "replay", "--source", "replay", "--dry-run").done().out())
        .startsWith(
            "2 dead letters would be replayed: 2 submissions sent again, 0 articles made again")
        .contains("urn:replay:alone", "WRONG_PARTITION");
    awaitOutcomes("urn:replay:old", "INDEXED");

    assertThat(replay("--source", "replay").path("replayed").asInt()).isEqualTo(2);

    awaitOutcomes("urn:replay:alone", "REJECTED", "REPLAYED", "ACCEPTED", "ENRICHED", "INDEXED");
    awaitOutcomes("urn:replay:old", "REPLAYED", "STALE");
    assertThat(revision("urn:replay:old")).isEqualTo(2);
    assertThat(revision("urn:replay:alone")).isEqualTo(1);
    JsonNode again = plan();
    assertThat(again.path("letters")).isEmpty();
    assertThat(again.path("replayedBefore").asInt()).isEqualTo(2);
  }

  /** An index that refuses nested objects for a while stands for a wrong mapping. */
  void whatTheIndexRefusedIsMadeAgainFromItsNewestRevision() {
    byte[] text =
        "Tram bridge\n\nTomas Brandt opened the ochre bridge in Wexmouth.".getBytes(UTF_8);
    nestedObjects("0");
    try (var cms = new RawRecords(stack)) {
      cms.send(RawRecords.submission("urn:replay:refused", text).build());
      cms.send(RawRecords.submission("urn:replay:refused-first", text).build());
      awaitOutcomes("urn:replay:refused", "REJECTED");
      awaitOutcomes("urn:replay:refused-first", "REJECTED");
      nestedObjects("null");
      cms.send(RawRecords.submission("urn:replay:refused-first", text).setRevision(2).build());
      awaitOutcomes("urn:replay:refused-first", "REJECTED", "INDEXED");
    } finally {
      nestedObjects("null");
    }

    for (String uri : List.of("urn:replay:refused", "urn:replay:refused-first")) {
      JsonNode replayed = replay("--stage", "index", "--uri", uri);
      assertThat(replayed.path("requested").asInt()).as("articles made again").isEqualTo(1);
    }

    awaitOutcomes("urn:replay:refused", "REJECTED", "REPLAYED", "ENRICHED", "INDEXED");
    awaitOutcomes("urn:replay:refused-first", "INDEXED", "REPLAYED", "ENRICHED", "INDEXED");
    assertThat(revision("urn:replay:refused")).isEqualTo(1);
    assertThat(revision("urn:replay:refused-first")).isEqualTo(2);
  }

  private JsonNode plan() {
    return Cli.on(data, "dead-letters", "replay", "--source", "replay", "--dry-run", "--json")
        .done()
        .json();
  }

  private JsonNode replay(Object... filter) {
    Object[] words = new Object[filter.length + 3];
    words[0] = "dead-letters";
    words[1] = "replay";
    words[2] = "--json";
    System.arraycopy(filter, 0, words, 3, filter.length);
    return Cli.on(data, words).done().json();
  }

  private void awaitOutcomes(String uri, String... outcomes) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              Cli journey = Cli.on(data, "journey", "--json", uri);
              assertThat(journey.code()).as(journey.err()).isZero();
              assertThat(journey.json().findValuesAsText("outcome")).containsSubsequence(outcomes);
            });
  }

  private long revision(String uri) {
    JsonNode[] found = new JsonNode[1];
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              found[0] =
                  Output.JSON.readTree(
                      request("GET", "/articles/_search?q=uri:%22" + uri + "%22", ""));
              assertThat(found[0].at("/hits/total/value").asInt()).isEqualTo(1);
            });
    return found[0].at("/hits/hits/0/_source/revision").asLong();
  }

  private void nestedObjects(String limit) {
    request(
        "PUT",
        "/articles-0*/_settings",
        "{\"index.mapping.nested_objects.limit\": %s}".formatted(limit));
  }

  private String request(String method, String path, String body) {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(URI.create(stack.elasticsearch() + path))
                  .header("Content-Type", "application/json")
                  .method(method, HttpRequest.BodyPublishers.ofString(body))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      return answer.body();
    } catch (java.io.IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
