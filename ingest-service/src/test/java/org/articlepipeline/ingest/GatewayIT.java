package org.articlepipeline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.articlepipeline.embedded.EmbeddedStack;
import org.articlepipeline.embedded.UsesStack;
import org.articlepipeline.ingest.gateway.ApiKey;
import org.articlepipeline.schemas.CloudEvents;
import org.articlepipeline.schemas.Topics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The gateway of a service that runs, before a real broker and a real registry. */
@UsesStack
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GatewayIT {
  private static final String TEXT = "Harbour bridge opens\n\nThe harbour bridge opened on Monday.";

  @TempDir static Path folder;

  private final EmbeddedStack servers;
  private final IngestStack stack;
  private final ApiKey key = ApiKey.create("daily-bugle");
  private final HttpClient http = HttpClient.newHttpClient();
  private IngestService service;

  GatewayIT(EmbeddedStack servers) {
    this.servers = servers;
    this.stack = new IngestStack(servers);
  }

  @BeforeAll
  void start() throws IOException {
    Path keys = Files.writeString(folder.resolve("keys"), key.line() + "\n");
    service =
        stack.service(
            folder.resolve("state"),
            Map.of(
                "articles.gateway.port", "0",
                "articles.gateway.keys-file", keys.toString(),
                "articles.gateway.publish-timeout", "PT2S"));
  }

  @AfterAll
  void stop() {
    service.close();
    stack.close();
    http.close();
  }

  @Test
  void whateverTheWayInEachArticleIsAcceptedAndItsHeadersTravel() throws Exception {
    Map<String, Integer> answers = new HashMap<>();
    answers.put(
        "urn:gw:json",
        send(
            "POST",
            "/articles",
            "{\"uri\":\"urn:gw:json\",\"format\":\"TEXT\",\"body\":\"Title\\n\\nA text of words.\"}",
            "application/json"));
    answers.put("urn:gw:text", send("PUT", "/articles/urn%3Agw%3Atext", TEXT, "text/plain"));
    answers.put(
        "urn:gw:html",
        send(
            "PUT",
            "/articles/urn:gw:html",
            "<html><body><article><h1>Bridge</h1><p>The bridge opened.</p></article></body></html>",
            "text/html; charset=utf-8"));
    answers.put(
        "urn:gw:ninjs",
        send(
            "PUT",
            "/articles/urn:gw:ninjs",
            "{\"headline\":\"Bridge\",\"body_text\":\"The bridge opened on Monday.\"}",
            "application/vnd.iptc.ninjs+json"));
    answers.put(
        "urn:gw:wordpress",
        send(
            "PUT",
            "/articles/urn:gw:wordpress?format=wordpress",
            "{\"title\":{\"rendered\":\"Bridge\"},\"content\":{\"rendered\":\"<p>The bridge opened.</p>\"},\"status\":\"publish\"}",
            "application/json"));
    answers.put(
        "urn:gw:event",
        send(
            "POST",
            "/articles",
            "{\"specversion\":\"1.0\",\"id\":\"e1\",\"source\":\"/cms\",\"type\":\"t\",\"subject\":\"urn:gw:event\","
                + "\"datacontenttype\":\"text/plain\",\"data\":\"Title\\n\\nA text of words.\"}",
            "application/cloudevents+json"));
    answers.put("urn:gw:gone", send("DELETE", "/articles/urn:gw:gone", "", ""));
    answers.put("urn:gw:erased", send("DELETE", "/articles/urn:gw:erased?erase=true", "", ""));

    assertThat(answers).allSatisfy((uri, status) -> assertThat(status).isEqualTo(202));
    assertThat(stack.await(Topics.RECEIPTS, answers.size(), r -> r.key().startsWith("urn:gw:")))
        .allSatisfy(r -> assertThat(r.value().getOutcome()).isEqualTo("ACCEPTED"))
        .extracting(ConsumerRecord::key)
        .containsExactlyInAnyOrderElementsOf(answers.keySet());
    var event = stack.await(Topics.ACCEPTED, 1, r -> r.key().equals("urn:gw:event")).getFirst();
    assertThat(text(event.headers().lastHeader(CloudEvents.ID))).isEqualTo("e1");
    assertThat(text(event.headers().lastHeader(CloudEvents.SOURCE))).isEqualTo("/cms");
  }

  @Test
  void whatIsSentAgainUnderItsIdIsADuplicate() throws Exception {
    Set<String> acknowledged = new HashSet<>();
    put("urn:again:1", acknowledged, 202);
    put("urn:again:1", acknowledged, 202);

    assertThat(stack.await(Topics.RECEIPTS, 2, r -> r.key().equals("urn:again:1")))
        .extracting(r -> r.value().getOutcome())
        .containsExactly("ACCEPTED", "DUPLICATE");
  }

  @Test
  void whatIsRefusedIsNotInTheTopic() throws Exception {
    assertThat(send("PUT", "/articles/urn:no:1?revision=0", TEXT, "text/plain")).isEqualTo(422);
    assertThat(send("PUT", "/articles/urn:no:2", "", "text/plain")).isEqualTo(422);
    assertThat(
            http.send(
                    HttpRequest.newBuilder(gateway("/articles/urn:no:3"))
                        .PUT(HttpRequest.BodyPublishers.ofString(TEXT))
                        .header("Content-Type", "text/plain")
                        .build(),
                    HttpResponse.BodyHandlers.ofString())
                .statusCode())
        .isEqualTo(401);
    assertThat(send("PUT", "/articles/urn:no:end", TEXT, "text/plain")).isEqualTo(202);

    assertThat(submitted("urn:no:", 1)).containsExactly("urn:no:end");
    String metrics =
        http.send(
                HttpRequest.newBuilder(service.httpUrl().resolve("/metrics")).build(),
                HttpResponse.BodyHandlers.ofString())
            .body();
    assertThat(metrics)
        .contains("articles_gateway_requests_total{service=\"ingest-service\",status=\"422\"}")
        .contains("articles_gateway_publish_seconds_count");
  }

  @Test
  void withoutABrokerNothingIsAcknowledgedAndWithItAgainEverythingIs() throws Exception {
    Set<String> acknowledged = new HashSet<>();
    put("urn:down:before", acknowledged, 202);
    servers.kafka().stop(1);
    try {
      for (int i = 0; i < 3; i++) {
        HttpResponse<String> answer = put("urn:down:" + i, acknowledged, 503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
        JsonNode problem = new ObjectMapper().readTree(answer.body());
        assertThat(problem.path("type").asText()).isEqualTo("urn:articles:problem:unavailable");
        assertThat(problem.path("detail").asText())
            .contains("safe", "Idempotency-Key id-urn:down:");
      }
    } finally {
      servers.kafka().restart(1);
    }
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> put("urn:down:after", acknowledged, 0).statusCode() == 202);

    assertThat(submitted("urn:down:", acknowledged.size())).containsAll(acknowledged);
  }

  private HttpResponse<String> put(String uri, Set<String> acknowledged, int expected)
      throws Exception {
    HttpResponse<String> answer =
        exchange(
            request("PUT", "/articles/" + uri, TEXT, "text/plain")
                .header("Idempotency-Key", "id-" + uri));
    if (expected != 0) {
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(expected);
    }
    if (answer.statusCode() == 202) {
      acknowledged.add(uri);
    }
    return answer;
  }

  private Set<String> submitted(String prefix, int atLeast) {
    Set<String> uris = new HashSet<>();
    try (var reader = CommittedReader.ofBytes(stack.kafka(), Topics.SUBMISSIONS)) {
      reader.await(atLeast, r -> r.key().startsWith(prefix)).forEach(r -> uris.add(r.key()));
    }
    return uris;
  }

  private int send(String method, String path, String body, String type) throws Exception {
    return exchange(request(method, path, body, type)).statusCode();
  }

  private HttpResponse<String> exchange(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String method, String path, String body, String type) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(gateway(path))
            .header("Authorization", "Bearer " + key.secret())
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    return type.isEmpty() ? request : request.header("Content-Type", type);
  }

  private URI gateway(String path) {
    return URI.create(service.gatewayUrl().orElseThrow() + path);
  }

  private static String text(Header header) {
    return new String(header.value(), UTF_8);
  }
}
