package org.articlepipeline.ingest.cleanup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.articlepipeline.ingest.Submissions;
import org.articlepipeline.ingest.draft.Draft;
import org.articlepipeline.ingest.text.Apostrophes;
import org.articlepipeline.ingest.text.Origin;
import org.articlepipeline.schemas.Article;
import org.articlepipeline.schemas.Removal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The steps that need more than one line to decide. */
class CleanupRulesTest {

  private static final String PARAGRAPH =
      "The old harbour bridge opened to traffic again on Monday, two years after it had been closed overnight.";

  @ParameterizedTest
  @CsvSource({
    "Kanye West‘s run, Kanye West’s run",
    "they‘re WE‘LL I‘d, they’re WE’LL I’d",
    "in the ‘90s, in the ’90s",
    "‘We were close’, ‘We were close’",
    "said: ‘so it goes’, said: ‘so it goes’",
    "‘1984’ and ‘2001’, ‘1984’ and ‘2001’",
    "O‘Brien, O‘Brien",
  })
  void apostrophesAreTurnedAndQuotesAreNot(String given, String expected) {
    assertThat(Apostrophes.mend(given)).isEqualTo(expected);
  }

  @Test
  void theFirstLineIsTheHeadline() {
    Draft draft = new TakeHeadline().apply(Draft.of(List.of("", "Title", "", "Text.")));

    assertThat(draft.headline()).isEqualTo("Title");
    assertThat(draft.lines()).containsExactly("", "Text.");
    assertThat(draft.removals()).isEmpty();
  }

  @Test
  void aTextOfOneLineKeepsIt() {
    Draft draft = new TakeHeadline().apply(Draft.of(List.of("Flash: bridge open")));

    assertThat(draft.headline()).isEqualTo("Flash: bridge open");
    assertThat(draft.lines()).containsExactly("Flash: bridge open");
  }

  @Test
  void aSectionsNameAboveTheHeadlineIsASection() {
    Draft draft =
        new RemoveKickers()
            .apply(Draft.of(List.of("World News", "", "Bridge opens at last", "", PARAGRAPH)));

    assertThat(draft.sections()).containsExactly("World News");
    assertThat(draft.lines()).containsExactly("", "Bridge opens at last", "", PARAGRAPH);
    assertThat(draft.removals()).extracting(Removal::getRule).containsExactly("kicker");
  }

  @Test
  void aHeadlineOfOneWordAboveTheTextStays() {
    var draft = Draft.of(List.of("Weather", "", PARAGRAPH, "", PARAGRAPH));

    assertThat(new RemoveKickers().apply(draft)).isEqualTo(draft);
  }

  @Test
  void aHeadlineAboveAnotherLineStaysUnlessThePageNamesItsSite() {
    var lines = List.of("Hard Times", "How one town left the grid", "", PARAGRAPH);
    var draft = Draft.of(lines);

    assertThat(new RemoveKickers().apply(draft)).isEqualTo(draft);
    assertThat(
            new RemoveKickers()
                .apply(
                    draft.withOrigin(
                        new Origin("https://www.hardtimes.example/2024/grid", null, null)))
                .lines())
        .startsWith("How one town left the grid");
  }

  @Test
  void aStatementWithNoPageAroundItIsNoHeadline() {
    Draft draft = new TakeHeadline().apply(Draft.of(List.of(PARAGRAPH, "", "Text.")));

    assertThat(draft.headline()).isNull();
    assertThat(draft.lines()).startsWith(PARAGRAPH);
  }

  @Test
  void aFirstLineAsLongAsAParagraphIsNoHeadline() {
    Draft draft = new TakeHeadline().apply(Draft.of(List.of("x".repeat(251), "", "Text.")));

    assertThat(draft.headline()).isNull();
    assertThat(draft.lines()).hasSize(3);
  }

  @Test
  void aHeadlineThatWasGivenStaysAndIsNotRepeatedInTheText() {
    Draft given = Draft.of(List.of("TITLE of it!", "", "Text.")).withHeadline("Title of it");

    Draft draft = new TakeHeadline().apply(given);

    assertThat(draft.headline()).isEqualTo("Title of it");
    assertThat(draft.lines()).containsExactly("", "Text.");
    assertThat(draft.removals()).extracting(Removal::getRule).containsExactly("repeated-headline");
    Draft other =
        new TakeHeadline().apply(Draft.of(List.of("Text.", "More.")).withHeadline("Title"));
    assertThat(other.lines()).containsExactly("Text.", "More.");
  }

  @Test
  void aBylineIsTakenOnlyFromJustBelowTheHeadline() {
    Draft draft = new HarvestByline().apply(Draft.of(List.of("By Ann Lee and Bo Li", "", "Text.")));
    assertThat(draft.byline()).isEqualTo("Ann Lee and Bo Li");
    assertThat(draft.removals()).hasSize(1);

    Draft late = new HarvestByline().apply(Draft.of(List.of("a", "b", "c", "By Ann Lee")));
    assertThat(late.byline()).isNull();
  }

  @Test
  void shortLinesThatAreNotFullStayParagraphs() {
    var verses =
        List.of(
            "Roses are red and stand by the garden gate,", "Violets are blue,", "So is the sea.");

    assertThat(new JoinWrappedLines().apply(Draft.of(verses)).lines()).isEqualTo(verses);
  }

  @Test
  void metadataInTheMiddleOfATextIsTheAuthors() {
    var lines =
        java.util.stream.IntStream.range(0, 21)
            .mapToObj(i -> i == 10 ? "Filed under: Secrets" : "Line " + i)
            .toList();

    assertThat(new HarvestMetadataLines().apply(Draft.of(lines)).removals()).isEmpty();
  }

  @Test
  void aHeadlineThatStartsLikeFurnitureStays() {
    Article article =
        Submissions.ingest("Watch: Ferry leaves the pier\n\nThe ferry left at noon.").article();

    assertThat(article.getHeadline()).isEqualTo("Watch: Ferry leaves the pier");
  }

  @Test
  void theListUnderRelatedArticlesGoesUpToTheNextParagraph() {
    Article article =
        Submissions.ingest(
                """
                Title

                %1$s

                Related articles
                One other story
                Another one

                The second part

                %1$s
                """
                    .formatted(PARAGRAPH))
            .article();

    assertThat(article.getBody()).isEqualTo(PARAGRAPH + "\n\nThe second part\n\n" + PARAGRAPH);
    assertThat(article.getRemovals()).hasSize(3);
  }

  @Test
  void buttonsHeadPartsOfATextButNotItsEdges() {
    Article article =
        Submissions.ingest("Title\nSearch\n%1$s\nSearch\n%1$s\nSearch".formatted(PARAGRAPH))
            .article();

    assertThat(article.getBody()).isEqualTo(PARAGRAPH + "\n\nSearch\n\n" + PARAGRAPH);
  }

  @Test
  void lessThanSureRulesNeverTakeMoreThanHalf() {
    Article article =
        Submissions.ingest("Title\nRelated articles\nOne story\nTwo stories\nThree").article();

    assertThat(article.getBody()).contains("Two stories");
  }

  @Test
  void buttonsOnLinesOfTheirOwnGoTogether() {
    Article article =
        Submissions.ingest("Title\n%s\nFacebook\nTwitter\nWhatsApp".formatted(PARAGRAPH)).article();
    Article one = Submissions.ingest("Title\n%s\nFacebook".formatted(PARAGRAPH)).article();

    assertThat(article.getBody()).isEqualTo(PARAGRAPH);
    assertThat(one.getBody()).endsWith("Facebook");
  }

  @Test
  void aBiographyGoesOnlyWhereItsAuthorIsKnown() {
    String bio = "Ann Lee is a staff writer at the Harbour Observer.";
    Article known =
        Submissions.ingest("Title\nBy Ann Lee\n%s\n%s".formatted(PARAGRAPH, bio)).article();
    Article unknown = Submissions.ingest("Title\n%s\n%s".formatted(PARAGRAPH, bio)).article();
    Article said =
        Submissions.ingest("Title\nBy Ann Lee\n%1$s\nAnn Lee said so.".formatted(PARAGRAPH))
            .article();

    assertThat(known.getBody()).isEqualTo(PARAGRAPH);
    assertThat(unknown.getBody()).endsWith(bio);
    assertThat(said.getBody()).endsWith("Ann Lee said so.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "LONDON, March 3, 2024 (Northwire) - ; 2024-03-03T00:00:00Z",
        "PORT ELLERY, Maine, March 3, 2024 — ; 2024-03-03T00:00:00Z",
        "Berlin, 3. März 2024 (dpa) – ; 2024-03-03T00:00:00Z",
        "Paris, le 3 mars 2024 – ; 2024-03-03T00:00:00Z",
        "LONDON, March 3 (Northwire) - ;",
        "On Monday, March 3, 2024 the council - ;",
      })
  void aDatelineDatesWhatNothingElseDoes(String dateline, @Nullable Instant expected) {
    Article article = Submissions.ingest("Title\n\n" + dateline + PARAGRAPH).article();

    assertThat(article.getDatePublished()).isEqualTo(expected);
    assertThat(article.getBody()).startsWith(dateline);
  }

  @Test
  void namesOfSectionsAreNormal() {
    Article article =
        Submissions.ingest(
                "Title\n2024-01-03|Film &amp; TV, film & tv , Arts|Tags: #Sea, Sea|\n" + PARAGRAPH)
            .article();

    assertThat(article.getSections()).containsExactly("Film & TV", "Arts");
    assertThat(article.getKeywords()).containsExactly("Sea");
  }

  @Test
  void labelsOnLinesOfTheirOwnTellWhatTheNextLineIs() {
    Article article =
        Submissions.ingest(
                "Title\nPublished\nJanuary 3, 2024\nBy\nAnn Lee\n%s\nText: Bo Li"
                    .formatted(PARAGRAPH))
            .article();

    assertThat(article.getDatePublished()).isEqualTo("2024-01-03T00:00:00Z");
    assertThat(article.getAuthors()).containsExactly("Ann Lee");
    assertThat(article.getBody()).isEqualTo(PARAGRAPH);
  }

  @Test
  void aWrappedSentenceKeepsALineOfFurnitureWords() {
    Article article =
        Submissions.ingest(
                """
                Title

                Since Monday the ministry's pages can't be seen on
                Facebook and Twitter
                any more, and nobody at the ministry could say why
                read more
                than one of them had been closed on the same day.
                """)
            .article();

    assertThat(article.getBody()).contains("Facebook and Twitter").contains("read more");
  }
}
