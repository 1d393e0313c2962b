package org.articlepipeline.enrich.entities;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.articlepipeline.schemas.EntityType;

/**
 * What a name is made of, without "the", "Inc." and nicknames; {@code Brook, Nadia} in the usual
 * order.
 *
 * @param hyphenated the words, those with hyphens between as one
 * @param nicknames what stands in quotes inside the name
 */
record NameParts(List<String> words, List<String> hyphenated, List<String> nicknames) {
  static final Set<String> QUOTES = Set.of("\"", "“", "”", "'", "‘", "’", "«", "»");

  /** US Navy is United States Navy. */
  private static final Map<String, String> COUNTRIES =
      Map.of("us", "united states", "uk", "united kingdom", "un", "united nations");

  static NameParts of(ArticleText text, NameMention name) {
    if (name.length() == 1) {
      List<String> word = List.of(text.word(name.first()));
      return new NameParts(word, word, List.of());
    }
    List<String> parts = new ArrayList<>();
    List<String> given = new ArrayList<>();
    List<String> nicknames = new ArrayList<>();
    List<String> row = parts;
    for (int i = name.first(); i < name.end(); i++) {
      String word = text.word(i);
      String sign = text.token(i).text();
      boolean comma = sign.equals(",") && i + 1 < name.end();
      if (comma && isGiven(text.word(i + 1), name.type())) {
        row = given;
      }
      int close = word.isEmpty() && QUOTES.contains(sign) ? close(text, i, name) : i;
      if (close > i) {
        nicknames.add(text.words(i + 1, close));
        i = close;
      } else if (!word.isEmpty() && isHyphenated(text, i, name) && !row.isEmpty()) {
        row.set(row.size() - 1, row.getLast() + " " + word);
      } else if (!word.isEmpty()) {
        row.add(word);
      }
    }
    given.addAll(parts);
    shorten(given);
    if (name.type() == EntityType.ORGANISATION && given.size() > 1) {
      given.set(0, COUNTRIES.getOrDefault(given.getFirst(), given.getFirst()));
    }
    return new NameParts(
        List.of(String.join(" ", given).split(" ")), List.copyOf(given), nicknames);
  }

  private static void shorten(List<String> parts) {
    if (parts.size() > 1 && parts.getFirst().equals("the")) {
      parts.removeFirst();
    }
    while (parts.size() > 1 && NameWords.COMPANY_FORMS.contains(parts.getLast())) {
      parts.removeLast();
    }
  }

  private static boolean isGiven(String word, EntityType type) {
    return type == EntityType.PERSON && !NameWords.SUFFIXES.contains(word);
  }

  private static boolean isHyphenated(ArticleText text, int i, NameMention name) {
    return i - 2 >= name.first() && text.isHyphen(i - 1);
  }

  /** Where the quote ends that opens here, before the name does; {@code open} if nowhere. */
  private static int close(ArticleText text, int open, NameMention name) {
    for (int i = open + 2; i + 1 < name.end() && open > name.first(); i++) {
      if (text.word(i).isEmpty() && QUOTES.contains(text.token(i).text())) {
        return i;
      }
    }
    return open;
  }
}
