package org.articlepipeline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.articlepipeline.ingest.Submissions.NOW;
import static org.articlepipeline.ingest.Submissions.TEXT;
import static org.articlepipeline.ingest.Submissions.usable;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.articlepipeline.ingest.draft.BodyBytes;
import org.articlepipeline.ingest.draft.Checked;
import org.articlepipeline.schemas.Article;
import org.articlepipeline.schemas.ArticleSubmission;
import org.articlepipeline.schemas.Format;
import org.articlepipeline.schemas.Reason;
import org.articlepipeline.schemas.Rejection;
import org.junit.jupiter.api.Test;

class IngestionTest {

  private static final String URI = "urn:test:1";

  @Test
  void whatTheSubmissionStatesWinsOverWhatThePageSays() {
    String page = "Page title\n2022-08-05T17:53:29+00:00August 5th, 2022|News|\nText of it.\n";
    Instant created = Instant.parse("2020-01-01T00:00:00Z");

    Article article =
        Submissions.ingest(
                usable(URI, 1, page)
                    .setHeadline(" Given\u0000 title ")
                    .setByline("By Ann Lee")
                    .setSections(List.of())
                    .setKeywords(List.of("a", "a", " "))
                    .setContentCreated(created)
                    .setExtra(Map.of("desk", "7"))
                    .build())
            .article();

    assertThat(article.getHeadline()).isEqualTo("Given title");
    assertThat(article.getBody()).isEqualTo("Page title\n\nText of it.");
    assertThat(article.getAuthors()).containsExactly("Ann Lee");
    assertThat(article.getSections()).isEmpty();
    assertThat(article.getKeywords()).containsExactly("a");
    assertThat(article.getDatePublished()).isEqualTo(created);
    assertThat(article.getExtra()).containsEntry("desk", "7");
    assertThat(article.getType()).isEqualTo("text");
  }

  @Test
  void theSubmissionIsKeptWithItsBodyGzipped() {
    ArticleSubmission kept = requireNonNull(Submissions.ingest(TEXT).article().getSubmission());

    assertThat(kept.getContentEncoding()).isEqualTo("gzip");
    assertThat(BodyBytes.of(kept))
        .isInstanceOfSatisfying(
            Checked.Good.class, good -> assertThat(good.value()).isEqualTo(TEXT.getBytes(UTF_8)));
    assertThat(kept.getUri()).isEqualTo(URI);
  }

  @Test
  void ingestingTheKeptSubmissionAgainGivesTheSameArticle() {
    Article first = Submissions.ingest(TEXT).article();

    assertThat(Submissions.ingest(requireNonNull(first.getSubmission())).article())
        .isEqualTo(first);
  }

  @Test
  void aGuessIsTold() {
    byte[] windows = "Z\u00FCrich\n\nText".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);

    var accepted = Submissions.ingest(usable(URI, 1).setBody(ByteBuffer.wrap(windows)).build());

    assertThat(accepted.notes()).singleElement().asString().contains("windows-1252");
    assertThat(accepted.article().getHeadline()).isEqualTo("Zürich");
  }

  @Test
  void rejectsWithTheReason() {
    assertThat(rejected(usable(URI, 1, " \n\t\u200B\n")).reason()).isEqualTo(Reason.EMPTY_BODY);
    assertThat(rejected(usable(URI, 1, "Go to Top\n\nShare this:")).reason())
        .isEqualTo(Reason.NO_TEXT);
    assertThat(rejected(usable(URI, 0)).reason()).isEqualTo(Reason.INVALID_REVISION);
    Rejection format = rejected(usable(URI, 1).setFormat(Format.UNKNOWN));
    assertThat(format.reason()).isEqualTo(Reason.UNSUPPORTED_FORMAT);
    assertThat(format.message()).contains("UNKNOWN", "TEXT", "HTML");
  }

  private static Rejection rejected(ArticleSubmission.Builder submission) {
    if (new Ingestion().ingest(submission.build(), NOW)
        instanceof Ingested.Rejected(var rejection)) {
      return rejection;
    }
    throw new AssertionError("accepted");
  }
}
