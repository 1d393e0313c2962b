package org.articlepipeline.index.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.articlepipeline.embedded.EmbeddedStack;
import org.articlepipeline.index.IndexConfig;
import org.articlepipeline.index.IndexService;
import org.articlepipeline.index.TestPipeline;
import org.articlepipeline.platform.Configs;
import org.articlepipeline.platform.Health;
import org.jspecify.annotations.Nullable;

/** The service with a proxy before its Elasticsearch, short waits, and what a test asks of it. */
final class FaultedService implements AutoCloseable {
  static final Duration TIME = Full.TIME;
  static final Duration RESPONSE_TIMEOUT = Duration.ofSeconds(2);
  static final long HELD_BYTES = 1 << 20;
  static final String GROUP = "index-service.articles-000001";

  private static final Duration OFTEN = Duration.ofMillis(50);

  final FaultyProxy proxy;
  final TestPipeline pipeline;
  final IndexService service;
  private final LogAndIndex audit;

  FaultedService(EmbeddedStack stack) {
    pipeline = new TestPipeline(stack);
    proxy = new FaultyProxy(stack.elasticsearch().url());
    audit = new LogAndIndex(stack, pipeline);
    Map<String, String> settings = new HashMap<>(pipeline.settings());
    settings.put("articles.elasticsearch.url", proxy.url());
    settings.put("articles.elasticsearch.response-timeout", RESPONSE_TIMEOUT.toString());
    settings.put("articles.index.held-bytes", Long.toString(HELD_BYTES));
    service = IndexService.build(Configs.load(IndexConfig.class, null, Map.of(), settings));
    service.start();
    awaitReady();
  }

  void awaitReady() {
    await().pollInterval(OFTEN).atMost(TIME).until(() -> service.health().ready());
  }

  /** Not ready, alive, and its health says all of this. */
  void awaitTrouble(String... words) {
    await()
        .pollInterval(OFTEN)
        .atMost(TIME)
        .untilAsserted(
            () -> {
              Health health = service.health();
              assertThat(health.ready()).isFalse();
              assertThat(health.live()).isTrue();
              assertThat(health.details().toString()).contains(words);
            });
  }

  /** Records of the log that are not settled yet. */
  long unsettled() {
    return audit.unsettled(GROUP);
  }

  /** Everything in the log is settled, reported and committed. */
  LogAndIndex.Comparison settled(String source) {
    await().pollInterval(OFTEN).atMost(TIME).until(() -> unsettled() == 0);
    return audit.compare(source);
  }

  /** Ready again by itself; the index holds what the log says; each record was reported once. */
  void assertRecovered(ArticleFlow flow) {
    awaitReady();
    assertRight(flow);
  }

  void assertRight(ArticleFlow flow) {
    LogAndIndex.Comparison comparison = settled(flow.source());
    assertThat(comparison.wrong()).isEmpty();
    assertThat(comparison.records()).isEqualTo(flow.records().size());
    assertThat(comparison.eachOnce()).as("receipts %s", comparison.receipts()).isTrue();
  }

  /**
   * Sets an index's setting by hand, past the proxy.
   *
   * @param value null for the default
   */
  void setting(String name, @Nullable String value) {
    String json = value == null ? "null" : '"' + value + '"';
    pipeline
        .elasticsearch()
        .call(
            client ->
                client
                    .indices()
                    .putSettings(
                        put ->
                            put.index("articles-000001")
                                .withJson(
                                    new StringReader("{\"index.%s\":%s}".formatted(name, json)))));
  }

  /** The value of the first line of {@code /metrics} that begins so. */
  double metric(String line) {
    try (HttpClient http = HttpClient.newHttpClient()) {
      URI metrics = service.httpUrl().resolve("/metrics");
      return http.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString())
          .body()
          .lines()
          .filter(l -> l.startsWith(line))
          .mapToDouble(l -> Double.parseDouble(l.substring(l.lastIndexOf(' '))))
          .findFirst()
          .orElseThrow(() -> new AssertionError("no metric " + line));
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() throws IOException {
    service.close();
    pipeline.close();
    proxy.close();
  }
}
