package org.articlepipeline.enrich.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * English words that are no names in spite of a capital, because they start a sentence or stand in
 * a headline.
 */
public final class CommonWords {
  private static final Set<String> WORDS = load();

  /** Stay lower-case in a title. */
  private static final Set<String> LINKS =
      Set.of(
          "a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "is", "nor", "of",
          "on", "or", "over", "per", "the", "to", "up", "via", "vs", "with");

  private CommonWords() {}

  public static boolean contains(String word) {
    return WORDS.contains(word.toLowerCase(Locale.ROOT));
  }

  static boolean isLink(Token token) {
    return LINKS.contains(token.text());
  }

  static boolean startsSentence(Token token) {
    return token.startsUpperCase() && contains(token.text());
  }

  private static Set<String> load() {
    try (InputStream in = CommonWords.class.getResourceAsStream("/common-words.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> Arrays.stream(line.split(" ")))
          .filter(word -> !word.isEmpty())
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
