package org.articlepipeline.enrich.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SummaryStepTest {
  private static final String HEADLINE = "Harbour of Northgate reopens after the storm";
  private static final String LEAD =
      "The harbour of Northgate was opened again on Monday, two weeks after the storm.";

  /** Long enough that sentences are ranked; none of it says much about the harbour. */
  private static final String REST =
      """


      Bakers along the quay sold bread to everybody who passed, and some of them gave it away. A brass band was \
      playing songs that nobody had heard for years in the old town. Children were running between the stalls \
      until late in the evening, when the rain began. Two dogs had been lost and were found by a policeman. \
      The museum in the lighthouse was closed, since its keeper had a cold. Tourists were taking pictures of the \
      sea from the upper street, where the view is best in spring. Most shops will be open until nine. \
      A painter had left his hat on the wall, and nobody knew which one of them it was.\
      """;

  @Test
  void theLeadAndWhatTheHeadlineSaysComeFirst() {
    String summary =
        english(
            LEAD
                + " Engineers had repaired both piers of the harbour in Northgate after the storm broke them."
                + REST);

    assertThat(summary).startsWith(LEAD + " Engineers had repaired both piers");
    assertThat(summary).hasSizeLessThanOrEqualTo(400);
  }

  @Test
  void sentencesStayInTheirOrder() {
    String last = " The storm had broken both piers of the harbour of Northgate.";

    assertThat(english(REST.strip() + last)).endsWith(last.strip());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It was the worst storm that the harbour of Northgate has seen since the war.",
        "But the harbour of Northgate was damaged by the storm more than anybody thought.",
        "In 1995, at the age of forty, she had rebuilt the harbour after another storm.",
        "When he came to the harbour of Northgate, the storm was over for good.",
        "“The harbour of Northgate was closed by the storm. It was opened today,” he said.",
        "“The storm closed the harbour of Northgate,” he said.",
        "Will the harbour of Northgate be opened again before the next storm comes?",
        "Read more about the storm and the harbour of Northgate in what we wrote before.",
        "The harbour of Northgate in the storm, as seen by a visitor from the upper street.",
        "Harbour of Northgate after the storm. Photo: Ida Moss was there.",
        "HARBOUR OF NORTHGATE WAS CLOSED BECAUSE OF THE STORM AND IS OPEN.",
        "Harbour of Northgate after the storm",
        "The harbour of Northgate, she said, was “closed by the storm",
        "I was in the harbour of Northgate when the storm came and nobody was there.",
      })
  void whatCannotStandAloneIsNotTaken(String sentence) {
    String summary = english(LEAD + "\n\n" + sentence + "\n\n" + REST.strip());

    assertThat(summary).startsWith(LEAD).doesNotContain(sentence.substring(sentence.length() - 20));
  }

  @Test
  void aWholeQuotationMayBeIn() {
    String sentence =
        "Mayor Nadia Brook called the harbour of Northgate “the heart of the town in every storm.”";

    assertThat(english(LEAD + " " + sentence + REST)).contains(sentence);
  }

  @Test
  void aQuotationIsNeverCut() {
    String summary =
        english(
            LEAD
                + "\n\nMayor Brook said: “The harbour of Northgate is open. The storm is over. We are glad.”"
                + REST);

    assertThat(summary).doesNotContain("“", "”");
  }

  @Test
  void aShortArticleIsSummedUpByItsLead() {
    String body = LEAD + " The first ships came in before noon.\n\nNobody was hurt.";

    assertThat(english(body)).isEqualTo(body.replace("\n\n", " "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "No sentence end",
        "“Only this. And that.”",
        "WHY?",
        "He said so. They did, too. It was late.",
      })
  void nothingIsBetterThanNonsense(String body) {
    assertThat(english(body)).isNull();
  }

  @Test
  void oneGiantSentenceIsNoSummary() {
    assertThat(english("The harbour is open and " + "the sea is calm and ".repeat(500) + "blue."))
        .isNull();
    assertThat(english("word ".repeat(200_000))).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "de | Der Hafen von Nordtor ist seit dem 3. Mai wieder offen. Das teilte die Stadt mit. | Der Hafen von Nordtor ist seit dem 3. Mai wieder offen. Das teilte die Stadt mit.",
        "fr | Le port a été rouvert lundi après deux semaines de travaux. « Nous sommes là. Enfin », a dit le maire. | Le port a été rouvert lundi après deux semaines de travaux.",
        "es | El puerto fue reabierto el lunes después de dos semanas de obras. | El puerto fue reabierto el lunes después de dos semanas de obras.",
        "ja | 港は月曜日に再び開かれた。最初の船は正午前に到着した。 | 港は月曜日に再び開かれた。 最初の船は正午前に到着した。",
      })
  void otherLanguagesAreSummedUpByTheirBeginning(String language, String body, String summary) {
    assertThat(Steps.in(language, "", body).run(new SummaryStep()).getSummary()).isEqualTo(summary);
  }

  @Test
  void anAbbreviationEndsNoSummaryInALanguageWhoseAbbreviationsAreNotKnown() {
    String body =
        "Der Hafen wurde am Montag geöffnet. Dort lagen ca. 50 Schiffe bzw. "
            + "Boote ".repeat(90)
            + "am Kai.";

    assertThat(Steps.in("de", "", body).run(new SummaryStep()).getSummary())
        .isEqualTo("Der Hafen wurde am Montag geöffnet.");
  }

  private static @Nullable String english(String body) {
    return Steps.english(HEADLINE, body).run(new SummaryStep()).getSummary();
  }
}
