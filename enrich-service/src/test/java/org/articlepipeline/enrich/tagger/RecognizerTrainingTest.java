package org.articlepipeline.enrich.tagger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.articlepipeline.enrich.text.AnalysedText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecognizerTrainingTest {
  private static final TrainingOptions OPTIONS = TrainingOptions.defaults();

  @TempDir Path folder;

  @Test
  void theSameFilesAndSeedGiveTheSameBytes() throws IOException {
    byte[] model = Files.readAllBytes(train("one", OPTIONS));

    assertThat(Files.readAllBytes(train("two", OPTIONS))).isEqualTo(model);
    assertThat(Files.readAllBytes(train("three", OPTIONS.withSeed(2)))).isNotEqualTo(model);
  }

  @Test
  void whatWasLearnedIsFoundAgainAfterReading() throws IOException {
    AnalysedText text = AnalysedText.of("Yesterday Bob Stone met people of Acme Works in Oldham.");

    List<TaggedName> names = tagger(train("model", OPTIONS)).tag(AnalysedText.of(""), text).body();

    assertThat(
            names.stream()
                .map(n -> n.type() + " " + text.span(n.firstToken(), n.endToken()).of(text.text())))
        .containsExactly("PERSON Bob Stone", "ORGANISATION Acme Works", "PLACE Oldham");
  }

  @Test
  void testFilesAreScored() throws IOException {
    Path out = folder.resolve("model");
    Path data = data();

    Score score =
        new RecognizerTraining(OPTIONS, line -> {})
            .run(new TrainingFiles(List.of(data), List.of(data), Set.of(), Map.of(), null), out);

    assertThat(score).isNotNull().returns(1.0, Score::f1);
  }

  @Test
  void aDamagedModelIsRefusedWithItsName() throws IOException {
    byte[] model = Files.readAllBytes(train("model", OPTIONS));

    for (byte[] bad :
        List.of(
            new byte[0],
            "no model".getBytes(StandardCharsets.UTF_8),
            Arrays.copyOf(model, 100),
            Arrays.copyOf(model, model.length - 20))) {
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(() -> NameTagger.read(new ByteArrayInputStream(bad), "names.gz"))
          .withMessageStartingWith("names.gz is ");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'Jane', 'expected a token, a tab and a tag'",
    "'Jane\tPER', \"the tag 'PER' is none of\"",
    "'\tO', 'the token is empty'"
  })
  void aBadLineIsNamed(String line, String problem) throws IOException {
    Path file = Files.writeString(folder.resolve("bad"), "He\tO\n\n" + line + "\n");

    assertThatExceptionOfType(BadTrainingDataException.class)
        .isThrownBy(() -> LabelledFile.read(file, Set.of()))
        .withMessageStartingWith(file + ", line 3: " + problem.replace("\"", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"the 1 2\nof 1\n", "the 1 2\nof 1 x\n", "the\n"})
  void badVectorsAreNamed(String lines) throws IOException {
    Path file = Files.writeString(folder.resolve("vectors"), lines);

    assertThatExceptionOfType(BadTrainingDataException.class)
        .isThrownBy(() -> WordVectors.read(file, 10))
        .withMessageContaining(file + ", line ");
  }

  @Test
  void wordsOfLikeUseShareACluster() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      lines.append("east").append(i).append(" 1 0.0").append(i + 100).append('\n');
      lines.append("west").append(i).append(" -1 0.0").append(i + 100).append('\n');
    }
    WordVectors words = WordVectors.read(Files.writeString(folder.resolve("vectors"), lines), 1000);

    Map<String, Integer> clusters = WordClusters.of(words, 1);

    assertThat(WordClusters.of(words, 1)).isEqualTo(clusters);
    Set<Integer> east = coarse(clusters, "east");
    assertThat(coarse(clusters, "west")).doesNotContainAnyElementsOf(east);
  }

  private static Set<Integer> coarse(Map<String, Integer> clusters, String start) {
    return clusters.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(start))
        .map(entry -> entry.getValue() >>> 6)
        .collect(java.util.stream.Collectors.toSet());
  }

  @Test
  void labelsFollowTheTokensOfThisProject() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("file"), "O'Hara-Smith\tB-PER\n's\tO\nU.S.-based\tO\nWest\tB-LOC\n");

    LabelledText text = LabelledFile.read(file, Set.of()).getFirst();

    assertThat(text.text().text()).isEqualTo("O'Hara-Smith's U.S.-based West");
    assertThat(Labels.names(text.labels(), 0, text.labels().length))
        .containsExactly(new int[] {0, 3, text.labels()[0]}, new int[] {7, 8, text.labels()[7]});
  }

  private Path train(String name, TrainingOptions options) throws IOException {
    Path out = folder.resolve(name);
    new RecognizerTraining(options, line -> {})
        .run(new TrainingFiles(List.of(data()), List.of(), Set.of(), Map.of(), null), out);
    return out;
  }

  private Path data() throws IOException {
    String sentence =
        """
        # source sample doc %d
        Yesterday	O
        Bob	B-PER
        %s	I-PER
        met	O
        people	O
        of	O
        Acme	B-ORG
        Works	I-ORG
        in	O
        Oldham	B-LOC
        .	O

        """;
    StringBuilder data = new StringBuilder();
    int number = 0;
    for (String surname : List.of("Stone", "Field", "Marsh", "Wood")) {
      data.append(sentence.formatted(number++, surname).repeat(3));
    }
    return Files.writeString(folder.resolve("data"), data);
  }

  private static NameTagger tagger(Path model) {
    try (var in = Files.newInputStream(model)) {
      return NameTagger.read(in, Objects.requireNonNull(model.getFileName()).toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
