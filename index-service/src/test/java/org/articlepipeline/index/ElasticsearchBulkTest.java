package org.articlepipeline.index;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.articlepipeline.platform.Configs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes over the wire, from a server that answers whatever the test says. */
final class ElasticsearchBulkTest {
  private final AtomicReference<String> request = new AtomicReference<>("");
  private HttpServer server;
  private ElasticsearchConnection connection;
  private int status = 200;
  private String body = "";
  private int promised;

  ElasticsearchBulkTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    connection =
        ElasticsearchConnection.open(
            Configs.load(
                    IndexConfig.class,
                    null,
                    Map.of(),
                    Map.of(
                        "articles.kafka.bootstrap-servers", "unused",
                        "articles.registry.url", "unused",
                        "articles.elasticsearch.url",
                            URI.create("http://127.0.0.1:" + server.getAddress().getPort())
                                .toString()))
                .elasticsearch());
  }

  @BeforeEach
  void start() {
    server.createContext(
        "/_bulk",
        exchange -> {
          request.set(
              exchange.getRequestURI().getQuery()
                  + "\n"
                  + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          byte[] answer = body.getBytes(UTF_8);
          exchange.sendResponseHeaders(status, Math.max(promised, answer.length));
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    connection.close();
    server.stop(0);
  }

  @Test
  void sendsVersionsAndAsksForAnAlias() {
    answers(200, "{\"errors\":false,\"items\":[{\"index\":{\"status\":201}}]}");
    assertThat(send()).isEqualTo(new BulkAnswer.Items(List.of(new BulkAnswer.Item(201, ""))));
    assertThat(request.get())
        .contains("require_alias=true")
        .contains(
            "{\"index\":{\"_index\":\"target\",\"_id\":\"urn:a\\\"b\",\"version\":1048577,\"version_type\":\"external_gte\"}}\n{}\n");
  }

  @Test
  void readsWhyAnItemFailed() {
    answers(
        200,
        "{\"errors\":true,\"items\":[{\"index\":{\"status\":400,\"error\":{\"type\":\"document_parsing_exception\",\"reason\":\"failed to parse field [x]\",\"caused_by\":{\"type\":\"illegal_argument_exception\",\"reason\":\"not finite\"}}}}]}");
    assertThat(send())
        .isEqualTo(
            new BulkAnswer.Items(
                List.of(
                    new BulkAnswer.Item(
                        400,
                        "document_parsing_exception: failed to parse field [x], caused by illegal_argument_exception: not finite"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html>welcome</html>",
        "{}",
        "null",
        "[]",
        "{\"errors\":false,\"items\":[{\"index\":{\"status\":201}}",
        "{\"errors\":false,\"items\":[{\"index\":{\"status\":201}},{\"ind",
        "{\"items\":[{\"index\":{\"status\":\"ok\"}}]}",
        "{\"items\":[7]}",
        "{\"items\":{}}"
      })
  void garbageWith200IsNoAnswer(String garbage) {
    answers(200, garbage);
    assertThat(send()).isInstanceOf(BulkAnswer.Lost.class);
    assertThatThrownBy(
            () -> ElasticsearchBulk.items(new ByteArrayInputStream(garbage.getBytes(UTF_8))))
        .isInstanceOf(IOException.class);
  }

  @Test
  void halfABodyIsNoAnswer() {
    answers(200, "{\"errors\":false,\"items\":[{\"index\":{\"status\":201}}]}");
    promised = 5_000;
    assertThat(send()).isInstanceOf(BulkAnswer.Lost.class);
  }

  @Test
  void refusalsKeepTheirStatus() {
    answers(413, "<html>too large</html>");
    assertThat(send()).isEqualTo(new BulkAnswer.Refused(413, ""));
    answers(403, "{\"error\":{\"type\":\"cluster_block_exception\",\"reason\":\"read-only\"}}");
    assertThat(send()).isEqualTo(new BulkAnswer.Refused(403, "cluster_block_exception: read-only"));
  }

  @Test
  void nobodyThereIsNoAnswer() {
    server.stop(0);
    assertThat(send())
        .isInstanceOfSatisfying(
            BulkAnswer.Lost.class,
            lost -> assertThat(lost.reason()).contains("does not answer at http://127.0.0.1"));
    assertThat(connection.problem(Duration.ofSeconds(5))).isPresent();
  }

  private void answers(int code, String json) {
    status = code;
    body = json;
  }

  private BulkAnswer send() {
    Write write =
        new Write(
            "target",
            "urn:a\"b",
            ArticleIntake.version(1, 1),
            "{}".getBytes(UTF_8),
            0,
            outcome -> {},
            () -> false);
    return new ElasticsearchBulk(connection, true).send(List.of(write)).join();
  }
}
