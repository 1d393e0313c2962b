package org.articlepipeline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.articlepipeline.schemas.Removal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The steps that need more than one line to decide. */
class CleanupStepsTest {

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
    assertThat(MendApostrophes.mend(given)).isEqualTo(expected);
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

  @ParameterizedTest
  @CsvSource({
    "Jane Doe, Jane Doe",
    "By Jane Doe & Bo Li, Jane Doe|Bo Li",
    "'By Ana de la Cruz, J.R. O’Neil and Xi-Ping Wu', Ana de la Cruz|J.R. O’Neil|Xi-Ping Wu",
    "Our own correspondent, ''",
    "admin, ''",
  })
  void authorsAreNamesOnly(String byline, String authors) {
    assertThat(Byline.authors(byline))
        .isEqualTo(authors.isEmpty() ? List.of() : List.of(authors.split("\\|")));
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
}
