package org.articlepipeline.enrich.metadata;

/**
 * Counts the syllables of an English word by its groups of vowels: a silent e at the end is none,
 * nor is the e of most words in -es and -ed. Right for most words, and near enough on average.
 */
final class Syllables {

  private Syllables() {}

  /**
   * @param word in any case; one without vowels is spoken letter by letter
   */
  static int count(String word) {
    int groups = 0;
    int letters = 0;
    boolean inGroup = false;
    for (int i = 0; i < word.length(); i++) {
      char c = lower(word.charAt(i));
      // my, system, but not mayor
      boolean vowel = isVowel(c) || (c == 'y' && i > 0 && !inGroup);
      groups += vowel && !inGroup ? 1 : 0;
      inGroup = vowel;
      letters += Character.isLetter(c) ? 1 : 0;
    }
    if (groups > 1 && hasSilentEnd(word)) {
      groups--;
    }
    return groups > 0 ? groups : Math.max(1, letters);
  }

  private static boolean hasSilentEnd(String word) {
    int last = word.length() - 1;
    char end = lower(word.charAt(last));
    if (end == 'e') {
      // take, but not table
      return !isVowel(charAt(word, last - 1))
          && (charAt(word, last - 1) != 'l' || isVowel(charAt(word, last - 2)));
    }
    if (charAt(word, last - 1) != 'e' || isVowel(charAt(word, last - 2))) {
      return false;
    }
    char before = charAt(word, last - 2);
    // walked, but not wanted; takes, but not boxes
    return end == 'd'
        ? before != 't' && before != 'd'
        : end == 's' && "sxzcg".indexOf(before) < 0 && !endsIn(word, last - 2, "sh", "ch");
  }

  private static boolean endsIn(String word, int last, String... ends) {
    for (String end : ends) {
      if (word.regionMatches(true, last - end.length() + 1, end, 0, end.length())) {
        return true;
      }
    }
    return false;
  }

  private static char charAt(String word, int i) {
    return i < 0 ? ' ' : lower(word.charAt(i));
  }

  private static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
  }

  private static boolean isVowel(char c) {
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'é';
  }
}
