package org.articlepipeline.ingest.html;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Tells whether a line is one of many phrases, or starts with one, in time that does not depend on
 * how many there are. Case, and what is no letter at the line's ends, don't count.
 *
 * <p>A phrase stands on a line of its own or between bars. What may follow it is its last sign: "…"
 * anything, "~" a few words, "#" something with a digit, "?" something with a question mark, ":" a
 * name after a colon, a © or the like; without one of these it is the whole line.
 */
public final class PhraseList {

  private static final int FEW = 40;
  private static final int NAME = 100;
  private static final String REST = "\u2026~#?:";
  private static final String BEFORE_NAME = ":\u00A9/(|\uFF1A\uFE31\uFF5C";

  private record Phrase(String words, char rest) {}

  private final int maxLength;

  /** By their first two letters. */
  private final Map<Integer, List<Phrase>> phrases = new HashMap<>();

  /**
   * @param maxLength of a line that may match, in UTF-16 units
   */
  public PhraseList(int maxLength, String phrases) {
    this.maxLength = maxLength;
    for (String phrase : phrases.split("\\s*[|\\n]\\s*")) {
      if (!phrase.isBlank()) {
        add(phrase.strip());
      }
    }
  }

  private void add(String phrase) {
    char last = phrase.charAt(phrase.length() - 1);
    boolean open = REST.indexOf(last) >= 0;
    String words = open ? phrase.substring(0, phrase.length() - 1).stripTrailing() : phrase;
    phrases
        .computeIfAbsent(key(words), k -> new ArrayList<>())
        .add(new Phrase(words, open ? last : ' '));
  }

  public boolean matches(String line) {
    int start = 0;
    int end = line.length();
    if (end > maxLength) {
      return false;
    }
    while (start < end && !Character.isLetter(line.charAt(start))) {
      start++;
    }
    while (end > start && !Character.isLetter(line.charAt(end - 1))) {
      end--;
    }
    if (end - start < 2) {
      return false;
    }
    String lower = line.substring(start).toLowerCase(Locale.ROOT).replace('\u2019', '\'');
    List<Phrase> candidates = phrases.get(key(lower));
    if (candidates == null) {
      return false;
    }
    for (Phrase phrase : candidates) {
      if (lower.startsWith(phrase.words()) && fits(lower, phrase, end - start)) {
        return true;
      }
    }
    return false;
  }

  /**
   * @param letters where the line's last letter ends
   */
  private static boolean fits(String line, Phrase phrase, int letters) {
    int at = phrase.words().length();
    char last = line.charAt(at - 1);
    boolean wordEnds =
        at == line.length()
            || !Character.isLetter(line.charAt(at))
            || Character.isIdeographic(last)
            || !Character.isLetter(last);
    if (!wordEnds) {
      return false;
    }
    return switch (phrase.rest()) {
      case '\u2026' -> true;
      case '~' -> line.length() - at <= FEW;
      case '#' -> line.length() - at <= NAME && hasDigit(line, at);
      case '?' -> line.indexOf('?', at) >= 0;
      case ':' -> line.length() - at <= NAME && isBeforeName(line, at);
      default -> letters <= at;
    };
  }

  private static boolean isBeforeName(String line, int at) {
    int next = at < line.length() && line.charAt(at) == ' ' ? at + 1 : at;
    return next < line.length() && BEFORE_NAME.indexOf(line.charAt(next)) >= 0;
  }

  private static boolean hasDigit(String line, int from) {
    for (int i = from; i < line.length(); i++) {
      if (Character.isDigit(line.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static int key(String words) {
    return words.charAt(0) << 16 | words.charAt(1);
  }
}
