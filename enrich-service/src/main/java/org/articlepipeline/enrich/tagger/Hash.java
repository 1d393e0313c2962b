package org.articlepipeline.enrich.tagger;

/** Hashes that are the same in every JVM: they are part of the model's format. */
final class Hash {
  private static final long WORD = 0x9E3779B97F4A7C15L;

  private Hash() {}

  static long word(CharSequence word) {
    return chars(word, 0, word.length());
  }

  static long chars(CharSequence word, int start, int end) {
    long hash = WORD;
    for (int i = start; i < end; i++) {
      hash = (hash ^ word.charAt(i)) * 0x100000001B3L;
    }
    return finish(hash);
  }

  static long lowerCased(CharSequence word) {
    long hash = WORD;
    for (int i = 0; i < word.length(); i++) {
      hash = (hash ^ Character.toLowerCase(word.charAt(i))) * 0x100000001B3L;
    }
    return finish(hash);
  }

  static long pair(long a, long b) {
    return finish(a * 0xD6E8FEB86659FD93L + b);
  }

  /** The last step of SplitMix64. */
  static long finish(long hash) {
    long mixed = (hash ^ (hash >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
