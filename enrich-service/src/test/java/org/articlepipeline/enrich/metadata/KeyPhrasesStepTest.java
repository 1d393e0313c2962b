package org.articlepipeline.enrich.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.articlepipeline.schemas.KeyPhrase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyPhrasesStepTest {
  private static final String BODY =
      """
      Tidal turbines will stand in the mouth of the harbour, Nadia Brook said on Monday. The tidal turbines are made by \
      Acme Power. Each of them is as tall as the lighthouse.

      Fishermen are against the plan. They fear that the turbines change the sea bed, and that crabs leave. \
      The sea bed near the lighthouse has been surveyed twice. Brook said that the sea bed would be watched.

      Tourists come for the lighthouse. Tidal energy is cheap, and tidal energy is clean, Brook said.\
      """;

  private final Steps article =
      Steps.english("Tidal Turbines for the Harbour, Says Nadia Brook", BODY)
          .people("Nadia Brook/Brook")
          .organisations("Acme Power");

  @Test
  void whatComesEarlyOftenAndInTheHeadlineIsFirst() {
    List<KeyPhrase> phrases = article.run(new KeyPhrasesStep()).getKeyPhrases();

    assertThat(phrases.getFirst().getText()).isEqualTo("tidal turbines");
    assertThat(phrases.getFirst().getScore()).isEqualTo(1.0);
    assertThat(phrases)
        .extracting(KeyPhrase::getText)
        .contains("sea bed", "lighthouse", "tidal energy")
        .hasSizeLessThanOrEqualTo(10);
    assertThat(phrases)
        .extracting(KeyPhrase::getScore)
        .allMatch(score -> score > 0 && score <= 1)
        .isSortedAccordingTo((a, b) -> Double.compare(b, a));
  }

  @Test
  void entitiesAndPartsOfOthersAreNotRepeated() {
    assertThat(texts(article))
        .doesNotContain("turbines", "bed", "sea", "Brook", "Acme Power", "power")
        .doesNotHaveDuplicates();
  }

  @Test
  void capitalsOfSentencesAndTitlesAreNoNames() {
    String body =
        """
        Harbour Plans Divide Old Town Residents

        Floating markets return. Floating markets were closed for years. People like floating markets and the \
        Silver Anchor prize. The Silver Anchor prize is small. NASA engineers and NASA engineers only built it.\
        """;

    assertThat(texts(Steps.english("FLOATING MARKETS RETURN", body)))
        .contains("floating markets", "Silver Anchor prize", "NASA engineers")
        .noneMatch(phrase -> phrase.contains("Floating") || phrase.contains("Plans"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "One.",
        "THE HARBOUR IS OPEN. THE HARBOUR IS OPEN. THE HARBOUR IS OPEN.",
        "He said that they were there and it was so.",
        "It seems very good. It seems very good. It seems very good.",
      })
  void nothingToSayGivesNoPhrase(String body) {
    assertThat(texts(Steps.english("", body))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "fr", "es", "ja", "und"})
  void otherLanguagesHaveNone(String language) {
    assertThat(texts(Steps.in(language, "Hafen", "Der Hafen ist offen. Der Hafen ist offen. ")))
        .isEmpty();
  }

  @Test
  @Timeout(60)
  void longTextTakesBoundedTime() {
    for (String piece :
        List.of("harbour plan ", "harbour-", "Sea bed. ", "a ", "The sea bed of it. ")) {
      texts(Steps.english("Sea bed", piece.repeat(1_000_000 / piece.length())));
    }
  }

  private static List<String> texts(Steps steps) {
    return steps.run(new KeyPhrasesStep()).getKeyPhrases().stream()
        .map(KeyPhrase::getText)
        .toList();
  }
}
