package org.articlepipeline.enrich.entities;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Names made of the first letters of longer ones. */
final class Acronyms {
  private static final int LONGEST = 8;

  private Acronyms() {}

  /** The letters, in lower case, of a word in capitals such as NATO or U.S.; empty for others. */
  static String letters(String word) {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (Character.isUpperCase(c) || (Character.isDigit(c) && i > 0)) {
        letters.append(c);
      } else if (c != '.' && c != '&') {
        return "";
      }
    }
    return letters.length() > LONGEST ? "" : letters.toString().toLowerCase(Locale.ROOT);
  }

  /** How a name may be shortened: with its small words and without; LibriVox to LV. */
  static List<String> of(ArticleText text, int first, int end) {
    StringBuilder all = new StringBuilder();
    StringBuilder main = new StringBuilder();
    StringBuilder humps = new StringBuilder();
    for (int i = first; i < end; i++) {
      String word = text.word(i);
      if (word.isEmpty()) {
        continue;
      }
      String token = text.token(i).text();
      char initial = word.charAt(0);
      all.append(initial);
      if (!NameWords.PARTICLES.contains(word)) {
        main.append(initial);
      }
      token.chars().filter(Character::isUpperCase).forEach(c -> humps.append((char) c));
    }
    List<String> acronyms = new ArrayList<>(3);
    String capitals = humps.toString().toLowerCase(Locale.ROOT);
    for (String acronym : List.of(main.toString(), all.toString(), capitals)) {
      if (acronym.length() > 1 && acronym.length() <= LONGEST && !acronyms.contains(acronym)) {
        acronyms.add(acronym);
      }
    }
    return acronyms;
  }

  /**
   * Whether the letters are the beginnings of the words, in order: {@code unimar} of University of
   * Marlow. Small words may be skipped.
   */
  static boolean areBeginnings(String letters, List<String> words) {
    return areBeginnings(letters, 0, words, 0);
  }

  private static boolean areBeginnings(String letters, int from, List<String> words, int word) {
    if (word == words.size()) {
      return from == letters.length();
    }
    if (NameWords.PARTICLES.contains(words.get(word))
        && areBeginnings(letters, from, words, word + 1)) {
      return true;
    }
    String next = words.get(word);
    for (int n = 1; n <= next.length() && from + n <= letters.length(); n++) {
      if (letters.charAt(from + n - 1) != next.charAt(n - 1)) {
        return false;
      }
      if (areBeginnings(letters, from + n, words, word + 1)) {
        return true;
      }
    }
    return false;
  }
}
