package org.articlepipeline.enrich;

import static org.articlepipeline.enrich.Samples.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.articlepipeline.enrich.knowledge.KnowledgeBase;
import org.articlepipeline.enrich.knowledge.StarterSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * All default steps take any headline with any body: a poison article would be a defect of ours.
 */
class AnyTextTest {
  private static final int TEXTS = 4_000;

  private static final List<String> WORDS =
      Stream.of(
              "By night train from Halverton to Berlin the to a was said , , . . ? : ; “ ” ’s & - and of in for"
                  + " Mayor Dr. Mrs Nadia Brook Brook's Lane Alan O'Brien Harbour Council University Bank Ledger"
                  + " (HCB) HCB U.S. Germany German Berlin’s Saturday March 2026 5,000 he she who leads born"
                  + " known as Ministry Foundation Church School & Sons Co Inc. Foundation Works City St. de la")
          .flatMap(words -> Stream.of(words.split(" ")))
          .toList();

  private final Enrichment enrichment = Enrichment.of(knowledge());

  private static KnowledgeBase knowledge() {
    KnowledgeBase knowledge = new KnowledgeBase();
    StarterSet.entities().forEach(knowledge::put);
    return knowledge;
  }

  /** What broke once. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "By night train from Halverton to Berlin | Board at seven in the evening, wake up in Berlin: from June a"
            + " sleeper will connect Halverton with the German capital through the tunnel."
      })
  void aTextThatWasPoisonIsEnriched(String headline, String body) {
    assertThat(enrichment.enrich(article(headline, body), 0).getLanguage()).isEqualTo("en");
  }

  @Test
  void noTextIsPoison() {
    Random random = new Random(7);
    for (int i = 0; i < TEXTS; i++) {
      String headline = words(random, 12);
      String body = words(random, 80);
      assertThatCode(() -> enrichment.enrich(article(headline, body), 0))
          .as("%s | %s", headline, body)
          .doesNotThrowAnyException();
    }
  }

  private static String words(Random random, int most) {
    return Stream.generate(() -> WORDS.get(random.nextInt(WORDS.size())))
        .limit(random.nextInt(most))
        .collect(Collectors.joining(" "));
  }
}
