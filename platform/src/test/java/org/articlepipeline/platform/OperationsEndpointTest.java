package org.articlepipeline.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OperationsEndpointTest {
  private final AtomicReference<Health> health =
      new AtomicReference<>(new Health(true, true, Map.of("streams", "RUNNING")));
  private OperationsEndpoint endpoint = endpoint(0);

  @BeforeEach
  void start() {
    endpoint.start();
  }

  @AfterEach
  void stop() {
    endpoint.close();
  }

  @Test
  void aReadyServiceAnswers200WithItsDetails() throws Exception {
    HttpResponse<String> answer = get("/health/ready");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"status\":\"UP\",\"streams\":\"RUNNING\"}\n");
  }

  @Test
  void aLiveServiceThatIsNotReadyAnswers503OnReadyOnly() throws Exception {
    health.set(new Health(true, false, Map.of("failure", "no \"broker\"\n")));

    assertThat(get("/health/live").statusCode()).isEqualTo(200);
    HttpResponse<String> ready = get("/health/ready");
    assertThat(ready.statusCode()).isEqualTo(503);
    assertThat(ready.body()).contains("DOWN").contains("no \\\"broker\\\"\\u000a");
  }

  @Test
  void aDeadServiceAnswers503OnBoth() throws Exception {
    health.set(new Health(false, true, Map.of()));

    assertThat(get("/health/live").statusCode()).isEqualTo(503);
    assertThat(get("/health/ready").statusCode()).isEqualTo(503);
  }

  @Test
  void metricsAreInPrometheusFormatAndNameTheService() throws Exception {
    HttpResponse<String> answer = get("/metrics");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("text/plain");
    assertThat(answer.body()).contains("jvm_memory_used_bytes{").contains("service=\"sample\"");
  }

  @Test
  void metricsAreGivenByNameWhereNamesAreAskedFor() throws Exception {
    assertThat(
            get("/metrics?name%5B%5D=articles_service_live&name%5B%5D=jvm_gc_pause").body().lines())
        .filteredOn(line -> !line.startsWith("#"))
        .containsExactly("articles_service_live{service=\"sample\"} 1.0");
    assertThat(get("/metrics?name%5B%5D=nonesuch").body()).isEmpty();
  }

  @Test
  void metricsSayWhetherTheServiceIsReady() throws Exception {
    assertThat(get("/metrics").body())
        .contains(
            "articles_service_ready{service=\"sample\"} 1.0",
            "articles_service_live{service=\"sample\"} 1.0");

    health.set(new Health(true, false, Map.of()));
    assertThat(get("/metrics").body())
        .contains(
            "articles_service_ready{service=\"sample\"} 0.0",
            "articles_service_live{service=\"sample\"} 1.0");
  }

  @Test
  void anUnknownPathAnswers404() throws Exception {
    assertThat(get("/secrets").statusCode()).isEqualTo(404);
  }

  @Test
  void aTakenPortIsNamed() throws IOException {
    try (ServerSocket taken = new ServerSocket(0);
        OperationsEndpoint second = endpoint(taken.getLocalPort())) {
      assertThatThrownBy(second::start)
          .hasMessageContaining(":" + taken.getLocalPort())
          .hasMessageContaining("articles.http.port");
    }
  }

  private OperationsEndpoint endpoint(int port) {
    HttpConfig config =
        new HttpConfig() {
          @Override
          public String host() {
            return "127.0.0.1";
          }

          @Override
          public int port() {
            return port;
          }
        };
    return new OperationsEndpoint(config, health::get, Metrics.create("sample"));
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    URI uri = endpoint.uri().resolve(path);
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }
  }
}
