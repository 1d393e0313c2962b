package org.articlepipeline.ingest.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.articlepipeline.schemas.Format;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A feed is an article for each of its entries. */
class FeedsTest {
  private static final String RSS = "application/rss+xml";
  private static final String ATOM = "application/atom+xml; charset=utf-8";
  private static final String FEED =
      """
      <feed xmlns="http://www.w3.org/2005/Atom"><title>Kai</title><id>urn:kai</id>
        <entry><id>urn:kai:1</id><title>Fog</title><link href="fog"/><updated>2026-01-05T10:00:00Z</updated>
          <content type="html">&lt;p&gt;Fog lay over the quay.&lt;/p&gt;</content></entry>
        <entry><id>urn:kai:2</id><title>Nothing</title></entry>
        <entry><id>urn:kai:3</id><title>Sun</title><summary>Then the sun came out.</summary></entry>
      </feed>
      """;

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
  void eachEntryIsPublishedAndTheAnswerListsThemAndWhatWasNot() throws Exception {
    var reply =
        send(
            "/articles?url=https://kai.example/news/&extra.desk=north&embargoedUntil=2030-01-01T00:00:00Z",
            FEED,
            ATOM,
            "Idempotency-Key",
            "poll-7");

    assertThat(reply.status()).as(reply.response().body()).isEqualTo(202);
    assertThat(reply.json().at("/articles").findValuesAsText("uri"))
        .containsExactly("urn:kai:1", "urn:kai:3");
    assertThat(reply.json().at("/articles/0/journey").asText()).contains("urn%3Akai%3A1");
    assertThat(reply.json().at("/articles/0/id").asText()).isEqualTo("poll-7#urn:kai:1");
    assertThat(reply.json().at("/problems")).hasSize(1);
    assertThat(reply.json().at("/problems/0").asText()).contains("Entry 2 (urn:kai:2)");
    var first = gateway.published.getFirst().submission();
    assertThat(first.getSource()).isEqualTo(TestGateway.SOURCE);
    assertThat(first.getFormat()).isEqualTo(Format.HTML);
    assertThat(first.getUrl()).isEqualTo("https://kai.example/news/fog");
    assertThat(first.getRevision()).isEqualTo(Instant.parse("2026-01-05T10:00:00Z").toEpochMilli());
    assertThat(first.getExtra()).containsEntry("desk", "north");
    assertThat(gateway.published.getLast().submission().getExtra())
        .containsEntry("desk", "north")
        .containsEntry("feedContent", "summary");
    assertThat(first.getEmbargoedUntil()).isEqualTo(Instant.parse("2030-01-01T00:00:00Z"));
  }

  @Test
  void aFeedOfOneEntryIsAnsweredAsAFeed() throws Exception {
    var reply =
        send(
            "/articles",
            "<rss version='2.0'><channel><title>t</title><link>https://kai.example/</link><description>d</description>"
                + "<item><guid>urn:kai:9</guid><description>Text.</description></item></channel></rss>",
            RSS);

    assertThat(reply.status()).as(reply.response().body()).isEqualTo(202);
    assertThat(reply.json().at("/articles")).hasSize(1);
    assertThat(reply.json().at("/problems")).isEmpty();
  }

  @Test
  void anEntryThatThePipelineWouldRejectIsToldAndTheOthersArePublished() throws Exception {
    var reply = send("/articles", FEED.replace("urn:kai:3", "urn:" + "k".repeat(600)), ATOM);

    assertThat(reply.status()).isEqualTo(202);
    assertThat(gateway.published).hasSizeBetween(1, 2);
    assertThat(reply.json().at("/articles/0/uri").asText()).isEqualTo("urn:kai:1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<rss>\n<channel>",
        "<!DOCTYPE rss SYSTEM 'file:///etc/hostname'><rss/>",
        "<rss version='2.0'><channel><title>t</title></channel></rss>",
        "<html/>"
      })
  void whatGivesNoArticleIsRefusedWithTheReason(String feed) throws Exception {
    var reply = send("/articles", feed, RSS);

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.field("reason")).isEqualTo("UNSUPPORTED_FORMAT");
    assertThat(reply.field("detail")).isNotBlank();
    assertThat(gateway.published).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"uri=urn:x", "revision=7", "format=html"})
  void whatEntriesHaveOfTheirOwnIsNotForTheQuery(String parameter) throws Exception {
    assertThat(send("/articles?" + parameter, FEED, ATOM).status()).isEqualTo(400);
  }

  @Test
  void aFeedIsNotOneArticleToPut() throws Exception {
    var reply =
        gateway.send(
            gateway.request(
                "PUT", "/articles/urn:kai:1", FEED.getBytes(UTF_8), "Content-Type", ATOM));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(gateway.published).isEmpty();
  }

  private TestGateway.Reply send(String target, String feed, String type, String... headers)
      throws Exception {
    var request = gateway.request("POST", target, feed.getBytes(UTF_8), "Content-Type", type);
    return gateway.send(headers.length == 0 ? request : request.headers(headers));
  }
}
