package org.articlepipeline.enrich.stories;

import java.util.List;
import java.util.Locale;
import org.articlepipeline.enrich.text.Token;

/**
 * A text as the set of its overlapping runs of four words (Broder, "On the resemblance and
 * containment of documents", 1997), each a hash of 64 bits. Case and punctuation don't count; Han
 * and kana characters are words.
 */
final class Shingles {
  static final int WORDS = 4;

  /**
   * A shorter text is one shingle, so that only its exact repetition is similar: one word changed
   * in it takes the similarity to 0.74, and the short texts of a calendar or a ticker differ in
   * just that word.
   */
  static final int MIN_WORDS = 30;

  private Shingles() {}

  /** None when there is no word. With repetitions, in the order of the text. */
  static long[] of(List<Token> tokens) {
    long[] words =
        tokens.stream()
            .filter(Shingles::isWord)
            .mapToLong(token -> hash(token.text().toLowerCase(Locale.ROOT)))
            .toArray();
    if (words.length == 0) {
      return words;
    }
    int size = words.length < MIN_WORDS ? words.length : WORDS;
    long[] shingles = new long[words.length - size + 1];
    for (int i = 0; i < shingles.length; i++) {
      long hash = size;
      for (int j = i; j < i + size; j++) {
        hash = Mix.mix(hash ^ words[j]);
      }
      shingles[i] = hash;
    }
    return shingles;
  }

  private static boolean isWord(Token token) {
    return switch (token.kind()) {
      case WORD, NUMBER, IDEOGRAPH -> true;
      case POSSESSIVE, SIGN -> false;
    };
  }

  private static long hash(String word) {
    long hash = word.length();
    for (int i = 0; i < word.length(); i++) {
      hash = Mix.mix(hash ^ word.charAt(i));
    }
    return hash;
  }
}
