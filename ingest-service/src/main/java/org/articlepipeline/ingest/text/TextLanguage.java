package org.articlepipeline.ingest.text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which of the eight languages a text is in, by its function words: enough to read a date, and far
 * from what enrichment does.
 */
final class TextLanguage {

  private static final int MAX_WORDS = 400;
  private static final int MIN_HITS = 8;

  private static final Map<String, Set<String>> WORDS = new HashMap<>();

  static {
    Vocabulary.FUNCTION_WORDS.forEach((language, words) -> WORDS.put(language, Set.copyOf(words)));
  }

  private TextLanguage() {}

  /** Null when no language is clearly ahead. */
  static @Nullable String of(List<String> lines) {
    var hits = new HashMap<String, Integer>();
    int seen = 0;
    for (String line : lines) {
      String start = line.substring(0, Math.min(line.length(), 4000));
      for (String word : LineWords.of(start).words()) {
        WORDS.forEach(
            (language, words) -> hits.merge(language, words.contains(word) ? 1 : 0, Integer::sum));
        seen++;
      }
      if (seen > MAX_WORDS) {
        break;
      }
    }
    var ranked =
        new HashSet<>(hits.entrySet())
            .stream().sorted(Map.Entry.<String, Integer>comparingByValue().reversed()).toList();
    boolean clear =
        !ranked.isEmpty()
            && ranked.get(0).getValue() >= MIN_HITS
            && 2 * ranked.get(0).getValue() >= 3 * ranked.get(1).getValue();
    return clear ? ranked.get(0).getKey() : null;
  }
}
