package org.articlepipeline.ingest.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.articlepipeline.schemas.ArticleSubmission;
import org.articlepipeline.schemas.Format;
import org.articlepipeline.schemas.Image;
import org.articlepipeline.schemas.PubStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each way in which a CMS may send an article. */
class WaysInTest {
  private static final String TEXT = "Harbour bridge opens\n\nThe bridge über the harbour opened.";

  @TempDir Path folder;
  private TestGateway gateway;

  @BeforeEach
  void start() throws IOException {
    gateway = TestGateway.open(folder);
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  @Test
  void aJsonObjectHasTheFieldsOfASubmission() throws Exception {
    var reply =
        gateway.send(
            "POST",
            "/articles",
            """
            {"uri": "urn:x:1", "revision": 7, "source": "daily-bugle", "pubStatus": "usable", "format": "TEXT",
             "body": "Text with \\u00fc", "url": "https://example.org/1", "embargoedUntil": "2030-01-01T01:00:00+01:00",
             "expires": "2031-01-01T00:00:00Z", "submittedAt": "2026-01-01T00:00:00Z", "type": "text",
             "headline": "H", "subheadline": "S", "byline": "By Ada Quill", "sections": ["Local"], "keywords": [],
             "language": "en", "images": [{"url": "https://example.org/i.jpg", "caption": "C", "credit": null}],
             "canonicalUrl": "https://example.org/c", "rights": "R", "contentCreated": "2026-01-02T00:00:00Z",
             "contentModified": "2026-01-03T00:00:00Z", "extra": {"desk": "local"}}
            """,
            "Content-Type",
            "application/json");

    assertThat(reply.status()).isEqualTo(202);
    ArticleSubmission article = gateway.only();
    assertThat(article)
        .isEqualTo(
            ArticleSubmission.newBuilder()
                .setUri("urn:x:1")
                .setRevision(7)
                .setSource("daily-bugle")
                .setPubStatus(PubStatus.USABLE)
                .setFormat(Format.TEXT)
                .setBody(ByteBuffer.wrap("Text with ü".getBytes(UTF_8)))
                .setCharset("UTF-8")
                .setUrl("https://example.org/1")
                .setEmbargoedUntil(Instant.parse("2030-01-01T00:00:00Z"))
                .setExpires(Instant.parse("2031-01-01T00:00:00Z"))
                .setSubmittedAt(Instant.parse("2026-01-01T00:00:00Z"))
                .setType("text")
                .setHeadline("H")
                .setSubheadline("S")
                .setByline("By Ada Quill")
                .setSections(List.of("Local"))
                .setKeywords(List.of())
                .setLanguage("en")
                .setImages(List.of(new Image("https://example.org/i.jpg", "C", null)))
                .setCanonicalUrl("https://example.org/c")
                .setRights("R")
                .setContentCreated(Instant.parse("2026-01-02T00:00:00Z"))
                .setContentModified(Instant.parse("2026-01-03T00:00:00Z"))
                .setExtra(Map.of("desk", "local"))
                .build());
    assertThat(reply.json().path("uri").asText()).isEqualTo("urn:x:1");
    assertThat(reply.json().path("revision").asLong()).isEqualTo(7);
    assertThat(reply.json().path("source").asText()).isEqualTo("daily-bugle");
    assertThat(reply.json().path("id").asText()).isEqualTo(header("ce_id"));
    assertThat(reply.header("Location"))
        .isEqualTo("http://example.org/articles/urn%3Ax%3A1/journey")
        .isEqualTo(reply.json().path("journey").asText());
  }

  @Test
  void theRawTextComesWithTheRestInTheQuery() throws Exception {
    var reply =
        gateway.send(
            gateway.request(
                "POST",
                "/articles?uri=urn:x:2&revision=3&embargoedUntil=2030-01-01T00:00:00%2B01:00&keywords=a&keywords=b+c"
                    + "&extra.desk=local&language=de&status=usable",
                TEXT.getBytes(ISO_8859_1),
                "Content-Type",
                "text/plain; charset=ISO-8859-1"));

    assertThat(reply.status()).isEqualTo(202);
    ArticleSubmission article = gateway.only();
    assertThat(article.getFormat()).isEqualTo(Format.TEXT);
    assertThat(article.getCharset()).isEqualTo("ISO-8859-1");
    assertThat(bytes(article)).isEqualTo(TEXT.getBytes(ISO_8859_1));
    assertThat(article.getKeywords()).containsExactly("a", "b c");
    assertThat(article.getExtra()).containsExactly(Map.entry("desk", "local"));
    assertThat(article.getEmbargoedUntil()).isEqualTo(Instant.parse("2029-12-31T23:00:00Z"));
    assertThat(article.getRevision()).isEqualTo(3);
  }

  @Test
  void eachMediaTypeIsItsFormat() throws Exception {
    put("urn:x:html", "text/html", "<p>Hello</p>");
    put("urn:x:xhtml", "application/xhtml+xml", "<p>Hello</p>");
    put("urn:x:ninjs", "application/vnd.iptc.ninjs+json", "{\"uri\":\"x\"}");
    put("urn:x:ninjs2?format=ninjs", "application/json", "{\"uri\":\"x\"}");
    put("urn:x:wp?format=WordPress", "application/json; charset=utf-8", "{\"id\":1}");
    put("urn:x:forced?format=html", "text/plain", "<p>Hello</p>");

    assertThat(gateway.published.stream().map(a -> a.submission().getFormat()))
        .containsExactly(
            Format.HTML, Format.HTML, Format.NINJS, Format.NINJS, Format.WORDPRESS, Format.HTML);
    assertThat(new String(bytes(gateway.published.get(4).submission()), UTF_8))
        .isEqualTo("{\"id\":1}");
  }

  @Test
  void aJsonSubmissionMayHoldItsNinjsAsAnObject() throws Exception {
    put(
        "urn:x:o",
        "application/json",
        "{\"format\": \"ninjs\", \"body\": {\"uri\": \"x\", \"price\": 1.10}}");

    assertThat(new String(bytes(gateway.only()), UTF_8))
        .isEqualTo("{\"uri\":\"x\",\"price\":1.10}");
  }

  @Test
  void thePathNamesTheArticleHoweverItIsWritten() throws Exception {
    String uri = "https://example.org/news/tür?a=1&b=2#c;d+e%2F/..";

    var reply =
        gateway.send(
            "PUT",
            "/articles/" + URLEncoder.encode(uri, UTF_8),
            TEXT,
            "Content-Type",
            "text/plain");

    assertThat(reply.status()).isEqualTo(202);
    assertThat(gateway.only().getUri()).isEqualTo(uri);
    assertThat(gateway.onlyRecord().message().key()).isEqualTo(uri);
  }

  @Test
  void deleteCancelsAndErases() throws Exception {
    assertThat(gateway.send("DELETE", "/articles/urn%3Ax%3A1", "").status()).isEqualTo(202);
    assertThat(gateway.send("DELETE", "/articles/urn%3Ax%3A1?erase=true", "").status())
        .isEqualTo(202);
    assertThat(gateway.send("DELETE", "/articles/urn%3Ax%3A1?revision=9", "").status())
        .isEqualTo(202);

    assertThat(gateway.published.stream().map(a -> a.submission().getPubStatus()))
        .containsExactly(PubStatus.CANCELED, PubStatus.ERASED, PubStatus.CANCELED);
    assertThat(gateway.published.getLast().submission().getRevision()).isEqualTo(9);
    assertThat(gateway.published.getLast().submission().getBody()).isNull();
  }

  @Test
  void withoutABodyTheStatusAloneCanBeSent() throws Exception {
    var reply = gateway.send("PUT", "/articles/urn:x:1?pubStatus=WITHHELD&revision=4", "");

    assertThat(reply.status()).isEqualTo(202);
    assertThat(gateway.only().getPubStatus()).isEqualTo(PubStatus.WITHHELD);
  }

  @Test
  void anEventInBinaryModeTravelsInTheHeadersOfTheRecord() throws Exception {
    var reply =
        gateway.send(
            "POST",
            "/articles?language=en",
            TEXT,
            "Content-Type",
            "text/plain",
            "ce-specversion",
            "1.0",
            "ce-id",
            "event-1",
            "ce-source",
            "/cms/daily-bugle",
            "ce-type",
            "com.example.published",
            "ce-subject",
            "urn:x:t%C3%BCr",
            "ce-time",
            "2026-11-02T09:30:00Z",
            "ce-tenant",
            "north",
            "traceparent",
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");

    assertThat(reply.status()).isEqualTo(202);
    assertThat(reply.field("id")).isEqualTo("event-1");
    assertThat(gateway.only().getUri()).isEqualTo("urn:x:tür");
    assertThat(gateway.only().getSubmittedAt()).isEqualTo(Instant.parse("2026-11-02T09:30:00Z"));
    assertThat(headers())
        .containsEntry("ce_specversion", "1.0")
        .containsEntry("ce_id", "event-1")
        .containsEntry("ce_source", "/cms/daily-bugle")
        .containsEntry("ce_type", "com.example.published")
        .containsEntry("ce_subject", "urn:x:tür")
        .containsEntry("ce_time", "2026-11-02T09:30:00Z")
        .containsEntry("ce_tenant", "north")
        .containsEntry("content-type", "application/avro")
        .containsEntry("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
        .hasSize(9);
  }

  @Test
  void anEventInStructuredModeIsTheSame() throws Exception {
    String start =
        """
        {"specversion": "1.0", "id": "event-1", "source": "/cms", "type": "t", "subject": "urn:x:1",
         "time": "2026-11-02T09:30:00Z", "sequence": 5,\s""";
    event(start + "\"data\": {\"format\": \"TEXT\", \"body\": \"Text\"}}");
    event(start + "\"datacontenttype\": \"text/html\", \"data\": \"<p>Text</p>\"}");
    event(
        start
            + "\"datacontenttype\": \"text/plain; charset=iso-8859-1\", \"data_base64\": \""
            + Base64.getEncoder().encodeToString("Tür".getBytes(ISO_8859_1))
            + "\"}");

    assertThat(gateway.published).hasSize(3);
    assertThat(gateway.published).allSatisfy(a -> assertThat(a.id()).isEqualTo("event-1"));
    assertThat(gateway.published)
        .allSatisfy(a -> assertThat(a.submission().getUri()).isEqualTo("urn:x:1"));
    ArticleSubmission html = gateway.published.get(1).submission();
    assertThat(html.getFormat()).isEqualTo(Format.HTML);
    assertThat(html.getCharset()).isEqualTo("UTF-8");
    ArticleSubmission latin = gateway.published.get(2).submission();
    assertThat(latin.getCharset()).isEqualTo("iso-8859-1");
    assertThat(bytes(latin)).isEqualTo("Tür".getBytes(ISO_8859_1));
    assertThat(gateway.published.getFirst().message().headers().lastHeader("ce_sequence").value())
        .isEqualTo("5".getBytes(UTF_8));
  }

  @Test
  void gzipIsHandedOnAsItIsForTextAndUndoneForJson() throws Exception {
    byte[] text = TestGateway.gzip(TEXT.getBytes(UTF_8));
    byte[] json = TestGateway.gzip("{\"format\":\"TEXT\",\"body\":\"Text\"}".getBytes(UTF_8));

    send(gateway.request("PUT", "/articles/urn:x:1", text, gzipped("text/plain")));
    send(gateway.request("PUT", "/articles/urn:x:2", json, gzipped("application/json")));

    ArticleSubmission first = gateway.published.getFirst().submission();
    assertThat(first.getContentEncoding()).isEqualTo("gzip");
    assertThat(bytes(first)).isEqualTo(text);
    ArticleSubmission second = gateway.published.getLast().submission();
    assertThat(second.getContentEncoding()).isNull();
    assertThat(new String(bytes(second), UTF_8)).isEqualTo("Text");
  }

  @Test
  void withoutARevisionItIsNowAndNeverTheSameTwice() throws Exception {
    long before = System.currentTimeMillis();
    for (int i = 0; i < 20; i++) {
      put("urn:x:1", "text/plain", TEXT);
    }
    var revisions = gateway.published.stream().map(a -> a.submission().getRevision()).toList();

    assertThat(revisions).isSorted().doesNotHaveDuplicates();
    assertThat(revisions.getFirst()).isBetween(before, System.currentTimeMillis());
  }

  @Test
  void anArticleThatNothingNamesGetsTheSameUriForTheSameKey() throws Exception {
    for (int i = 0; i < 2; i++) {
      var reply =
          gateway.send(
              "POST",
              "/articles",
              TEXT,
              "Content-Type",
              "text/plain",
              "Idempotency-Key",
              "\"order 7\"");
      assertThat(reply.status()).isEqualTo(202);
      assertThat(reply.field("id")).isEqualTo("order 7");
    }

    assertThat(gateway.published.stream().map(a -> a.submission().getUri()))
        .containsOnly("urn:articles:daily-bugle:order%207");
  }

  @Test
  void everyExampleOfTheDescriptionIsAccepted() throws Exception {
    int sent = 0;
    for (String path : List.of("/articles", "/articles/{uri}")) {
      for (String method : List.of("POST", "PUT")) {
        JsonNode content =
            OpenApi.DOCUMENT
                .path("paths")
                .path(path)
                .path(method.toLowerCase(Locale.ROOT))
                .at("/requestBody/content");
        for (String type : OpenApi.names(content)) {
          JsonNode example = content.path(type).path("example");
          if (!example.isMissingNode()) {
            String body = example.isTextual() ? example.textValue() : example.toString();
            String target =
                path.replace("{uri}", "urn:daily-bugle:4711")
                    + (method.equals("POST") && type.contains("text/") ? "?uri=urn:x:1" : "")
                    + (method.equals("POST") && type.contains("ninjs") ? "?uri=urn:x:1" : "");
            var reply = gateway.send(method, target, body, "Content-Type", type);
            assertThat(reply.status())
                .as("%s %s: %s", method, type, reply.response().body())
                .isEqualTo(202);
            sent++;
          }
        }
      }
    }
    assertThat(sent).isEqualTo(11);
    assertThat(OpenApi.names(OpenApi.DOCUMENT.at("/components/schemas/Submission/properties")))
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(SubmissionFields.names().stream(), Stream.of("body")).toList());
  }

  @Test
  void theDescriptionIsServedWithoutAKeyAndAllItRefersToIsThere() throws Exception {
    var reply = gateway.send(gateway.anonymous("GET", "/openapi.json", new byte[0]));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json()).isEqualTo(OpenApi.DOCUMENT);
    for (JsonNode reference : OpenApi.DOCUMENT.findValues("$ref")) {
      assertThat(OpenApi.DOCUMENT.at(reference.asText().substring(1)).isMissingNode())
          .as(reference.asText())
          .isFalse();
    }
  }

  @Test
  void requestsAreCountedByStatus() throws Exception {
    put("urn:x:1", "text/plain", TEXT);
    gateway.send("PUT", "/articles/urn:x:1", TEXT, "Content-Type", "image/png");

    assertThat(
            gateway.meters.get("articles.gateway.requests").tag("status", "202").counter().count())
        .isEqualTo(1);
    assertThat(
            gateway.meters.get("articles.gateway.requests").tag("status", "415").counter().count())
        .isEqualTo(1);
    assertThat(gateway.meters.get("articles.gateway.publish").timer().count()).isEqualTo(1);
  }

  private void put(String uriAndQuery, String type, String body) throws Exception {
    send(
        gateway.request(
            "PUT", "/articles/" + uriAndQuery, body.getBytes(UTF_8), "Content-Type", type));
  }

  private void event(String json) throws Exception {
    send(
        gateway.request(
            "POST",
            "/articles",
            json.getBytes(UTF_8),
            "Content-Type",
            "application/cloudevents+json"));
  }

  private void send(HttpRequest.Builder request) throws Exception {
    var reply = gateway.send(request);
    assertThat(reply.status()).as(reply.response().body()).isEqualTo(202);
  }

  private static String[] gzipped(String type) {
    return new String[] {"Content-Type", type, "Content-Encoding", "gzip"};
  }

  private Map<String, String> headers() {
    Map<String, String> headers = new HashMap<>();
    gateway
        .onlyRecord()
        .message()
        .headers()
        .forEach(h -> headers.put(h.key(), new String(h.value(), UTF_8)));
    return headers;
  }

  private String header(String name) {
    return String.valueOf(headers().get(name));
  }

  private static byte[] bytes(ArticleSubmission article) {
    ByteBuffer body = requireNonNull(article.getBody()).duplicate();
    byte[] bytes = new byte[body.remaining()];
    body.get(bytes);
    return bytes;
  }
}
