package org.articlepipeline.ingest.json;

import static org.articlepipeline.ingest.json.JsonSubmissions.sample;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.articlepipeline.ingest.Submissions;
import org.articlepipeline.schemas.Article;
import org.articlepipeline.schemas.Format;
import org.articlepipeline.schemas.Image;
import org.articlepipeline.schemas.Reason;
import org.articlepipeline.schemas.Rejection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NinjsDecoderTest {

  private static final JsonSubmissions NINJS = new JsonSubmissions(Format.NINJS);

  @Test
  void readsNinjs3() {
    Article article = NINJS.article(sample("/ninjs/ferry-3.json"));

    assertThat(article.getHeadline()).isEqualTo("Night ferry to Aldersund sails again");
    assertThat(article.getSubheadline()).isEqualTo("Two boats & one crew");
    assertThat(article.getBody())
        .isEqualTo(
            "The night ferry left at ten with sixty cars & a bus.\n\n“It is the captain’s birthday,” said the mate.");
    assertThat(article.getByline()).isEqualTo("Mira Holt");
    assertThat(article.getAuthors()).containsExactly("Mira Holt");
    assertThat(article.getKeywords()).containsExactly("shipping", "local transport");
    assertThat(article.getLanguage()).isEqualTo("en-GB");
    assertThat(article.getRights()).isEqualTo("© 2026 Coastwire Not for use after 2030.");
    assertThat(article.getDatePublished()).isEqualTo(Instant.parse("2026-02-10T06:15:00Z"));
    assertThat(article.getDateModified()).isEqualTo(Instant.parse("2026-02-10T08:40:12Z"));
    assertThat(article.getImages())
        .containsExactly(
            new Image(
                "https://img.example/ferry-2400.jpg", "The ferry at its berth.", "Lea Strand"));
  }

  @Test
  void readsNinjs2() {
    Article article = NINJS.article(sample("/ninjs/council-2.json"));

    assertThat(article.getHeadline()).isEqualTo("Gemeinderat „vertagt“ Entscheidung");
    assertThat(article.getBody())
        .isEqualTo(
            "Der Gemeinderat hat die Entscheidung über das Hallenbad vertagt.\n\nNun soll ein Gutachten her.");
    assertThat(article.getDatePublished()).isEqualTo(Instant.parse("2026-01-12T16:02:28Z"));
    assertThat(article.getRights()).isEqualTo("Talpresse");
    assertThat(article.getImages())
        .containsExactly(new Image("https://img.example/bad.jpg", "Das Hallenbad", "Talpresse"));
  }

  @Test
  void readsNinjs1() {
    Article article = NINJS.article(sample("/ninjs/market-1.json"));

    assertThat(article.getHeadline()).isEqualTo("Market day moves to the quay");
    assertThat(article.getBody())
        .isEqualTo("The market moves to the quay in spring.\n\nStalls open at seven.");
    assertThat(article.getAuthors()).containsExactly("Per Dahl", "Ida Moe");
    assertThat(article.getKeywords()).containsExactly("market", "quay", "economy");
    assertThat(article.getDatePublished()).isEqualTo(Instant.parse("2026-02-01T05:00:00Z"));
    assertThat(article.getDateModified()).isEqualTo(Instant.parse("2026-02-02T05:30:00Z"));
    assertThat(article.getRights()).isNull();
    assertThat(article.getImages())
        .containsExactly(
            new Image("https://img.example/m-4000.jpg", "Stalls in the rain", "Ida Moe"));
  }

  @Test
  void whatTheSubmissionStatesWins() {
    Article article =
        Submissions.ingest(
                NINJS
                    .of(sample("/ninjs/ferry-3.json"))
                    .setHeadline("Given")
                    .setKeywords(List.of("given"))
                    .setRights("Given rights")
                    .setImages(List.of())
                    .build())
            .article();

    assertThat(article.getHeadline()).isEqualTo("Given");
    assertThat(article.getKeywords()).containsExactly("given");
    assertThat(article.getRights()).isEqualTo("Given rights");
    assertThat(article.getImages()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      delimiter = '|',
      value = {
        "{\"role\":\"seo\",\"value\":\"A\"},{\"value\":\"B\"},{\"role\":\"main\",\"value\":\"C\"}|C",
        "{\"role\":\"seo\",\"value\":\"A\"},{\"role\":\"print\",\"value\":\"B\"},{\"value\":\"C\"}|B",
        "{\"role\":\"sub\",\"value\":\"A\"},{\"role\":\"short\",\"value\":\"B\"}|B",
        "{\"role\":\"main\",\"value\":\" \"},{\"role\":\"sub\",\"value\":\"A\"}|Old"
      })
  void theMainHeadlineIsTaken(String headlines, String expected) {
    String json = "{\"headline\":\"Old\",\"body_text\":\"x\",\"headlines\":[%s]}";

    assertThat(NINJS.article(json.formatted(headlines)).getHeadline()).isEqualTo(expected);
  }

  @Test
  void aBodyOfXhtmlComesBeforePlainText() {
    assertThat(
            NINJS
                .article(
                    "{\"headline\":\"H\",\"body_text\":\"no\",\"body_xhtml\":\"<p>One</p><p>Two</p>\"}")
                .getBody())
        .isEqualTo("One\n\nTwo");
    assertThat(
            NINJS
                .article("{\"headline\":\"H\",\"body_text\":\"plain\",\"body_html\":\" <p></p>\"}")
                .getBody())
        .isEqualTo("plain");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      delimiter = '|',
      value = {
        "{\"body_text\":\"x\",\"pubstatus\":\"canceled\"}|INVALID_STATUS|$.pubstatus is 'canceled'",
        "{\"body_text\":\"x\",\"pubStatus\":\"withheld\"}|INVALID_STATUS|$.pubStatus is 'withheld'",
        "{\"headline\":\"x\"}|EMPTY_BODY|$.bodies has no value",
        "{\"bodies\":[{\"value\":null}]}|EMPTY_BODY|$.bodies has no value",
        "{\"body_html\":\"<script>x</script>\"}|EMPTY_BODY|$.body_html holds no text",
        "{\"bodies\":[{\"contentType\":\"text/xml\",\"value\":\"<n/>\"}]}|UNSUPPORTED_FORMAT|$.bodies[0].value is 'text/xml'",
        "{\"bodies\":\"x\"}|UNSUPPORTED_FORMAT|$.bodies is a string; it must be an array",
        "{\"bodies\":[7]}|UNSUPPORTED_FORMAT|$.bodies[0] is a number; it must be an object",
        "{\"bodies\":[{\"value\":[1]}]}|UNSUPPORTED_FORMAT|$.bodies[0].value is an array; it must be a string",
        "{\"body_text\":\"x\",\"headline\":{}}|UNSUPPORTED_FORMAT|$.headline is an object; it must be a string",
        "{\"body_text\":\"x\",\"versioncreated\":\"yesterday\"}|INVALID_DATE|$.versioncreated is 'yesterday'",
        "{\"body_text\":\"x\",\"versionCreated\":\"2026-02-30T00:00:00Z\"}|INVALID_DATE|$.versionCreated is '2026-02-30",
        "{\"body_text\":\"x\",\"firstcreated\":\"0001-01-01T00:00:00Z\"}|INVALID_DATE|$.firstcreated",
        "{\"body_text\":\"x\",\"firstcreated\":1767225600}|UNSUPPORTED_FORMAT|$.firstcreated is a number",
        "{\"body_text\":\"x\",\"associations\":{\"a b\":{\"renditions\":5}}}|UNSUPPORTED_FORMAT|$.associations['a b'].renditions is a number"
      })
  void aRejectionNamesThePath(String json, Reason reason, String message) {
    Rejection rejection = NINJS.rejected(json);

    assertThat(rejection.reason()).isEqualTo(reason);
    assertThat(rejection.message()).contains(message);
  }

  @ParameterizedTest
  @CsvSource({"embargoed", "embargoedUntil"})
  void anEmbargoThatOnlyTheItemTellsHolds(String field) {
    Instant later = Submissions.NOW.plus(Duration.ofHours(1));
    var item = NINJS.of("{\"body_text\":\"x\",\"%s\":\"%s\"}".formatted(field, later));

    assertThat(Submissions.ingest(item.build()).embargoedUntil()).isEqualTo(later);
    item.setEmbargoedUntil(later.plusSeconds(1));
    assertThat(Submissions.ingest(item.build()).embargoedUntil()).isEqualTo(later.plusSeconds(1));
    item.setEmbargoedUntil(Submissions.NOW);
    assertThat(Submissions.ingest(item.build()).embargoedUntil()).isEqualTo(later);
  }
}
