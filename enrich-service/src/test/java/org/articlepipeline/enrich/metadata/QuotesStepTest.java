package org.articlepipeline.enrich.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.articlepipeline.schemas.EnrichedArticle;
import org.articlepipeline.schemas.Quote;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuotesStepTest {
  private static final String BROOK = "Nadia Brook/Brook/Nadia";
  private static final String LANE = "Alan Lane/Lane";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "“The harbour is open again,” said Nadia Brook.",
        "“The harbour is open again,” Brook said on Monday.",
        "“The harbour is open again,” the mayor, Nadia Brook, told reporters.",
        "“The harbour is open again,” said the mayor, Nadia Brook.",
        "“The harbour is open again!” Brook shouted.",
        "Nadia Brook said: “The harbour is open again.”",
        "Nadia Brook said that “the harbour is open again.”",
        "Nadia Brook, who runs the town, said “the harbour is open again” and left.",
        "According to Nadia Brook, “the harbour is open again.”",
        "“The harbour is open again,” according to Nadia Brook.",
        "Nadia Brook stated,\n\n“The harbour is open again.”",
        "Brook: “The harbour is open again.”",
        "“The harbour is open again.” — Nadia Brook",
        "Nadia Brook was happy. “The harbour is open again,” she said.",
        "Brook met Alan Lane. “The harbour is open again,” she told him.",
        "Brook also said she was glad. “The harbour is open again.”",
        "\"The harbour is open again,\" said Nadia Brook.",
        "‘The harbour is open again,’ said Nadia Brook.",
      })
  void aNamedSpeakerIsFound(String body) {
    List<Quote> quotes = quotes(Steps.english("", body).people(BROOK, LANE));

    assertThat(quotes).extracting(Quote::getSpeaker).containsExactly("Nadia Brook");
    assertThat(quotes.getFirst().getText()).containsIgnoringCase("the harbour is open again");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nadia Brook came. “The harbour is open again,” a fisherman said.",
        "“The harbour is open again,” the posters of Alan Lane’s party read.",
        "“The harbour is open again,” said of Nadia Brook’s plan.",
        "Everybody looked at Nadia Brook. “The harbour is open again” was the headline.",
        "“The harbour is open again,” they said. Nadia Brook left.",
        "“The harbour is open again,” Moss said.",
      })
  void nobodyIsNamedWhereItIsNotSaidWhoSpoke(String body) {
    assertThat(quotes(Steps.english("", body).people(BROOK, LANE)))
        .extracting(Quote::getSpeaker)
        .containsExactly((String) null);
  }

  @Test
  void aSpeakerGoesOnAfterTheAttribution() {
    String body =
        """
        “We waited for two weeks,” said Nadia Brook, who met Alan Lane. “The harbour was closed all the time.”

        “It is open now, and that is good news for all of us.”

        “I do not agree with that at all,” Lane replied. She called it “a day to remember for years.”\
        """;

    assertThat(quotes(Steps.english("", body).people(BROOK, LANE)))
        .extracting(Quote::getSpeaker)
        .startsWith("Nadia Brook", "Nadia Brook", "Nadia Brook", "Alan Lane");
  }

  @Test
  void oneQuotationMayRunOverParagraphs() {
    String body =
        """
        “We waited for two weeks. Nobody came.

        “Then the ships arrived, and we were glad.

        “It was a good day,” Brook said. The rest is silence.\
        """;

    List<Quote> quotes = quotes(Steps.english("", body).people(BROOK));

    assertThat(quotes).hasSize(1);
    assertThat(quotes.getFirst().getSpeaker()).isEqualTo("Nadia Brook");
    assertThat(quotes.getFirst().getText()).startsWith("We waited").endsWith("good day,");
  }

  @Test
  void organisationsSpeakToo() {
    assertThat(
            quotes(
                Steps.english(
                        "", "“The port pays for all of it,” Acme Shipping said in a statement.")
                    .organisations("Acme Shipping")))
        .extracting(Quote::getSpeaker)
        .containsExactly("Acme Shipping");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The so-called “harbour plan” was dropped, Nadia Brook said.",
        "She read “The Old Man and the Sea” twice.",
        "The film “A Very Long Day in Northgate Harbour” won.",
        "It is called “Cowboys and Ships” there.",
        "“The harbour is open again, he said.",
        "The harbour is open again,” he said.",
        "The players’ union and the owners’ club met in the ’90s, rock ’n’ roll and all.",
        "He is 6' 2\" and she is 5' 11\" tall, they say in the town.",
        "“”",
        "“",
        "”“”“",
        "",
      })
  void titlesIroniesAndStrayMarksAreNoQuotes(String body) {
    assertThat(quotes(Steps.english("", body).people(BROOK))).isEmpty();
  }

  @Test
  void aForgottenEndCostsOnlyThatQuotation() {
    String body =
        """
        “This one was never closed by anybody at all.

        Nadia Brook said: “The harbour is open again.”\
        """;

    assertThat(quotes(Steps.english("", body).people(BROOK)))
        .extracting(Quote::getText)
        .containsExactly("The harbour is open again.");
  }

  @Test
  void whatIsQuotedInAQuotationIsPartOfIt() {
    assertThat(
            quotes(
                Steps.english("", "“He said ‘never again will I sail’ and left,” Brook said.")
                    .people(BROOK)))
        .extracting(Quote::getText)
        .containsExactly("He said ‘never again will I sail’ and left,");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "de | „Der Hafen ist endlich wieder offen“, sagte Nadia Brook. | Der Hafen ist endlich wieder offen",
        "de | »Der Hafen ist endlich wieder offen«, sagte Nadia Brook. | Der Hafen ist endlich wieder offen",
        "fr | « Le port est enfin de nouveau ouvert », a dit Nadia Brook. | Le port est enfin de nouveau ouvert",
        "es | «El puerto está abierto otra vez», dijo Nadia Brook. | El puerto está abierto otra vez",
        "sv | ”Hamnen är äntligen öppen igen”, sade Nadia Brook. | Hamnen är äntligen öppen igen",
        "ja | 市長は「港は今日からまた開かれています」と話した。 | 港は今日からまた開かれています",
      })
  void otherLanguagesHaveQuotesWithoutSpeaker(String language, String body, String quote) {
    List<Quote> quotes = quotes(Steps.in(language, "", body).people("Nadia Brook"));

    assertThat(quotes).extracting(Quote::getText).containsExactly(quote);
    assertThat(quotes).extracting(Quote::getSpeaker).containsExactly((String) null);
  }

  @Test
  void offsetsCutTheQuoteOutOfTheBody() {
    String body = "😀 “One 😀 two three four five six,” Brook said. “And seven eight nine ten.”";
    List<Quote> quotes = quotes(Steps.english("", body).people(BROOK));

    assertThat(quotes).hasSize(2);
    for (Quote quote : quotes) {
      assertThat(body.substring(quote.getStart(), quote.getEnd())).isEqualTo(quote.getText());
    }
  }

  @Test
  @Timeout(60)
  void manyMarksTakeLinearTime() {
    for (String piece :
        List.of("“a ", "'a ", "‘a b' ", "\"a ", "« »", "“x” he said ", "Brook said “")) {
      EnrichedArticle.Builder result =
          Steps.english("", piece.repeat(1_000_000 / piece.length())).run(new QuotesStep());
      assertThat(result.getQuotes()).isNotNull();
    }
  }

  private static List<Quote> quotes(Steps steps) {
    return steps.run(new QuotesStep()).getQuotes();
  }
}
