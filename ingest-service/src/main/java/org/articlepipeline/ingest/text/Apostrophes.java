package org.articlepipeline.ingest.text;

import java.util.Set;

/**
 * Turns the opening quotes that smart typography put where an apostrophe belongs: "West‘s" to
 * "West’s", "the ‘90s" to "the ’90s". Quotes that quote stay as they are.
 */
public final class Apostrophes {

  private static final char WRONG = '\u2018';
  private static final char RIGHT = '\u2019';

  /** What follows an apostrophe within a word. */
  private static final Set<String> ENDINGS = Set.of("s", "t", "d", "m", "re", "ve", "ll", "em");

  private static final int MAX_ENDING = 2;

  private Apostrophes() {}

  public static String mend(String text) {
    int at = text.indexOf(WRONG);
    if (at < 0) {
      return text;
    }
    var out = new StringBuilder(text);
    for (; at >= 0; at = text.indexOf(WRONG, at + 1)) {
      if (isApostrophe(text, at)) {
        out.setCharAt(at, RIGHT);
      }
    }
    return out.toString();
  }

  private static boolean isApostrophe(String text, int at) {
    boolean afterLetter = at > 0 && Character.isLetter(text.charAt(at - 1));
    boolean afterDigit = at > 0 && Character.isDigit(text.charAt(at - 1));
    return afterLetter ? isEnding(text, at + 1) : !afterDigit && isDecade(text, at + 1);
  }

  private static boolean isEnding(String text, int from) {
    int to = from;
    while (to < text.length() && to <= from + MAX_ENDING && Character.isLetter(text.charAt(to))) {
      to++;
    }
    return to > from && ENDINGS.contains(Vocabulary.lower(text.substring(from, to)));
  }

  /** "90s". */
  private static boolean isDecade(String text, int from) {
    return from + 2 < text.length()
        && isDigit(text.charAt(from))
        && isDigit(text.charAt(from + 1))
        && (text.charAt(from + 2) == 's' || text.charAt(from + 2) == 'S')
        && (from + 3 == text.length() || !Character.isLetter(text.charAt(from + 3)));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
