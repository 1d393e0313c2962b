package org.articlepipeline.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainRecognizerTest {
  @TempDir Path folder;

  @Test
  void aModelIsWrittenAndMeasured() throws IOException {
    Path data =
        Files.writeString(folder.resolve("data"), "Jane\tB-PER\nDoe\tI-PER\nleft\tO\n\n".repeat(5));
    Path out = folder.resolve("model");

    Cli trained = Cli.run("train-recognizer", data, "--test", data, "--out", out).done();

    assertThat(out).isNotEmptyFile();
    assertThat(trained.out()).contains("F1 1.000");
    assertThat(trained.err()).contains("pass 12 of 12");
  }

  @Test
  void aBadLineIsNamed() throws IOException {
    Path data = Files.writeString(folder.resolve("data"), "Jane\tB-PER\nDoe\n");

    Cli failed = Cli.run("train-recognizer", data, "--out", folder.resolve("model")).failed(1);

    assertThat(failed.err())
        .startsWith("error: " + data + ", line 2: expected a token, a tab and a tag")
        .hasLineCount(1);
  }
}
