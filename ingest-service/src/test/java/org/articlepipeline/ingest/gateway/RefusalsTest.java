package org.articlepipeline.ingest.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.articlepipeline.schemas.Limits;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with a request is said, and nothing of it is published. */
class RefusalsTest {
  private static final String JSON = "application/json";
  private static final String EVENT = "application/cloudevents+json";
  private static final String TEXT = "text/plain";

  @TempDir static Path folder;
  private static TestGateway gateway;

  @BeforeAll
  static void start() throws IOException {
    gateway = TestGateway.open(folder);
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @BeforeEach
  void forget() {
    gateway.published.clear();
  }

  /** Method, target, type, body; status, kind, reason, field, and what the detail says. */
  static Stream<Arguments> requests() {
    return Stream.of(
        post(
            "",
            JSON,
            "{\"uri\": \"a\",\n  \"body\": }",
            400,
            "malformed-request",
            "",
            "",
            "line 2, column 11"),
        post("", JSON, "{\"uri\": \"a\", \"uri\": \"b\"}", 400, "malformed-request", "", "", "uri"),
        post(
            "", JSON, "{\"uri\": \"a\"} {}", 400, "malformed-request", "", "", "line 1, column 14"),
        post("", JSON, "[]", 400, "malformed-request", "", "", "an object is needed"),
        post("", JSON, " ", 400, "malformed-request", "", "", "object"),
        post("", JSON, "[".repeat(5000), 400, "malformed-request", "", "", "line 1"),
        post("", JSON, "{\"headlin\": \"x\"}", 400, "malformed-request", "", "headlin", "headline"),
        post(
            "",
            JSON,
            "{\"headline\": 5}",
            400,
            "malformed-request",
            "",
            "headline",
            "must be a string"),
        post("", JSON, "{\"keywords\": \"x\"}", 400, "malformed-request", "", "keywords", "list"),
        post("", JSON, "{\"keywords\": [1]}", 400, "malformed-request", "", "keywords[]", "string"),
        post(
            "",
            JSON,
            "{\"images\": [{\"caption\": \"x\"}]}",
            400,
            "malformed-request",
            "",
            "images[]",
            "url"),
        post(
            "",
            JSON,
            "{\"images\": [{\"href\": \"x\"}]}",
            400,
            "malformed-request",
            "",
            "images[].href",
            "caption"),
        post(
            "", JSON, "{\"extra\": {\"a\": 1}}", 400, "malformed-request", "", "extra.a", "string"),
        post(
            "",
            JSON,
            "{\"body\": {}, \"uri\": \"a\", \"format\": \"TEXT\"}",
            400,
            "malformed-request",
            "",
            "body",
            "string"),
        post(
            "",
            JSON,
            "{\"charset\": \"x\"}",
            400,
            "malformed-request",
            "",
            "charset",
            "not a field"),
        post("?uri=b", JSON, "{\"uri\": \"a\"}", 400, "malformed-request", "", "uri", "twice"),
        post("?colour=red", TEXT, "x", 400, "malformed-request", "", "colour", "extra.NAME"),
        post("?uri=a&uri=b", TEXT, "x", 400, "malformed-request", "", "uri", "more than once"),
        post(
            "?status=usable&pubStatus=usable",
            TEXT,
            "x",
            400,
            "malformed-request",
            "",
            "pubStatus",
            "more than once"),
        post(
            "?embargoedUntil=tomorrow",
            TEXT,
            "x",
            422,
            "invalid-submission",
            "INVALID_DATE",
            "embargoedUntil",
            "ISO 8601"),
        post(
            "?embargoedUntil=2030-01-01T00:00:00+01:00",
            TEXT,
            "x",
            422,
            "invalid-submission",
            "INVALID_DATE",
            "embargoedUntil",
            "%2B"),
        post(
            "?uri=a&expires=0001-01-01T00:00:00Z",
            TEXT,
            "x",
            422,
            "invalid-submission",
            "INVALID_DATE",
            "expires",
            ""),
        post(
            "?revision=x",
            TEXT,
            "x",
            422,
            "invalid-submission",
            "INVALID_REVISION",
            "revision",
            "whole number"),
        post(
            "?uri=a&revision=0",
            TEXT,
            "x",
            422,
            "invalid-submission",
            "INVALID_REVISION",
            "revision",
            "2^43-1"),
        post(
            "",
            JSON,
            "{\"revision\": 1.5}",
            422,
            "invalid-submission",
            "INVALID_REVISION",
            "revision",
            "1.5"),
        post(
            "",
            JSON,
            "{\"revision\": 99999999999999999999}",
            422,
            "invalid-submission",
            "INVALID_REVISION",
            "revision",
            ""),
        post(
            "?status=gone",
            TEXT,
            "x",
            422,
            "invalid-submission",
            "INVALID_STATUS",
            "pubStatus",
            "WITHHELD"),
        post(
            "?format=pdf",
            TEXT,
            "x",
            422,
            "invalid-submission",
            "UNSUPPORTED_FORMAT",
            "format",
            "WORDPRESS"),
        post("", TEXT, "x", 422, "invalid-submission", "MISSING_FIELD", "uri", "Idempotency-Key"),
        post(
            "",
            JSON,
            "{\"uri\": \"a\", \"body\": \"x\"}",
            422,
            "invalid-submission",
            "MISSING_FIELD",
            "format",
            "NINJS"),
        post(
            "?uri=a",
            JSON,
            "{\"format\": \"TEXT\"}",
            422,
            "invalid-submission",
            "EMPTY_BODY",
            "body",
            ""),
        post(
            "?uri=" + "u".repeat(513),
            TEXT,
            "x",
            422,
            "invalid-submission",
            "INVALID_URI",
            "uri",
            "512"),
        post("?uri=%20a", TEXT, "x", 422, "invalid-submission", "INVALID_URI", "uri", ""),
        post(
            "?uri=a",
            "image/png",
            "x",
            415,
            "unsupported-media-type",
            "",
            "Content-Type",
            "text/html"),
        post(
            "?uri=a", "no type", "x", 415, "unsupported-media-type", "", "Content-Type", "no type"),
        post(
            "?uri=a",
            "application/cloudevents-batch+json",
            "[]",
            415,
            "unsupported-media-type",
            "",
            "Content-Type",
            "one by one"),
        post(
            "",
            JSON + "; charset=iso-8859-1",
            "{}",
            415,
            "unsupported-media-type",
            "",
            "Content-Type",
            "UTF-8"),
        post(
            "?source=harbour-news&uri=a",
            TEXT,
            "x",
            403,
            "other-source",
            "",
            "source",
            "harbour-news"),
        post(
            "",
            JSON,
            "{\"source\": \"harbour-news\"}",
            403,
            "other-source",
            "",
            "source",
            "daily-bugle"),
        post("", EVENT, "{\"id\": \"1\"}", 400, "malformed-request", "", "specversion", ""),
        post(
            "",
            EVENT,
            "{\"specversion\": \"0.3\"}",
            400,
            "malformed-request",
            "",
            "specversion",
            "1.0"),
        post(
            "",
            EVENT,
            "{\"specversion\": \"1.0\", \"Bad\": \"x\"}",
            400,
            "malformed-request",
            "",
            "Bad",
            "lower-case"),
        post(
            "",
            EVENT,
            "{\"specversion\": \"1.0\", \"id\": \"\"}",
            400,
            "malformed-request",
            "",
            "id",
            "empty"),
        post(
            "",
            EVENT,
            "{\"specversion\": \"1.0\", \"id\": {}}",
            400,
            "malformed-request",
            "",
            "id",
            "string"),
        post(
            "",
            EVENT,
            "{\"specversion\": \"1.0\", \"data\": 1, \"data_base64\": \"\"}",
            400,
            "malformed-request",
            "",
            "data_base64",
            "both"),
        post(
            "",
            EVENT,
            "{\"specversion\": \"1.0\", \"data_base64\": \"?\", \"datacontenttype\": \"text/plain\"}",
            400,
            "malformed-request",
            "",
            "data_base64",
            "base64"),
        post(
            "",
            EVENT,
            "{\"specversion\": \"1.0\", \"time\": \"now\", \"subject\": \"a\", \"data\": {}}",
            422,
            "invalid-submission",
            "INVALID_DATE",
            "time",
            "RFC 3339"),
        post(
            "",
            EVENT,
            "{\"specversion\": \"1.0\", \"data\": \"x\", \"datacontenttype\": \"image/png\"}",
            415,
            "unsupported-media-type",
            "",
            "Content-Type",
            ""),
        new Case(
                "PUT",
                "/articles/urn:a?uri=urn:b",
                TEXT,
                "x",
                400,
                "malformed-request",
                "",
                "uri",
                "urn:b")
            .arguments(),
        new Case(
                "PUT",
                "/articles/https://a/b",
                TEXT,
                "x",
                404,
                "not-found",
                "",
                "",
                "percent-encode")
            .arguments(),
        new Case("PUT", "/articles/%ff", TEXT, "x", 400, "malformed-request", "", "", "UTF-8")
            .arguments(),
        new Case(
                "DELETE",
                "/articles/a?erase=maybe",
                "",
                "",
                400,
                "malformed-request",
                "",
                "erase",
                "true or false")
            .arguments(),
        new Case(
                "DELETE",
                "/articles/a?pubStatus=erased",
                "",
                "",
                400,
                "malformed-request",
                "",
                "pubStatus",
                "DELETE")
            .arguments(),
        new Case(
                "DELETE", "/articles/a", TEXT, "x", 400, "malformed-request", "", "body", "no body")
            .arguments(),
        new Case("GET", "/articles", "", "", 405, "method-not-allowed", "", "", "POST").arguments(),
        new Case("POST", "/articles/a", TEXT, "x", 405, "method-not-allowed", "", "", "PUT, DELETE")
            .arguments(),
        new Case("DELETE", "/openapi.json", "", "", 405, "method-not-allowed", "", "", "GET")
            .arguments(),
        new Case("GET", "/", "", "", 404, "not-found", "", "", "/articles").arguments(),
        new Case("GET", "/metrics", "", "", 404, "not-found", "", "", "/articles").arguments());
  }

  private record Case(
      String method,
      String target,
      String type,
      String body,
      int status,
      String kind,
      String reason,
      String field,
      String detail) {
    Arguments arguments() {
      return Arguments.of(this);
    }

    @Override
    public String toString() {
      String start = body.length() > 60 ? body.substring(0, 60) + "…" : body;
      return method + " " + target + " " + type + " " + start;
    }
  }

  private static Arguments post(
      String query,
      String type,
      String body,
      int status,
      String kind,
      String reason,
      String field,
      String detail) {
    return new Case("POST", "/articles" + query, type, body, status, kind, reason, field, detail)
        .arguments();
  }

  @ParameterizedTest
  @MethodSource("requests")
  void isAnsweredWithWhatIsWrongAndWhere(Case request) throws Exception {
    String[] type =
        request.type().isEmpty() ? new String[0] : new String[] {"Content-Type", request.type()};

    var reply = gateway.send(request.method(), request.target(), request.body(), type);

    assertThat(reply.status()).as(reply.response().body()).isEqualTo(request.status());
    assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(reply.field("type")).isEqualTo("urn:articles:problem:" + request.kind());
    assertThat(reply.field("title")).isNotEmpty();
    assertThat(reply.field("status")).isEqualTo(Integer.toString(request.status()));
    assertThat(reply.field("reason")).isEqualTo(request.reason());
    assertThat(reply.field("field")).isEqualTo(request.field());
    assertThat(reply.field("detail")).contains(request.detail());
    assertThat(reply.field("instance")).isEqualTo(reply.response().uri().getRawPath());
    assertThat(gateway.published).isEmpty();
  }

  @Test
  void everyProblemIsExplainedToPublishers() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "publishing.md"));

    for (Problem.Kind kind : Problem.Kind.values()) {
      String name = kind.type().replace("urn:articles:problem:", "");
      assertThat(page.lines())
          .as(name)
          .anyMatch(
              line ->
                  line.startsWith("| ")
                      && line.contains(Integer.toString(kind.status))
                      && line.contains("`" + name + "`"));
    }
  }

  @Test
  void theMethodsAndTypesThatAreTakenAreListed() throws Exception {
    assertThat(gateway.send("PATCH", "/articles/a", "").header("Allow")).isEqualTo("PUT, DELETE");
    assertThat(gateway.send("POST", "/articles", "x", "Content-Type", "a/b").header("Accept"))
        .contains("application/json", "text/plain", EVENT);
    var encoded =
        gateway.send("POST", "/articles", "x", "Content-Type", TEXT, "Content-Encoding", "br");
    assertThat(encoded.status()).isEqualTo(415);
    assertThat(encoded.header("Accept-Encoding")).isEqualTo("gzip");
    assertThat(encoded.field("reason")).isEqualTo("BAD_CONTENT_ENCODING");
  }

  @Test
  void aHeaderOfAnEventThatIsNoneIsNamed() throws Exception {
    var version =
        gateway.send("POST", "/articles?uri=a", "x", "Content-Type", TEXT, "ce-specversion", "2.0");
    assertThat(version.status()).isEqualTo(400);
    assertThat(version.field("field")).isEqualTo("ce-specversion");

    var name =
        gateway.send("POST", "/articles?uri=a", "x", "Content-Type", TEXT, "ce-my_name", "x");
    assertThat(name.status()).isEqualTo(400);
    assertThat(name.field("field")).isEqualTo("ce-my_name");

    var encoding =
        gateway.send("POST", "/articles?uri=a", "x", "Content-Type", TEXT, "ce-id", "100%");
    assertThat(encoding.status()).isEqualTo(400);
    assertThat(encoding.field("detail")).contains("ce-id");
  }

  /** Closed while the client still sends, the connection would be reset and the answer lost. */
  @RepeatedTest(20)
  void whoeverSendsTooMuchLearnsWhy() throws Exception {
    String body = "x".repeat(2 * Limits.MAX_BODY_BYTES);

    tooLarge(gateway.send("PUT", "/articles/a", body, "Content-Type", TEXT));
  }

  @Test
  void aBodyOfFiveMebibytesIsTakenAndOneByteMoreIsNot() throws Exception {
    String largest = "x".repeat(Limits.MAX_BODY_BYTES);

    assertThat(gateway.send("PUT", "/articles/a", largest, "Content-Type", TEXT).status())
        .isEqualTo(202);
    tooLarge(gateway.send("PUT", "/articles/a", largest + "x", "Content-Type", TEXT));
    String json = "{\"format\": \"TEXT\", \"body\": \"%s\"}";
    assertThat(
            gateway
                .send("PUT", "/articles/a", json.formatted(largest), "Content-Type", JSON)
                .status())
        .isEqualTo(202);
    tooLarge(
        gateway.send("PUT", "/articles/a", json.formatted(largest + "x"), "Content-Type", JSON));
    assertThat(gateway.published).hasSize(2);
  }

  @Test
  void aBodyOfAnotherLengthThanSaidIsNotReadPastTheLimit() throws Exception {
    var chunked =
        gateway
            .request("PUT", "/articles/a", new byte[0], "Content-Type", TEXT)
            .PUT(
                BodyPublishers.fromPublisher(
                    BodyPublishers.ofByteArray(new byte[Limits.MAX_BODY_BYTES + 1])));

    tooLarge(gateway.send(chunked));
  }

  @Test
  void aGzipBombIsNeverInflated() throws Exception {
    byte[] bomb = TestGateway.gzip(new byte[200_000_000]);

    for (String type : new String[] {TEXT, JSON, EVENT}) {
      tooLarge(
          gateway.send(
              gateway.request(
                  "PUT", "/articles/a", bomb, "Content-Type", type, "Content-Encoding", "gzip")));
    }
    var broken =
        gateway.send(
            "PUT", "/articles/a", "no gzip", "Content-Type", TEXT, "Content-Encoding", "gzip");
    assertThat(broken.status()).isEqualTo(422);
    assertThat(broken.field("reason")).isEqualTo("BAD_CONTENT_ENCODING");
  }

  private static void tooLarge(TestGateway.Reply reply) throws IOException {
    assertThat(reply.status()).as(reply.response().body()).isEqualTo(413);
    assertThat(reply.field("reason")).isEqualTo("BODY_TOO_LARGE");
  }

  @Test
  void whatIsNoHttpThatCanBeReadIsAnsweredAsAProblemToo() throws IOException {
    assertThat(raw("POST /articles HTTP/1.0\r\n\r\n"))
        .startsWith("HTTP/1.1 505")
        .contains("problem:http-version");
    assertThat(raw("GET /" + "a".repeat(10_000) + " HTTP/1.1\r\nHost: x\r\n\r\n"))
        .startsWith("HTTP/1.1 414")
        .contains("problem:uri-too-long");
    assertThat(raw("GET / HTTP/1.1\r\nHost: x\r\nX: " + "a".repeat(20_000) + "\r\n\r\n"))
        .startsWith("HTTP/1.1 400")
        .contains("problem:malformed-request");
    assertThat(raw("GET / HTTP/1.1\r\n\r\n"))
        .startsWith("HTTP/1.1 400")
        .contains("problem:malformed-request")
        .contains("Host");
    assertThat(raw("POST /articles HTTP/1.1\r\nHost: x\r\nContent-Length: 999999999\r\n\r\n"))
        .startsWith("HTTP/1.1 413")
        .contains("problem:too-large");
    assertThat(raw("POST /articles HTTP/1.1\r\nHost: x\r\nContent-Length: abc\r\n\r\n"))
        .startsWith("HTTP/1.1 400")
        .contains("problem:malformed-request");
  }

  private static String raw(String request) throws IOException {
    return gateway.raw(request.getBytes(UTF_8));
  }
}
