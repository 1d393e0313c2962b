package org.articlepipeline.ingest.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.articlepipeline.schemas.Limits;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
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

  /** Bodies and names that are too long to be written down. */
  static Stream<Arguments> longRequests() {
    return Stream.of(
        Arguments.of(
            400, "malformed-request", "POST /articles", JSON, "[".repeat(5000), "", "", "line 1"),
        Arguments.of(
            422,
            "invalid-submission",
            "POST /articles?uri=" + "u".repeat(513),
            TEXT,
            "x",
            "INVALID_URI",
            "uri",
            "512"));
  }

  /** Status, kind, request, its type and body; reason, field, and what the detail says. */
  @ParameterizedTest
  @MethodSource("longRequests")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          400 | malformed-request      | POST /articles | application/json | '{"uri": "a",\n  "body": }' |  |  | line 2, column 11
          400 | malformed-request      | POST /articles | application/json | {"uri": "a", "uri": "b"} |  |  | uri
          400 | malformed-request      | POST /articles | application/json | {"uri": "a"} {} |  |  | line 1, column 14
          400 | malformed-request      | POST /articles | application/json | [] |  |  | an object is needed
          400 | malformed-request      | POST /articles | application/json | ' ' |  |  | object
          400 | malformed-request      | POST /articles | application/json | {"headlin": "x"} |  | headlin | headline
          400 | malformed-request      | POST /articles | application/json | {"headline": 5} |  | headline | must be a string
          400 | malformed-request      | POST /articles | application/json | {"keywords": "x"} |  | keywords | list
          400 | malformed-request      | POST /articles | application/json | {"keywords": [1]} |  | keywords[] | string
          400 | malformed-request      | POST /articles | application/json | {"images": [{"caption": "x"}]} |  | images[] | url
          400 | malformed-request      | POST /articles | application/json | {"images": [{"href": "x"}]} |  | images[].href | caption
          400 | malformed-request      | POST /articles | application/json | {"extra": {"a": 1}} |  | extra.a | string
          400 | malformed-request      | POST /articles | application/json | {"body": {}, "uri": "a", "format": "TEXT"} |  | body | string
          400 | malformed-request      | POST /articles | application/json | {"charset": "x"} |  | charset | not a field
          400 | malformed-request      | POST /articles?uri=b | application/json | {"uri": "a"} |  | uri | twice
          400 | malformed-request      | POST /articles?colour=red | text/plain | x |  | colour | extra.NAME
          400 | malformed-request      | POST /articles?uri=a&uri=b | text/plain | x |  | uri | more than once
          400 | malformed-request      | POST /articles?status=usable&pubStatus=usable | text/plain | x |  | pubStatus | more than once
          422 | invalid-submission     | POST /articles?embargoedUntil=tomorrow | text/plain | x | INVALID_DATE | embargoedUntil | ISO 8601
          422 | invalid-submission     | POST /articles?embargoedUntil=2030-01-01T00:00:00+01:00 | text/plain | x | INVALID_DATE | embargoedUntil | %2B
          422 | invalid-submission     | POST /articles?uri=a&expires=0001-01-01T00:00:00Z | text/plain | x | INVALID_DATE | expires |
          422 | invalid-submission     | POST /articles?revision=x | text/plain | x | INVALID_REVISION | revision | whole number
          422 | invalid-submission     | POST /articles?uri=a&revision=0 | text/plain | x | INVALID_REVISION | revision | 2^43-1
          422 | invalid-submission     | POST /articles | application/json | {"revision": 1.5} | INVALID_REVISION | revision | 1.5
          422 | invalid-submission     | POST /articles | application/json | {"revision": 99999999999999999999} | INVALID_REVISION | revision |
          422 | invalid-submission     | POST /articles?status=gone | text/plain | x | INVALID_STATUS | pubStatus | WITHHELD
          422 | invalid-submission     | POST /articles?format=pdf | text/plain | x | UNSUPPORTED_FORMAT | format | WORDPRESS
          422 | invalid-submission     | POST /articles | text/plain | x | MISSING_FIELD | uri | Idempotency-Key
          422 | invalid-submission     | POST /articles | application/json | {"uri": "a", "body": "x"} | MISSING_FIELD | format | NINJS
          422 | invalid-submission     | POST /articles?uri=a | application/json | {"format": "TEXT"} | EMPTY_BODY | body |
          422 | invalid-submission     | POST /articles?uri=%20a | text/plain | x | INVALID_URI | uri |
          415 | unsupported-media-type | POST /articles?uri=a | image/png | x |  | Content-Type | text/html
          415 | unsupported-media-type | POST /articles?uri=a | no type | x |  | Content-Type | no type
          415 | unsupported-media-type | POST /articles?uri=a | application/cloudevents-batch+json | [] |  | Content-Type | one by one
          415 | unsupported-media-type | POST /articles | application/json; charset=iso-8859-1 | {} |  | Content-Type | UTF-8
          403 | other-source           | POST /articles?source=harbour-news&uri=a | text/plain | x |  | source | harbour-news
          403 | other-source           | POST /articles | application/json | {"source": "harbour-news"} |  | source | daily-bugle
          400 | malformed-request      | POST /articles | application/cloudevents+json | {"id": "1"} |  | specversion |
          400 | malformed-request      | POST /articles | application/cloudevents+json | {"specversion": "0.3"} |  | specversion | 1.0
          400 | malformed-request      | POST /articles | application/cloudevents+json | {"specversion": "1.0", "Bad": "x"} |  | Bad | lower-case
          400 | malformed-request      | POST /articles | application/cloudevents+json | {"specversion": "1.0", "id": ""} |  | id | empty
          400 | malformed-request      | POST /articles | application/cloudevents+json | {"specversion": "1.0", "id": {}} |  | id | string
          400 | malformed-request      | POST /articles | application/cloudevents+json | {"specversion": "1.0", "data": 1, "data_base64": ""} |  | data_base64 | both
          400 | malformed-request      | POST /articles | application/cloudevents+json | {"specversion": "1.0", "data_base64": "?", "datacontenttype": "text/plain"} |  | data_base64 | base64
          422 | invalid-submission     | POST /articles | application/cloudevents+json | {"specversion": "1.0", "time": "now", "subject": "a", "data": {}} | INVALID_DATE | time | RFC 3339
          415 | unsupported-media-type | POST /articles | application/cloudevents+json | {"specversion": "1.0", "data": "x", "datacontenttype": "image/png"} |  | Content-Type |
          400 | malformed-request      | PUT /articles/urn:a?uri=urn:b | text/plain | x |  | uri | urn:b
          404 | not-found              | PUT /articles/https://a/b | text/plain | x |  |  | percent-encode
          400 | malformed-request      | PUT /articles/%ff | text/plain | x |  |  | UTF-8
          400 | malformed-request      | DELETE /articles/a?erase=maybe |  |  |  | erase | true or false
          400 | malformed-request      | DELETE /articles/a?pubStatus=erased |  |  |  | pubStatus | DELETE
          400 | malformed-request      | DELETE /articles/a | text/plain | x |  | body | no body
          405 | method-not-allowed     | GET /articles |  |  |  |  | POST
          405 | method-not-allowed     | POST /articles/a | text/plain | x |  |  | PUT, DELETE
          405 | method-not-allowed     | DELETE /openapi.json |  |  |  |  | GET
          404 | not-found              | GET / |  |  |  |  | /articles
          404 | not-found              | GET /metrics |  |  |  |  | /articles
          """)
  void isAnsweredWithWhatIsWrongAndWhere(
      int status,
      String kind,
      String request,
      @Nullable String type,
      @Nullable String body,
      @Nullable String reason,
      @Nullable String field,
      @Nullable String says)
      throws Exception {
    String[] line = request.split(" ", 2);
    String[] header = type == null ? new String[0] : new String[] {"Content-Type", type};

    var reply = gateway.send(line[0], line[1], orEmpty(body), header);

    assertThat(reply.status()).as(reply.response().body()).isEqualTo(status);
    assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(reply.field("type")).isEqualTo("urn:articles:problem:" + kind);
    assertThat(reply.field("title")).isNotEmpty();
    assertThat(reply.field("status")).isEqualTo(Integer.toString(status));
    assertThat(reply.field("reason")).isEqualTo(orEmpty(reason));
    assertThat(reply.field("field")).isEqualTo(orEmpty(field));
    assertThat(reply.field("detail")).contains(orEmpty(says));
    assertThat(reply.field("instance")).isEqualTo(reply.response().uri().getRawPath());
    assertThat(gateway.published).isEmpty();
  }

  private static String orEmpty(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
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
