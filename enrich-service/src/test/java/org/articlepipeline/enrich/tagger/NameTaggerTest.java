package org.articlepipeline.enrich.tagger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.articlepipeline.enrich.text.AnalysedText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameTaggerTest {
  private static final NameTagger TAGGER = NameTagger.load();
  private static final AnalysedText NONE = AnalysedText.of("");

  @Test
  void namesOfEachTypeAreFoundWithTheirTokens() {
    assertThat(
            names(
                "Last week Maria Delgado, who studied at the University of Leeds, moved to Lisbon."))
        .containsExactly(
            "PERSON Maria Delgado", "ORGANISATION University of Leeds", "PLACE Lisbon");
  }

  @Test
  void headlineAndBodyAreTaggedInTheirOwnTokens() {
    AnalysedText headline = AnalysedText.of("Maria Delgado leaves for New York");
    AnalysedText body = AnalysedText.of("In Lisbon a storm broke trees, said Maria Delgado.");

    TaggedNames found = TAGGER.tag(headline, body);

    assertThat(surfaces(headline, found.headline()))
        .containsExactly("PERSON Maria Delgado", "PLACE New York");
    assertThat(surfaces(body, found.body()))
        .containsExactly("PLACE Lisbon", "PERSON Maria Delgado");
  }

  @Test
  void confidenceIsAProbability() {
    AnalysedText body = AnalysedText.of("Maria Delgado lives in Lisbon. Arsenal beat Chelsea.");

    assertThat(TAGGER.tag(NONE, body).body())
        .isNotEmpty()
        .allSatisfy(name -> assertThat(name.confidence()).isBetween(0.0, 1.0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\n\n",
        "A",
        "(",
        "'s",
        "\uD83D\uDE00 \uD83D",
        "Ω",
        "東京都",
        "U.S.",
        "of of of The of",
        "THE PRESIDENT OF THE UNITED STATES SAID",
        "1 2 3 A 4 5 6",
        "- - - A - - -"
      })
  void anyTextIsTagged(String text) {
    AnalysedText body = AnalysedText.of(text);

    assertThat(TAGGER.tag(body, body).body())
        .allSatisfy(
            name -> assertThat(name.endToken()).isBetween(name.firstToken(), body.tokens().size()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"NEW YORK ", "New ", "of ", "New of ", "a", "A.", "New York said. "})
  @Timeout(60)
  void longTextsTakeTimeInProportion(String part) {
    AnalysedText body = AnalysedText.of(part.repeat(5 * 1024 * 1024 / part.length() / 5));

    long start = System.nanoTime();
    TAGGER.tag(NONE, body);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
  }

  private static List<String> names(String text) {
    AnalysedText body = AnalysedText.of(text);
    return surfaces(body, TAGGER.tag(NONE, body).body());
  }

  private static List<String> surfaces(AnalysedText text, List<TaggedName> names) {
    return names.stream()
        .map(n -> n.type() + " " + text.span(n.firstToken(), n.endToken()).of(text.text()))
        .toList();
  }
}
