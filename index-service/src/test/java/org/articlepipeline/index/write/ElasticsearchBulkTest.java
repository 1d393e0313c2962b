package org.articlepipeline.index.write;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.articlepipeline.index.IndexConfig;
import org.articlepipeline.index.document.Indexable;
import org.articlepipeline.index.elasticsearch.ElasticsearchConnection;
import org.articlepipeline.index.elasticsearch.ElasticsearchException;
import org.articlepipeline.platform.Configs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes over the wire, from a server that answers whatever the test says. */
final class ElasticsearchBulkTest {
  private static final String OK =
      "{\"errors\":false,\"took\":1,\"items\":[{\"index\":{\"_index\":\"target\",\"status\":201}}]}";

  private static final List<BulkOperation> NOTHING =
      List.of(BulkOperation.of(bulk -> bulk.delete(delete -> delete.index("target").id("id"))));

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
          exchange.getResponseHeaders().add("X-Elastic-Product", "Elasticsearch");
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
    answers(200, OK);
    assertThat(send()).isEqualTo(new BulkAnswer.Items(List.of(new BulkAnswer.Item(201, ""))));
    assertThat(request.get())
        .contains("require_alias=true")
        .contains(
            "{\"index\":{\"_id\":\"urn:a\\\"b\",\"_index\":\"target\",\"version\":1048577,\"version_type\":\"external_gte\"}}\n{}\n");
  }

  @Test
  void readsWhyAnItemFailed() {
    answers(
        200,
        "{\"errors\":true,\"took\":1,\"items\":[{\"index\":{\"_index\":\"target\",\"status\":400,\"error\":{\"type\":\"document_parsing_exception\",\"reason\":\"failed to parse field [x]\",\"caused_by\":{\"type\":\"illegal_argument_exception\",\"reason\":\"not finite\"}}}}]}");
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
        "{\"errors\":false,\"took\":1}",
        "{\"errors\":false,\"took\":1,\"items\":[{\"index\":{\"_index\":\"t\",\"status\":201}}",
        "{\"errors\":false,\"took\":1,\"items\":[{\"index\":{\"_index\":\"t\",\"status\":201}}]",
        "{\"errors\":false,\"took\":1,\"items\":[{\"index\":{\"_index\":\"t\",\"status\":201}},{\"ind",
        "{\"errors\":false,\"took\":1,\"items\":[{\"index\":{\"_index\":\"t\",\"status\":\"ok\"}}]}",
        "{\"errors\":false,\"took\":1,\"items\":[{\"index\":{\"_index\":\"t\"}}]}",
        "{\"errors\":false,\"took\":1,\"items\":[7]}",
        "{\"errors\":false,\"took\":1,\"items\":{}}"
      })
  void garbageWith200IsNoAnswer(String garbage) {
    answers(200, garbage);
    assertThat(send()).isInstanceOf(BulkAnswer.Lost.class);
  }

  @Test
  void halfABodyIsNoAnswer() {
    answers(200, OK);
    promised = 5_000;
    assertThat(send()).isInstanceOf(BulkAnswer.Lost.class);
  }

  @Test
  void refusalsKeepTheirStatus() {
    answers(413, "<html>too large</html>");
    assertThat(send()).isEqualTo(new BulkAnswer.Refused(413, ""));
    answers(
        403,
        "{\"error\":{\"type\":\"cluster_block_exception\",\"reason\":\"read-only\"},\"status\":403}");
    assertThat(send()).isEqualTo(new BulkAnswer.Refused(403, "cluster_block_exception: read-only"));
    answers(
        503,
        "{\"error\":{\"type\":\"master_not_discovered_exception\",\"reason\":\"null\"},\"status\":503}");
    assertThat(send())
        .isEqualTo(new BulkAnswer.Refused(503, "master_not_discovered_exception: null"));
    answers(502, "");
    assertThat(send()).isEqualTo(new BulkAnswer.Refused(502, ""));
    answers(302, "moved");
    assertThat(send()).isEqualTo(new BulkAnswer.Refused(302, ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>", "{}", "[]", "null", "{\"error\":\"no\",\"status\":7}", OK})
  void aRefusalIsToldByItsStatusWhateverItSays(String text) {
    for (int code : new int[] {302, 400, 401, 403, 404, 413, 429, 500, 502, 503, 504}) {
      answers(code, text);
      assertThat(send())
          .isInstanceOfSatisfying(
              BulkAnswer.Refused.class, refused -> assertThat(refused.status()).isEqualTo(code));
    }
  }

  @Test
  void callsAreToldByTheirStatusToo() {
    for (int code : new int[] {401, 404, 413, 500, 502, 503, 504}) {
      answers(code, "{\"error\":\"no\",\"status\":7}");
      assertThatThrownBy(() -> connection.call(client -> client.bulk(b -> b.operations(NOTHING))))
          .isInstanceOfSatisfying(
              ElasticsearchException.class, e -> assertThat(e.status()).isEqualTo(code))
          .hasMessageContaining("no");
    }
    answers(401, "");
    assertThatThrownBy(() -> connection.call(client -> client.bulk(b -> b.operations(NOTHING))))
        .isInstanceOf(ElasticsearchException.class);
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
            Indexable.version(1, 1),
            "{}".getBytes(UTF_8),
            0,
            outcome -> {},
            () -> false);
    return new ElasticsearchBulk(connection, true).send(List.of(write)).join();
  }
}
