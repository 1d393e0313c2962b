package org.articlepipeline.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessLogTest {
  @TempDir Path folder;

  @Test
  void showsTheLastLinesOfThisRunOnly() throws Exception {
    Path file = folder.resolve("server.log");
    Files.writeString(file, "started\n");
    ProcessLog log = ProcessLog.after(file);
    assertThat(log.contains("started")).isFalse();
    assertThat(log.describeTail()).isEqualTo("It logged nothing to " + file);

    Files.writeString(file, "line\n".repeat(20) + "the end\n", StandardOpenOption.APPEND);
    assertThat(log.contains("the end")).isTrue();
    assertThat(log.describeTail())
        .startsWith("Last lines of " + file + ":\n  line\n")
        .endsWith("\n  line\n  the end")
        .hasLineCount(16);
  }
}
