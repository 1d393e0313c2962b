package org.articlepipeline.enrich.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadabilityStepTest {

  @ParameterizedTest
  @CsvSource({
    "the,1",
    "harbour,2",
    "take,1",
    "table,2",
    "walked,1",
    "wanted,2",
    "takes,1",
    "boxes,2",
    "reads,1",
    "sky,1",
    "yellow,2",
    "people,2",
    "area,2",
    "TV,2",
    "x,1",
    "mayor,2",
    "re-election,4",
  })
  void syllablesAreGroupsOfVowels(String word, int syllables) {
    assertThat(Math.abs(Syllables.count(word) - syllables))
        .isLessThanOrEqualTo(word.equals("area") || word.startsWith("re-") ? 1 : 0);
  }

  @Test
  void theFormulaIsFleschs() {
    // 10 words of one syllable in each sentence.
    String body = "The cat sat on the mat and ate the fish. ".repeat(12);

    assertThat(readability("en", body)).isEqualTo(100.0);
    // 5 words and 12 syllables in each: 206.835 - 1.015 * 5 - 84.6 * 12 / 5 is below 0.
    assertThat(
            readability(
                "en", "Administrative responsibility exceeds ministerial authority. ".repeat(30)))
        .isZero();
  }

  @Test
  void longWordsAndSentencesAreHarder() {
    String easy = "The sea was calm and the boats came in with fish for the town. ";
    String hard =
        "The municipal administration announced considerable infrastructure investments, "
            + "notwithstanding budgetary uncertainties that several independent economists anticipate. ";

    assertThat(readability("en", easy.repeat(20))).isGreaterThan(90);
    assertThat(readability("en", hard.repeat(20))).isLessThan(20);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Too short to say.", "No end at all "})
  void tooLittleTextHasNone(String body) {
    assertThat(readability("en", body.repeat(5))).isNull();
  }

  @Test
  void headingsDoNotCount() {
    assertThat(readability("en", "What we know\n\n".repeat(100))).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "fr", "es", "ja", "und"})
  void otherLanguagesHaveNone(String language) {
    assertThat(
            readability(language, "Der Hafen ist heute offen und die Stadt ist froh. ".repeat(30)))
        .isNull();
    assertThat(readability(null, "The harbour is open. ".repeat(90))).isNull();
  }

  private static @Nullable Double readability(@Nullable String language, String body) {
    return Steps.in(language, "", body).run(new ReadabilityStep()).getReadability();
  }
}
