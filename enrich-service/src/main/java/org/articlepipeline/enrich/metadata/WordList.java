package org.articlepipeline.enrich.metadata;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Words in lower case, from code or from a resource, where lines that start with # are comments.
 */
final class WordList {

  private WordList() {}

  /** Words that are separated by spaces and line ends. */
  static Set<String> of(String words) {
    return Set.of(words.strip().split("\\s+"));
  }

  /** All words of a file, which are separated by spaces and line ends. */
  static Set<String> words(String resource) {
    return lines(resource).stream()
        .flatMap(line -> Arrays.stream(line.split(" ")))
        .collect(Collectors.toUnmodifiableSet());
  }

  static List<String> lines(String resource) {
    try (InputStream in = WordList.class.getResourceAsStream(resource)) {
      return new String(Objects.requireNonNull(in, resource).readAllBytes(), UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
