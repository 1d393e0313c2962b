package org.articlepipeline.enrich.metadata;

/**
 * A run of words that may be a key phrase, with how often it stands in the text and in longer ones.
 */
final class PhraseCandidate {
  /** Numbers of its words. */
  final int[] words;

  /** Where it stands first: indexes of its first token, and of one past its last. */
  final int firstToken;

  final int endToken;

  /** Index of the sentence it stands first in. */
  final int sentence;

  int count;

  /** Whether it stands somewhere between words that are part of no phrase. */
  boolean whole;

  /** Whether it stands somewhere so after an article, a possessive or a preposition. */
  boolean noun;

  /** How often it stands in a candidate that is one word longer, and in how many different ones. */
  private int nestedCount;

  private int nestedIn;

  PhraseCandidate(int[] words, int firstToken, int endToken, int sentence) {
    this.words = words;
    this.firstToken = firstToken;
    this.endToken = endToken;
    this.sentence = sentence;
  }

  void isIn(PhraseCandidate longer) {
    nestedCount += longer.count;
    nestedIn++;
  }

  /**
   * C-value: its frequency, less the mean of that of longer ones, weighed by its length. Of the
   * frequency the root is taken, or a word that stands in every sentence would leave nothing to the
   * others.
   */
  double value() {
    double own = nestedIn == 0 ? count : count - (double) nestedCount / nestedIn;
    return Math.log(words.length + 1.0) / Math.log(2) * Math.sqrt(Math.max(0, own));
  }

  boolean hasAllOf(PhraseCandidate other) {
    for (int word : other.words) {
      boolean has = false;
      for (int own : words) {
        has |= own == word;
      }
      if (!has) {
        return false;
      }
    }
    return true;
  }
}
