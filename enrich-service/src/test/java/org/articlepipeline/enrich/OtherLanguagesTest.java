package org.articlepipeline.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.articlepipeline.enrich.knowledge.KnowledgeBase;
import org.articlepipeline.schemas.Article;
import org.articlepipeline.schemas.EnrichedArticle;
import org.articlepipeline.schemas.Subject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is not English gets what is language-neutral, and nothing wrong. */
class OtherLanguagesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "de | Der Hafen von Nordtor wurde am Montag nach zwei Wochen wieder geöffnet. „Wir sind froh, dass es vorbei ist“, sagte die Bürgermeisterin. Die ersten Schiffe liefen noch am Vormittag ein. | 30 | Wir sind froh, dass es vorbei ist",
        "fr | Le port de Nordporte a été rouvert lundi après deux semaines de travaux. « Nous sommes heureux que ce soit fini », a dit la maire. Les premiers navires sont arrivés avant midi. | 31 | Nous sommes heureux que ce soit fini",
        "es | El puerto de Norpuerta fue reabierto el lunes después de dos semanas de obras. «Estamos contentos de que haya terminado», dijo la alcaldesa. Los primeros barcos llegaron antes del mediodía. | 30 | Estamos contentos de que haya terminado",
        "ja | 二週間の修理の後、港は月曜日に再び開かれ、最初の船は正午前に到着した。「これで終わって本当にうれしいです」と市長は話した。漁師たちは早く海に出たいと言っている。これからは嵐の前に港を閉じる。 | 87 | これで終わって本当にうれしいです",
      })
  void theyGetWhatIsLanguageNeutral(String language, String body, int words, String quote) {
    Article article = Samples.article("", body);
    article.setSections(List.of("Sport"));

    EnrichedArticle found = Enrichment.of(KnowledgeBase.of(List.of())).enrich(article, 0);

    assertThat(found.getLanguage()).isEqualTo(language);
    assertThat(found.getWordCount()).isEqualTo(words);
    assertThat(found.getReadTime()).isEqualTo(1);
    assertThat(found.getContentHash()).isNotNull();
    assertThat(found.getQuotes())
        .singleElement()
        .satisfies(q -> assertThat(q.getText()).isEqualTo(quote))
        .satisfies(q -> assertThat(q.getSpeaker()).isNull());
    assertThat(found.getSummary()).startsWith(body.substring(0, 20));
    assertThat(found.getSubjects()).extracting(Subject::getUri).containsExactly("medtop:15000000");
    assertThat(found.getKeyPhrases()).isEmpty();
    assertThat(found.getReadability()).isNull();
  }
}
