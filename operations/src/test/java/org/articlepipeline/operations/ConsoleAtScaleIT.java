package org.articlepipeline.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.articlepipeline.schemas.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long each page takes, on the demo's stack and with many dead letters: {@code ./mvnw -pl
 * operations -am verify -Dit.test=ConsoleAtScaleIT -Dconsole.letters=100000 -Dtest=None
 * -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false}; it writes
 * {@code target/console.txt}. A measurement, so not part of the suite.
 */
@EnabledIfSystemProperty(named = "console.letters", matches = "\\d+")
class ConsoleAtScaleIT {
  private static final int ROUNDS = 30;
  private static final int WARM_UP = 5;
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  @TempDir static Path folder;
  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void pagesHoldWithManyDeadLetters() throws Exception {
    int letters = Integer.getInteger("console.letters", 0);
    Path data = folder.resolve("stack");
    StackProcess demo = StackProcess.start(data, "demo");
    var lines = new ArrayList<String>();
    try {
      StackFile stack = StackFile.read(data).orElseThrow();
      lines.add("median and slowest of " + ROUNDS + " requests, ms");
      lines.add("demo stack");
      lines.addAll(times(stack, "/dead-letters/list"));
      fail(stack, letters);
      lines.add(String.format(Locale.ROOT, "with %,d dead letters", letters));
      lines.addAll(times(stack, last(stack, letters)));
      long begin = System.nanoTime();
      JsonNode plan = Cli.on(data, "dead-letters", "replay", "--dry-run", "--json").done().json();
      assertThat(plan.path("letters")).hasSize(letters);
      lines.add(
          String.format(
              Locale.ROOT, "dry run of all: %,d ms", (System.nanoTime() - begin) / 1_000_000));
    } finally {
      demo.stop();
    }
    Files.write(Path.of("target", "console.txt"), lines);
  }

  private static void fail(StackFile stack, int letters) {
    try (var producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", stack.kafka(), "linger.ms", 20),
            new StringSerializer(),
            new StringSerializer())) {
      for (int i = 0; i < letters; i++) {
        var _ =
            producer.send(
                new ProducerRecord<>(Topics.SUBMISSIONS.name(), "urn:bad:" + i, "no Avro " + i));
      }
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofSeconds(1))
          .until(
              () ->
                  client
                      .send(
                          HttpRequest.newBuilder(
                                  URI.create(stack.elasticsearch() + "/dead-letters/_count"))
                              .build(),
                          HttpResponse.BodyHandlers.ofString())
                      .body()
                      .contains("\"count\":" + letters + ","));
    }
  }

  /** The address of a page deep in the list. */
  private String last(StackFile stack, int letters) throws Exception {
    String path = "/dead-letters/list";
    for (int page = 0; page < Math.min(20, letters / 50 - 1); page++) {
      String html = get(stack.console() + path).body();
      path =
          html.replaceFirst("(?s).*href=\"([^\"]+)\" rel=\"next\".*", "$1").replace("&amp;", "&");
    }
    return path;
  }

  private List<String> times(StackFile stack, String deep) throws Exception {
    var lines = new ArrayList<String>();
    for (String path :
        List.of(
            "/",
            "/dead-letters",
            "/dead-letters/list",
            deep,
            "/journey?uri=urn:articles:demo:tram-bridge",
            "/index",
            "/topics",
            "/operations",
            "/search?q=bridge",
            "/articles/urn%3Aarticles%3Ademo%3Atram-bridge/journey")) {
      var millis = new ArrayList<Double>();
      for (int round = 0; round < ROUNDS + WARM_UP; round++) {
        long begin = System.nanoTime();
        HttpResponse<String> answer = get(stack.console() + path);
        double took = (System.nanoTime() - begin) / 1e6;
        if (round >= WARM_UP) {
          assertThat(answer.statusCode()).as(path).isEqualTo(200);
          assertThat(answer.body()).as(path).doesNotContain("class=\"problem\"");
          millis.add(took);
        }
      }
      millis.sort(null);
      lines.add(
          String.format(
              Locale.ROOT,
              "%6.0f %6.0f  %s",
              millis.get(millis.size() / 2),
              millis.getLast(),
              path.length() > 60 ? path.substring(0, 60) + "…" : path));
    }
    return lines;
  }

  private HttpResponse<String> get(String url) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(url)).build(),
        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }
}
