package org.articlepipeline.enrich.entities;

import static org.articlepipeline.enrich.Samples.article;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.articlepipeline.enrich.knowledge.KnowledgeBase;
import org.articlepipeline.enrich.text.Analysis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SalienceTest {

  @Test
  void whatAllSpeaksForHasAll() {
    assertThat(salience("Brook wins", "Brook won.\n\nThen Brook slept.", "Brook")).isEqualTo(1.0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "named in the headline   | Brook wins | We saw Brook and Lane.",
        "named in the lead       | A win      | We saw Brook.~~Then we saw Lane.",
        "behind the date and so on | A win    | 3 May 2020~~A photo~~We saw Brook in all of the many houses of this old town.~~We saw Lane.",
        "named more often        | A win      | We saw Brook and Lane and Brook.",
        "named in more places    | A win      | Oh.~~We saw Lane and Lane and Brook.~~We saw Brook.",
        "subject of the sentence | A win      | Brook saw Lane.",
        "not only in a credit    | A win      | We saw Brook. Image: Lane.",
      })
  void moreSalientIsWhatIs(String why, String headline, String body) {
    String text = body.replace("~", "\n");

    assertThat(salience(headline, text, "Brook"))
        .as(why)
        .isGreaterThan(salience(headline, text, "Lane"));
  }

  @Test
  void thePublisherIsSeldomWhatItIsAbout() {
    assertThat(salience("A win", "We told Wexpost that Lane left.", "Wexpost"))
        .isLessThan(salience("A win", "We told Wexpost that Lane left.", "Lane"));
  }

  private static double salience(String headline, String body, String name) {
    Analysis analysis =
        Analysis.of(
            article("urn:test:1", 1)
                .setUrl("https://wexpost.example/1")
                .setHeadline(headline)
                .setBody(body)
                .build());
    List<RecognizedEntity> found =
        new CombinedRecognizer(
                new KnowledgeBase(),
                ListedNames.of("PERSON Brook", "PERSON Lane", "PERSON Wexpost"),
                List.of(new CreditRule()))
            .recognize(analysis, "en");
    Salience salience = Salience.in(analysis, found);
    return salience.of(found.stream().filter(e -> e.name().equals(name)).findFirst().orElseThrow());
  }
}
