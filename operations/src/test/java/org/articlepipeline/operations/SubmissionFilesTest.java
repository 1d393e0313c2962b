package org.articlepipeline.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.articlepipeline.schemas.ArticleSubmission;
import org.articlepipeline.schemas.Format;
import org.articlepipeline.schemas.Limits;
import org.articlepipeline.schemas.PubStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubmissionFilesTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  private static final String FEED =
      """
      <?xml version="1.0"?>
      <rss version="2.0"><channel><title>The Quay</title><link>https://quay.example/</link><description>d</description>
      <item><guid>urn:quay:1</guid><title>Fog</title><description>Fog lay over the quay until noon.</description></item>
      <item><guid>urn:quay:2</guid><title>Sun</title><description>Then the sun came out, at last.</description></item>
      <item><guid>urn:quay:3</guid><title>Nothing more</title></item>
      </channel></rss>
      """;

  @TempDir Path folder;
  private final SubmissionOptions options = new SubmissionOptions();

  @Test
  void uriAndRevisionComeFromTheFile() throws Exception {
    String file = write("a story.v2.txt", "Text");
    Files.setLastModifiedTime(Path.of(file), FileTime.fromMillis(1_700_000_000_123L));
    options.source = "daily news";

    ArticleSubmission submission = read(file);

    assertThat(submission.getUri()).isEqualTo("urn:articles:daily%20news:a%20story.v2");
    assertThat(submission.getRevision()).isEqualTo(1_700_000_000_123L);
    assertThat(submission.getPubStatus()).isEqualTo(PubStatus.USABLE);
    assertThat(submission.getFormat()).isEqualTo(Format.TEXT);
    assertThat(submission.getSubmittedAt()).isEqualTo(NOW);
  }

  @Test
  void bytesAreSentAsTheyAre() throws Exception {
    byte[] latin = {'c', 'a', 'f', (byte) 0xe9};
    Path file = Files.write(folder.resolve("latin.txt"), latin);

    ArticleSubmission submission = read(file.toString());

    assertThat(submission.getBody()).isEqualTo(ByteBuffer.wrap(latin));
    assertThat(submission.getCharset()).isNull();
  }

  @Test
  void aWithdrawalCarriesNoContentAndIsNewerThanTheFile() throws Exception {
    String file = write("story.txt", "Text");
    options.status = SubmissionOptions.Status.CANCELED;

    ArticleSubmission submission = read(file);

    assertThat(submission.getUri()).isEqualTo("urn:articles:cli:story");
    assertThat(submission.getRevision()).isEqualTo(NOW.toEpochMilli());
    assertThat(submission.getPubStatus()).isEqualTo(PubStatus.CANCELED);
    assertThat(submission.getBody()).isNull();
  }

  @Test
  void standardInputIsRevisionNow() throws Exception {
    options.uri = "urn:x";

    ArticleSubmission submission = reader("From a pipe").read("-").articles().getFirst();

    assertThat(submission.getRevision()).isEqualTo(NOW.toEpochMilli());
    assertThat(submission.getBody()).isNotNull();
  }

  @Test
  void aFileThatIsNoArticleIsRefusedWithItsName() throws IOException {
    assertRefused(folder.resolve("none.txt").toString(), "no such file", true);
    assertRefused(folder.toString(), "is a folder", true);
    assertRefused(write("empty.txt", ""), "is empty", false);
  }

  @Test
  void aBodyOverTheLimitIsRefusedAndOneAtItIsNot() throws Exception {
    assertRefused(write("over.txt", "a".repeat(Limits.MAX_BODY_BYTES + 1)), "5 MiB", false);
    assertThat(read(write("at.txt", "a".repeat(Limits.MAX_BODY_BYTES))).getBody()).isNotNull();
  }

  @Test
  void twoFilesOfOneNameAreNotTakenForTwoRevisions() throws Exception {
    String first = write("story.txt", "Text");
    String second = write("story.html", "<html>");
    SubmissionFiles reader = reader("");
    reader.read(first);

    assertThatThrownBy(() -> reader.read(second))
        .isInstanceOf(BadFileException.class)
        .hasMessageContaining("same uri as " + first);
  }

  @Test
  void eachEntryOfAFeedIsAnArticleAndWhatIsNoneIsTold() throws Exception {
    options.source = "quay";
    options.embargo = NOW.plusSeconds(60);
    String feed = write("news.xml", FEED);

    FileSubmissions read = reader("").read(feed);

    assertThat(read.isFeed()).isTrue();
    assertThat(read.articles())
        .extracting(ArticleSubmission::getUri)
        .containsExactly("urn:quay:1", "urn:quay:2");
    assertThat(read.articles())
        .allSatisfy(
            article -> {
              assertThat(article.getSource()).isEqualTo("quay");
              assertThat(article.getEmbargoedUntil()).isEqualTo(options.embargo);
            });
    assertThat(read.problems()).singleElement().asString().contains("Entry 3");
  }

  @Test
  void aFeedTakesNoUriAndNoRevision() throws IOException {
    String feed = write("news.xml", FEED);
    options.uri = "urn:x";
    assertRefused(feed, "is a feed", true);
    options.uri = null;
    options.revision = 1L;
    assertRefused(feed, "is a feed", true);
  }

  @Test
  void aFeedThatCanNotBeReadIsRefusedWithTheLine() throws IOException {
    options.format = Formats.FEED;
    assertRefused(write("news.xml", "<rss>\n</feed>"), "line 2", false);
  }

  private void assertRefused(String file, String problem, boolean wrongUsage) {
    assertThatThrownBy(() -> read(file))
        .isInstanceOfSatisfying(
            BadFileException.class, e -> assertThat(e.wrongUsage()).isEqualTo(wrongUsage))
        .hasMessageStartingWith(file + ": ")
        .hasMessageContaining(problem);
  }

  private String write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private ArticleSubmission read(String file) throws BadFileException {
    return reader("").read(file).articles().getFirst();
  }

  private SubmissionFiles reader(String standardInput) {
    InputStream in = new ByteArrayInputStream(standardInput.getBytes(StandardCharsets.UTF_8));
    return new SubmissionFiles(options, in, Clock.fixed(NOW, ZoneOffset.UTC));
  }
}
