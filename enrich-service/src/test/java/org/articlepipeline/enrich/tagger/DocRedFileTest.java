package org.articlepipeline.enrich.tagger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocRedFileTest {
  @TempDir Path folder;

  @Test
  void namesAreReadWithoutArticlesPeoplesAndWhatIsInsideOfThem() throws IOException {
    List<LabelledText> texts =
        read(
            """
            [{"title": "x",
              "sents": [["The", "Red", "Cross", "of", "Malta", "met", "Swedish", "Anna", "Berg", "."],
                        ["Post", "-", "war", "Saint", "-", "Denis", "had", " ", "Buddhists", "."]],
              "vertexSet": [[{"pos": [4, 5], "type": "LOC", "sent_id": 0}],
                            [{"pos": [0, 5], "type": "ORG", "sent_id": 0}],
                            [{"pos": [6, 7], "type": "LOC", "sent_id": 0}],
                            [{"pos": [7, 9], "type": "PER", "sent_id": 0}],
                            [{"pos": [3, 6], "type": "LOC", "sent_id": 1}],
                            [{"pos": [8, 9], "type": "ORG", "sent_id": 1}],
                            [{"pos": [0, 3], "type": "TIME", "sent_id": 1}]]}]
            """);

    assertThat(texts).hasSize(1);
    assertThat(texts.getFirst().text().text())
        .isEqualTo(
            "The Red Cross of Malta met Swedish Anna Berg.\n\n"
                + "Post-war Saint-Denis had Buddhists.\n\n");
    assertThat(names(texts.getFirst()))
        .containsExactly(
            "ORGANISATION Red Cross of Malta", "PERSON Anna Berg", "PLACE Saint-Denis");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "[{\"sents\": [[\"A\"]], \"vertexSet\": [[{\"pos\": [0, 2], \"type\": \"PER\"}]]}]"
      })
  void anotherFormatIsRefusedWithTheFilesName(String json) {
    assertThatExceptionOfType(BadTrainingDataException.class)
        .isThrownBy(() -> read(json))
        .withMessageStartingWith(folder.resolve("x.json").toString());
  }

  private List<LabelledText> read(String json) throws IOException {
    return DocRedFile.read(Files.writeString(folder.resolve("x.json"), json));
  }

  private static List<String> names(LabelledText text) {
    return Labels.names(text.labels(), 0, text.labels().length).stream()
        .map(n -> Labels.type(n[2]) + " " + text.text().span(n[0], n[1]).of(text.text().text()))
        .toList();
  }
}
