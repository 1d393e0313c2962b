package org.articlepipeline.ingest.feed;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.articlepipeline.ingest.Submissions.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.time.Instant;
import java.util.Map;
import org.articlepipeline.ingest.Submissions;
import org.articlepipeline.schemas.ArticleSubmission;
import org.articlepipeline.schemas.Format;
import org.articlepipeline.schemas.Image;
import org.articlepipeline.schemas.PubStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RSS and Atom become submissions, and nothing that a feed names is ever loaded. */
class FeedReaderTest {

  private static final String RSS_START =
      "<?xml version=\"1.0\"?>\n<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\""
          + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:media=\"http://search.yahoo.com/mrss/\">"
          + "<channel><title>The Quay</title><link>https://quay.example/</link><description>d</description>"
          + "<language>en-GB</language><copyright>The Quay</copyright>";

  @Test
  void anItemOfRssBecomesASubmissionWithItsFields() throws FeedException {
    ArticleSubmission s =
        only(
            rss(
                """
                <item>
                  <title>Ferry &amp;amp; bus on &lt;em&gt;one&lt;/em&gt; ticket</title>
                  <link>https://quay.example/ferry</link>
                  <guid isPermaLink="false">tag:quay.example,2026:77</guid>
                  <pubDate>Sun, 01 Mar 2026 09:30:00 +0100</pubDate>
                  <dc:creator>Mira Holt</dc:creator>
                  <category>Transport</category><category>Harbour</category>
                  <description>Short.</description>
                  <content:encoded><![CDATA[<p>From May, one ticket will do.</p><p>It costs four.</p>]]></content:encoded>
                  <enclosure url="https://img.example/a.jpg" type="image/jpeg" length="1"/>
                  <enclosure url="https://img.example/a.mp3" type="audio/mpeg" length="1"/>
                  <media:content url="https://img.example/b.jpg" medium="image"><media:description>The quay</media:description><media:credit>L. Strand</media:credit></media:content>
                </item>
                """));

    assertThat(s.getUri()).isEqualTo("tag:quay.example,2026:77");
    assertThat(s.getRevision()).isEqualTo(Instant.parse("2026-03-01T08:30:00Z").toEpochMilli());
    assertThat(s.getSource()).isEqualTo("quay");
    assertThat(s.getPubStatus()).isEqualTo(PubStatus.USABLE);
    assertThat(s.getFormat()).isEqualTo(Format.HTML);
    assertThat(body(s)).isEqualTo("<p>From May, one ticket will do.</p><p>It costs four.</p>");
    assertThat(s.getHeadline()).isEqualTo("Ferry & bus on one ticket");
    assertThat(s.getByline()).isEqualTo("Mira Holt");
    assertThat(s.getKeywords()).containsExactly("Transport", "Harbour");
    assertThat(s.getLanguage()).isEqualTo("en-GB");
    assertThat(s.getRights()).isEqualTo("The Quay");
    assertThat(s.getUrl()).isEqualTo("https://quay.example/ferry").isEqualTo(s.getCanonicalUrl());
    assertThat(s.getContentCreated()).isEqualTo(Instant.parse("2026-03-01T08:30:00Z"));
    assertThat(s.getImages())
        .containsExactly(
            new Image("https://img.example/a.jpg", null, null),
            new Image("https://img.example/b.jpg", "The quay", "L. Strand"));
    assertThat(s.getExtra()).isEmpty();
    assertThat(s.getSubmittedAt()).isEqualTo(NOW);
    assertThat(Submissions.ingest(s).article().getBody())
        .isEqualTo("From May, one ticket will do.\n\nIt costs four.");
  }

  @Test
  void anEntryOfAtomBecomesASubmissionWithItsFields() throws FeedException {
    ArticleSubmission s =
        only(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="nn" xml:base="https://kai.example/feed/">
              <title>Kaien</title><id>urn:kai</id><updated>2026-02-01T00:00:00Z</updated><rights>Kaien 2026</rights>
              <entry xml:base="nyhende/">
                <id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6</id>
                <title type="text">Ferja &lt; bussen</title>
                <link rel="alternate" href="ferje"/>
                <published>2026-02-10T06:15:00Z</published>
                <updated>2026-02-10T08:40:12Z</updated>
                <author><name>Siri Vik</name></author><author><name>Ola Nes</name></author>
                <category term="samferdsel"/>
                <summary>Kort.</summary>
                <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Ferja gjekk klokka ti.</p><p>Ho var full.</p></div></content>
              </entry>
            </feed>
            """);

    assertThat(s.getUri()).isEqualTo("urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6");
    assertThat(s.getRevision()).isEqualTo(Instant.parse("2026-02-10T08:40:12Z").toEpochMilli());
    assertThat(s.getContentCreated()).isEqualTo(Instant.parse("2026-02-10T06:15:00Z"));
    assertThat(s.getContentModified()).isEqualTo(Instant.parse("2026-02-10T08:40:12Z"));
    assertThat(s.getHeadline()).isEqualTo("Ferja < bussen");
    assertThat(s.getByline()).isEqualTo("Siri Vik, Ola Nes");
    assertThat(s.getUrl()).isEqualTo("https://kai.example/feed/nyhende/ferje");
    assertThat(s.getLanguage()).isEqualTo("nn");
    assertThat(s.getRights()).isEqualTo("Kaien 2026");
    assertThat(s.getKeywords()).containsExactly("samferdsel");
    assertThat(Submissions.ingest(s).article().getBody())
        .isEqualTo("Ferja gjekk klokka ti.\n\nHo var full.");
  }

  @Test
  void rss1IsReadToo() throws FeedException {
    ArticleSubmission s =
        only(
            """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
              <channel rdf:about="https://pier.example/"><title>Pier</title><link>https://pier.example/</link><description>x</description></channel>
              <item rdf:about="https://pier.example/1"><title>Fog</title><link>/1</link><description>Fog lay over the pier until noon.</description><dc:date>2026-01-05T10:00:00Z</dc:date></item>
            </rdf:RDF>
            """);

    assertThat(s.getUri()).isEqualTo("https://pier.example/1");
    assertThat(s.getUrl()).isEqualTo("https://pier.example/1");
    assertThat(s.getContentCreated()).isEqualTo(Instant.parse("2026-01-05T10:00:00Z"));
    assertThat(body(s)).contains("Fog lay");
  }

  @Test
  void anIdThatIsNoUriIsHashedTheSameEachTime() throws FeedException {
    String item = "<item><guid>story 4711</guid><description>Text.</description></item>";

    String uri = only(rss(item)).getUri();

    assertThat(uri).matches("urn:articles:quay:[0-9a-f]{32}").isEqualTo(only(rss(item)).getUri());
    assertThat(only(rss(item.replace("4711", "4712"))).getUri()).isNotEqualTo(uri);
  }

  @Test
  void anEntryWithoutDateIsRevisionNow() throws FeedException {
    assertThat(
            only(rss("<item><guid>a</guid><description>Text.</description></item>")).getRevision())
        .isEqualTo(NOW.toEpochMilli());
  }

  @Test
  void relativeLinksAreResolvedAgainstWhereTheFeedWasReadOrItsOwnLink() throws FeedException {
    String item = "<item><guid>a</guid><link>news/1</link><description>Text.</description></item>";

    assertThat(only(rss(item)).getUrl()).isEqualTo("https://quay.example/news/1");
    Feed feed = read(rss(item).getBytes(UTF_8), null, "https://mirror.example/feeds/all.xml");
    assertThat(feed.submissions().getFirst().getUrl())
        .isEqualTo("https://mirror.example/feeds/news/1");
  }

  @Test
  void namesAreFoundInAddressesAndAddressesAreNoNames() throws FeedException {
    String item = "<item><guid>a</guid><author>%s</author><description>Text.</description></item>";

    assertThat(only(rss(item.formatted("desk@quay.example (Ann Ode)"))).getByline())
        .isEqualTo("Ann Ode");
    assertThat(only(rss(item.formatted("desk@quay.example"))).getByline()).isNull();
  }

  @Test
  void whatHoldsASummaryOnlyIsMarked() throws FeedException {
    Feed feed =
        read(
            rss(
                "<item><guid>a</guid><description>A teaser.</description></item>"
                    + "<item><guid>b</guid><description>A teaser.</description><content:encoded>All of it.</content:encoded></item>"
                    + "<item><guid>c</guid><description>"
                    + "The whole of a long story. ".repeat(100)
                    + "</description></item>"));

    assertThat(feed.submissions())
        .extracting(ArticleSubmission::getExtra)
        .containsExactly(Map.of("feedContent", "summary"), Map.of(), Map.of());
    assertThat(feed.notes()).singleElement().asString().contains("1 of 3 entries");
  }

  @Test
  void entriesThatCanNotBePublishedAreReported() throws FeedException {
    Feed feed =
        read(
            rss(
                "<item><guid>empty</guid><title>Only a title</title></item>"
                    + "<item><guid>a</guid><description>First.</description></item>"
                    + "<item><guid>a</guid><description>Again.</description></item>"));

    assertThat(feed.submissions()).hasSize(1);
    assertThat(feed.problems())
        .satisfiesExactly(
            first -> assertThat(first).contains("Entry 1", "empty", "no content"),
            second -> assertThat(second).contains("Entry 3", "same id as entry 2"));
  }

  @Test
  void plainTextStaysPlain() throws FeedException {
    ArticleSubmission s =
        only(
            """
            <feed xmlns="http://www.w3.org/2005/Atom"><title>x</title><id>urn:x</id>
              <entry><id>urn:x:1</id><title>Tide</title><content type="text">High water at 6 &lt; low water at 12.

            Mind the steps.</content></entry></feed>
            """);

    assertThat(s.getFormat()).isEqualTo(Format.TEXT);
    assertThat(Submissions.ingest(s).article().getBody())
        .isEqualTo("High water at 6 < low water at 12.\n\nMind the steps.");
  }

  @Test
  void charsetsAreThoseOfXml() throws FeedException {
    String item = "<item><guid>a</guid><description>Caf\u00E9</description></item>";
    String latin =
        rss(item).replace("version=\"1.0\"?", "version=\"1.0\" encoding=\"ISO-8859-1\"?");

    assertThat(body(read(latin.getBytes(Charset.forName("ISO-8859-1"))))).isEqualTo("Caf\u00E9");
    assertThat(body(read(rss(item).getBytes(UTF_16)))).isEqualTo("Caf\u00E9");
    assertThat(
            body(read(rss(item).getBytes(Charset.forName("windows-1252")), "windows-1252", null)))
        .isEqualTo("Caf\u00E9");
    assertThatThrownBy(() -> read(rss(item).getBytes(Charset.forName("ISO-8859-1"))))
        .isInstanceOf(FeedException.class)
        .hasMessageContaining("charset");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE rss SYSTEM \"http://127.0.0.1:1/x.dtd\">",
        "<!DOCTYPE rss [<!ENTITY file SYSTEM \"file:///etc/hostname\">]>",
        "<!DOCTYPE rss [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>"
      })
  void aDoctypeIsRefusedWithItsLine(String doctype) {
    String feed = "<?xml version=\"1.0\"?>\n" + doctype + "<rss version=\"2.0\"><channel/></rss>";

    assertThatThrownBy(() -> read(feed))
        .isInstanceOf(FeedException.class)
        .hasMessageContainingAll("DOCTYPE", "line 2");
  }

  @Test
  void xmlThatIsNotWellFormedIsToldWithItsLine() {
    assertThatThrownBy(() -> read("<rss version=\"2.0\">\n<channel>\n<item></channel></rss>"))
        .isInstanceOf(FeedException.class)
        .hasMessageContainingAll("line 3", "item");
    assertThatThrownBy(() -> read("no xml"))
        .isInstanceOf(FeedException.class)
        .hasMessageContaining("line 1");
    assertThatThrownBy(() -> read("")).isInstanceOf(FeedException.class);
  }

  @Test
  void aNamespaceThatNobodyKnowsIsRefusedToo() {
    assertThatThrownBy(() -> read("<feed xmlns=\"9999999999\"/>"))
        .isInstanceOf(FeedException.class)
        .hasMessageContaining("9999999999");
  }

  @Test
  void otherXmlIsNoFeed() {
    assertThatThrownBy(() -> read("<html><body/></html>"))
        .isInstanceOf(FeedException.class)
        .hasMessageContainingAll("<html>", "RSS or Atom");
  }

  @Test
  void sizeAndDepthAreBounded() {
    assertThatThrownBy(() -> read(new byte[FeedReader.MAX_BYTES + 1]))
        .isInstanceOf(FeedException.class)
        .hasMessageContaining("10 MiB");
    assertThatThrownBy(() -> read(rss("<item>" + "<b>".repeat(100_000))))
        .isInstanceOf(FeedException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<rss version='2.0'>",
        "\uFEFF<?xml version='1.0'?>\n<!-- made by > hand -->\n<feed xmlns='http://www.w3.org/2005/Atom'>",
        "<?xml version='1.0'?><?xml-stylesheet href='a'?><rdf:RDF xmlns:rdf='x'>"
      })
  void knowsAFeedByItsRoot(String start) {
    assertThat(FeedReader.isFeed("", start.getBytes(UTF_8))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html><rss>",
        "Feed the ducks",
        "<feedback>",
        "<!-- <rss> -->",
        "{\"a\":\"<rss>\"}"
      })
  void knowsWhatIsNoFeed(String start) {
    assertThat(FeedReader.isFeed("a.xml", start.getBytes(UTF_8))).isFalse();
  }

  private static String rss(String items) {
    return RSS_START + items + "</channel></rss>";
  }

  private static ArticleSubmission only(String feed) throws FeedException {
    Feed read = read(feed);
    assertThat(read.problems()).isEmpty();
    assertThat(read.submissions()).hasSize(1);
    return read.submissions().getFirst();
  }

  private static Feed read(String feed) throws FeedException {
    return read(feed.getBytes(UTF_8));
  }

  private static Feed read(byte[] feed) throws FeedException {
    return read(feed, null, null);
  }

  private static Feed read(byte[] feed, @Nullable String charset, @Nullable String url)
      throws FeedException {
    return new FeedReader("quay").read(feed, charset, url, NOW);
  }

  private static String body(Feed feed) {
    return body(feed.submissions().getFirst());
  }

  private static String body(ArticleSubmission submission) {
    return UTF_8.decode(requireNonNull(submission.getBody()).duplicate()).toString();
  }
}
