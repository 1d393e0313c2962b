package org.articlepipeline.ingest.json;

import static org.articlepipeline.ingest.json.JsonSubmissions.sample;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.articlepipeline.ingest.Submissions;
import org.articlepipeline.schemas.Article;
import org.articlepipeline.schemas.Format;
import org.articlepipeline.schemas.Image;
import org.articlepipeline.schemas.Reason;
import org.articlepipeline.schemas.Rejection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordPressDecoderTest {

  private static final JsonSubmissions WORDPRESS = new JsonSubmissions(Format.WORDPRESS);

  @Test
  void readsAPostWithWhatIsEmbedded() {
    Article article = WORDPRESS.article(sample("/wordpress/orchard.json"));

    assertThat(article.getHeadline()).isEqualTo("The village’s old orchard & its last trees");
    assertThat(article.getSubheadline()).isEqualTo("Nine apple trees, and a plan for twenty more.");
    assertThat(article.getBody())
        .isEqualTo(
            "Nine trees are left in the orchard behind the school.\n\nWhat is planned\n\nThe council wants to plant twenty more this autumn.");
    assertThat(article.getAuthors()).containsExactly("Rosa Lind");
    assertThat(article.getSections()).containsExactly("House & Garden");
    assertThat(article.getKeywords()).containsExactly("apples");
    assertThat(article.getDatePublished()).isEqualTo(Instant.parse("2026-02-20T09:30:00Z"));
    assertThat(article.getDateModified()).isEqualTo(Instant.parse("2026-02-21T07:00:00Z"));
    assertThat(article.getCanonicalUrl())
        .isEqualTo("https://gardener.example/2026/02/old-orchard/");
    assertThat(article.getImages())
        .containsExactly(
            new Image(
                "https://gardener.example/wp-content/uploads/tree.jpg",
                "The oldest tree – a hundred years",
                null));
  }

  @Test
  void whatIsMissingOrAnErrorIsLeftOut() {
    Article article = WORDPRESS.article(sample("/wordpress/plain.json"));

    assertThat(article.getHeadline()).isEqualTo("Sin luz en el puerto");
    assertThat(article.getBody())
        .isEqualTo("El puerto se quedó sin luz el lunes por la noche.\n\nVolvió al amanecer.");
    assertThat(article.getSubheadline()).as("an excerpt that WordPress cut").isNull();
    assertThat(article.getDatePublished()).isNull();
    assertThat(article.getAuthors()).isEmpty();
    assertThat(article.getSections()).isEmpty();
  }

  @Test
  void aScheduledPostIsUnderEmbargoUntilItsDate() {
    var ingested = Submissions.ingest(WORDPRESS.of(sample("/wordpress/scheduled.json")).build());

    assertThat(ingested.embargoedUntil()).isEqualTo(Instant.parse("2026-03-10T06:00:00Z"));
    Article article = ingested.article();
    assertThat(article.getBody()).isEqualTo("The toll falls to two crowns in April.");
    assertThat(article.getSubheadline()).as("an excerpt that repeats the text").isNull();
    assertThat(article.getDatePublished()).isEqualTo(Instant.parse("2026-03-10T06:00:00Z"));
  }

  @Test
  void aScheduledPostWithoutADateNeedsTheSubmissionsEmbargo() {
    var post = WORDPRESS.of("{\"status\":\"future\",\"content\":{\"rendered\":\"<p>B</p>\"}}");

    Rejection rejection = JsonSubmissions.rejected(post.build());

    assertThat(rejection.reason()).isEqualTo(Reason.MISSING_FIELD);
    assertThat(rejection.message()).contains("$.date_gmt", "$.status");
    Instant given = Instant.parse("2026-03-10T06:00:00Z");
    assertThat(Submissions.ingest(post.setEmbargoedUntil(given).build()).embargoedUntil())
        .isEqualTo(given);
  }

  @ParameterizedTest
  @ValueSource(strings = {"draft", "pending", "private", "trash", "auto-draft", "inherit", ""})
  void aPostThatIsNotPublicIsRejected(String status) {
    Rejection rejection =
        WORDPRESS.rejected(
            "{\"status\":\"%s\",\"title\":{\"rendered\":\"T\"},\"content\":{\"rendered\":\"<p>B</p>\"}}"
                .formatted(status));

    assertThat(rejection.reason()).isEqualTo(Reason.INVALID_STATUS);
    assertThat(rejection.message()).contains("$.status is '" + status + "'");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      delimiter = '|',
      value = {
        "{}|EMPTY_BODY|$.content.rendered holds no text",
        "{\"content\":{\"rendered\":\"<p>&nbsp;</p>\"}}|EMPTY_BODY|$.content.rendered holds no text",
        "{\"content\":{\"rendered\":\"\",\"protected\":true}}|EMPTY_BODY|$.content.protected is true",
        "{\"content\":\"<p>x</p>\"}|UNSUPPORTED_FORMAT|$.content is a string; it must be an object",
        "{\"content\":{\"rendered\":7}}|UNSUPPORTED_FORMAT|$.content.rendered is a number",
        "{\"content\":{\"rendered\":\"x\"},\"title\":[]}|UNSUPPORTED_FORMAT|$.title is an array",
        "{\"content\":{\"rendered\":\"x\"},\"date_gmt\":\"0000-00-00T00:00:00\"}|INVALID_DATE|$.date_gmt is '0000-00-00",
        "{\"content\":{\"rendered\":\"x\"},\"modified_gmt\":\"soon\"}|INVALID_DATE|$.modified_gmt is 'soon'",
        "{\"content\":{\"rendered\":\"x\"},\"link\":\"javascript:x\"}|INVALID_URI|$.link is 'javascript:x'",
        "{\"content\":{\"rendered\":\"x\"},\"_embedded\":{\"wp:term\":[[3]]}}|UNSUPPORTED_FORMAT|$._embedded['wp:term'][0][0] is a number"
      })
  void aRejectionNamesThePath(String json, Reason reason, String message) {
    Rejection rejection = WORDPRESS.rejected(json);

    assertThat(rejection.reason()).isEqualTo(reason);
    assertThat(rejection.message()).contains(message);
  }

  @Test
  void aPostWithoutATitleIsTold() {
    var accepted =
        Submissions.ingest(
            WORDPRESS.of("{\"content\":{\"rendered\":\"<p>One</p><p>Two</p>\"}}").build());

    assertThat(accepted.notes()).singleElement().asString().contains("$.title.rendered");
  }
}
