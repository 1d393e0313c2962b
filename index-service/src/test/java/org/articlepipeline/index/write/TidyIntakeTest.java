package org.articlepipeline.index.write;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.articlepipeline.index.IndexConfig;
import org.articlepipeline.index.elasticsearch.ElasticsearchConnection;
import org.articlepipeline.index.indices.Expunge;
import org.articlepipeline.index.indices.StubPurge;
import org.articlepipeline.platform.Configs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Of all members one tidies the index up, and as often as it is to. */
final class TidyIntakeTest {
  private static final Duration DAY = Duration.ofDays(1);

  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private final ElasticsearchConnection elasticsearch;
  private Instant now = Instant.parse("2026-11-22T10:00:00Z");

  TidyIntakeTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          requests.add(exchange.getRequestURI().getPath());
          byte[] answer = "{\"task\": \"node:1\"}".getBytes(UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.getResponseHeaders().add("X-Elastic-Product", "Elasticsearch");
          exchange.sendResponseHeaders(
              exchange.getRequestURI().getPath().endsWith("_search") ? 503 : 200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
    elasticsearch =
        ElasticsearchConnection.open(
            Configs.load(
                    IndexConfig.class,
                    null,
                    Map.of(),
                    Map.of(
                        "articles.kafka.bootstrap-servers", "unused",
                        "articles.registry.url", "unused",
                        "articles.elasticsearch.url",
                            "http://127.0.0.1:" + server.getAddress().getPort()))
                .elasticsearch());
  }

  @AfterEach
  void stop() {
    elasticsearch.close();
    server.stop(0);
  }

  @Test
  void whoDoesNotLeadLeavesTheIndexAlone() {
    Intake tidy = tidy(DAY);
    tidy.housekeeping(false);
    now = now.plus(DAY);
    tidy.housekeeping(false);

    assertThat(requests).isEmpty();
  }

  @Test
  void whoLeadsExpungesAnHourAfterItsStartAndThenDaily() {
    Intake tidy = tidy(DAY);
    tidy.housekeeping(true);
    assertThat(requests).isNotEmpty().allMatch(path -> path.endsWith("_search"));

    now = now.plus(Duration.ofHours(1));
    tidy.housekeeping(true);
    tidy.housekeeping(true);
    assertThat(expunged()).isOne();

    now = now.plus(DAY);
    tidy.housekeeping(true);
    assertThat(expunged()).isEqualTo(2);
  }

  @Test
  void withoutAnIntervalNothingIsExpunged() {
    Intake tidy = tidy(Duration.ZERO);
    tidy.housekeeping(true);
    now = now.plus(DAY);
    tidy.housekeeping(true);

    assertThat(expunged()).isZero();
  }

  private long expunged() {
    return requests.stream().filter("/articles-write-000001/_forcemerge"::equals).count();
  }

  private Intake tidy(Duration interval) {
    String index = "articles-write-000001";
    return new TidyIntake(
        (record, ticket) -> {},
        new StubPurge(elasticsearch, index, Duration.ofDays(60)),
        new Expunge(elasticsearch, index, interval),
        () -> now);
  }
}
