package org.articlepipeline.enrich.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import org.articlepipeline.enrich.Samples;
import org.articlepipeline.enrich.text.Analysis;
import org.articlepipeline.schemas.Article;
import org.articlepipeline.schemas.EnrichedArticle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageStepTest {
  private static final String ENGLISH =
      "The harbour was opened again on Monday after two weeks of repairs, and the first ships came in before noon.";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | The harbour was opened again on Monday after two weeks of repairs, and the first ships came in before noon.",
        "de | Der Hafen wurde am Montag nach zwei Wochen wieder geöffnet, und die ersten Schiffe liefen noch am Vormittag ein.",
        "fr | Le port a été rouvert lundi après deux semaines de travaux, et les premiers navires sont arrivés avant midi.",
        "es | El puerto fue reabierto el lunes después de dos semanas de obras, y los primeros barcos llegaron antes del mediodía.",
        "it | Il porto è stato riaperto lunedì dopo due settimane di lavori, e le prime navi sono arrivate prima di mezzogiorno.",
        "cs | Přístav byl v pondělí po dvou týdnech oprav znovu otevřen a první lodě připluly ještě před polednem.",
        "pt | O porto foi reaberto na segunda-feira após duas semanas de obras, e os primeiros navios chegaram antes do meio-dia.",
        "ru | Порт снова открылся в понедельник после двух недель ремонта, и первые корабли пришли ещё до полудня.",
        "zh | 经过两周的维修，港口于星期一重新开放，第一批船只在中午之前抵达，市长在讲话中感谢了所有工人和志愿者。",
        "ja | 二週間の修理の後、港は月曜日に再び開かれ、最初の船は正午前に到着した。市長は作業員に感謝し、これからは嵐の前に港を閉じるようにすると話した。漁師たちは早く海に出たいと言っている。",
      })
  void aParagraphTellsItsLanguage(String language, String body) {
    EnrichedArticle.Builder found = apply(null, body);

    assertThat(found.getLanguage()).isEqualTo(language);
    assertThat(found.getLanguageConfidence()).isBetween(0.6, 1.0);
  }

  @Test
  void shortTextIsUndeterminedWithoutAHint() {
    assertThat(apply(null, "Rain expected").getLanguage()).isEqualTo("und");
    assertThat(apply("de-AT", "Rain expected").getLanguage()).isEqualTo("de");
    assertThat(apply(null, "12345 6789 10 11 12 13 14 15 16 17 18 19").getLanguage())
        .isEqualTo("und");
  }

  @ParameterizedTest
  @CsvSource({"en-GB,en", "en_US,en", "eng,en", "de,en", "English,en", "und,en", "zz,en", "'',en"})
  void textThatIsClearWinsOverAWrongHint(String hint, String language) {
    assertThat(apply(hint, ENGLISH).getLanguage()).isEqualTo(language);
  }

  @Test
  void closeLanguagesFollowTheHint() {
    String text = "Ministeren trakk seg mandag etter en lang debatt.";

    assertThat(apply("nb", text).getLanguage()).isEqualTo("nb");
    assertThat(apply("nn", text).getLanguage()).isEqualTo("nn");
    assertThat(apply("nn", text).getLanguageConfidence()).isBetween(0.01, 0.5);
  }

  @Test
  void onlyTheBeginningOfALongTextIsLookedAt() {
    assertThat(
            apply(null, ENGLISH.repeat(6) + "Der Hafen ist wieder offen. ".repeat(200))
                .getLanguage())
        .isEqualTo("en");
  }

  private static EnrichedArticle.Builder apply(@Nullable String hint, String body) {
    Article article =
        Samples.article("urn:test:1", 1).setHeadline(null).setBody(body).setLanguage(hint).build();
    EnrichedArticle.Builder result = EnrichedArticle.newBuilder();
    new LanguageStep(LanguageModel.load()).apply(Analysis.of(article), result);
    return result;
  }
}
