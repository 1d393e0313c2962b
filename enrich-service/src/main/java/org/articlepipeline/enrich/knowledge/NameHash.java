package org.articlepipeline.enrich.knowledge;

import java.util.Locale;

/** Hashes of names, token by token, so that those of a text need no strings put together. */
final class NameHash {
  static final int NONE = 0;

  private NameHash() {}

  /** Of the tokens so far and one more, which is {@link #fold}ed. */
  static int next(int soFar, String folded) {
    return next(soFar, folded.hashCode());
  }

  static int next(int soFar, int hashOfFolded) {
    // Fibonacci hashing: HashTrie takes its path from the low bits.
    int hash = (Integer.rotateLeft(soFar, 5) ^ hashOfFolded) * 0x9E3779B1;
    return hash ^ hash >>> 15;
  }

  /** Of tokens that are separated by spaces. */
  static int of(String phrase) {
    int hash = NONE;
    for (String token : phrase.split(" ")) {
      hash = next(hash, fold(token));
    }
    return hash;
  }

  /** Headlines in capitals are matched, too; who asks compares the case. */
  static String fold(String token) {
    return token.toLowerCase(Locale.ROOT);
  }
}
