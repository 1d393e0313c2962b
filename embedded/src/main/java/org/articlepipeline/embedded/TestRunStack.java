package org.articlepipeline.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** The stack of one test run, on a folder that goes with it. */
final class TestRunStack implements AutoCloseable {
  private final Path folder;
  private final EmbeddedStack stack;

  TestRunStack() {
    try {
      folder = Files.createTempDirectory("articles-stack");
    } catch (IOException e) {
      throw new ServerException("no folder for the stack of this test run: " + e.getMessage(), e);
    }
    stack = EmbeddedStack.forTests(folder);
  }

  EmbeddedStack stack() {
    return stack;
  }

  @Override
  public void close() throws IOException {
    stack.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
