package org.articlepipeline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.articlepipeline.ingest.html.PhraseList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhraseListTest {

  private static final PhraseList PHRASES =
      new PhraseList(
          60,
          "read more\u2026 | share | share on~ | posted# | was this?\nphoto: | 来源: | 关于我们\u2026");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Read more: how it began",
        "READ MORE \u00BB",
        "Share",
        "12 Shar\u0065 (3)",
        "Share on Facebook",
        "Posted on 4 May",
        "Was this article useful?",
        "Photo: Jane Doe",
        "\u2014 photo \u00A9 Jane Doe",
        "来源：新华",
        "关于我们和你们",
      })
  void phrasesAreFoundWhateverTheirCaseAndTheirSigns(String line) {
    assertThat(PHRASES.matches(line)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "Read moreover what he wrote",
        "Shares",
        "Share prices fell",
        "Share on, he said, and so they did for many years to come",
        "Posted on Monday",
        "Was this the end",
        "Photo albums",
        "He said: read more",
        "Read more books, he said, and then he said it again to be sure of it",
      })
  void otherLinesAreNot(String line) {
    assertThat(PHRASES.matches(line)).isFalse();
  }
}
