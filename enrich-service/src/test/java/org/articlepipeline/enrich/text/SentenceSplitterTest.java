package org.articlepipeline.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.articlepipeline.enrich.text.Sentence.Style;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceSplitterTest {

  /** A bar stands where a sentence ends. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "It rained. | Nobody came.",
        "“It rained.” | Nobody came.",
        "“Did it rain?” she asked. | “Yes,” he said.",
        "Mr. Brook met Dr. Lane in St. Albans. | They spoke.",
        "It cost $3.5 million. | That is a lot.",
        "They live in the U.S. | The others do not.",
        "The U.S. Senate voted. | It passed.",
        "Read No. 45 first. | Then No. 46.",
        "He said no. | She said yes.",
        "On Aug. 5 the port opened. | Ships came.",
        "John F. Lane spoke. | So did I. | He left.",
        "Acme Inc. Chairman Lane left. | Nobody knows why.",
        "Wait… what? | Yes.",
        "我来了。 | 你呢？ | 好。",
        "Roe v. Lane was heard. | It took days.",
      })
  void sentencesEndWhereTheyShould(String marked) {
    assertThat(sentences(marked.replace(" | ", " "))).isEqualTo(List.of(marked.split(" \\| ")));
  }

  @Test
  void aShortLineWithoutAFullStopIsAHeading() {
    assertThat(sentences("What we know\nThe port is closed.\nShips wait."))
        .containsExactly("What we know", "The port is closed.", "Ships wait.");
  }

  @Test
  void aWrappedLineGoesOn() {
    String text =
        "The port was closed on Monday after a storm had damaged the Northgate\nLighthouse, he said.";

    assertThat(sentences(text)).containsExactly(text);
  }

  @Test
  void paragraphsEndAtBlankLines() {
    AnalysedText text = AnalysedText.of("One. Two.\nThree.\n \nFour.\n\n\nFive.");

    assertThat(text.paragraphs().stream().map(span -> span.of(text.text())))
        .containsExactly("One. Two.\nThree.", "Four.", "Five.");
    assertThat(text.sentences().stream().map(Sentence::paragraph)).containsExactly(0, 0, 0, 1, 2);
  }

  @Test
  void nothingHasNoSentence() {
    assertThat(AnalysedText.of(" \n\n ").sentences()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Mayor Opens the New Harbour in Northgate", "Storm Hits Coast Again"})
  void titlesAreKnownByTheirCapitals(String line) {
    assertThat(AnalysedText.of(line).sentences().getFirst().style()).isEqualTo(Style.TITLE_CASE);
  }

  @Test
  void shoutedLinesAreKnown() {
    assertThat(AnalysedText.of("MAYOR OPENS 2 PORTS").sentences().getFirst().style())
        .isEqualTo(Style.ALL_CAPS);
    assertThat(AnalysedText.of("CNN").sentences().getFirst().style()).isEqualTo(Style.PLAIN);
  }

  @Test
  @Timeout(60)
  void manySignsTakeLinearTime() {
    for (String piece : List.of("« ", ") ", "” ", ". ", "(", "\n", "a\nb ")) {
      assertThat(AnalysedText.of(piece.repeat(1_000_000)).text()).isNotEmpty();
    }
  }

  private static List<String> sentences(String text) {
    AnalysedText analysed = AnalysedText.of(text);
    return analysed.sentences().stream()
        .map(s -> analysed.span(s.firstToken(), s.endToken()).of(text))
        .toList();
  }
}
