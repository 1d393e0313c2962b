package org.articlepipeline.enrich.knowledge;

import org.jspecify.annotations.Nullable;

/**
 * How many names start with a word.
 *
 * @param lengths a bit for each number of tokens that such a name has
 * @param counts how many have it, one for each bit, the lowest first
 */
record FirstWord(int lengths, int[] counts) {
  static final FirstWord NONE = new FirstWord(0, new int[0]);

  FirstWord with(int length) {
    return changed(length, 1);
  }

  /** Null when no name is left. */
  @Nullable FirstWord without(int length) {
    FirstWord rest = changed(length, -1);
    return rest.lengths == 0 ? null : rest;
  }

  private FirstWord changed(int length, int by) {
    int bits = lengths;
    int[] all = new int[Integer.SIZE];
    for (int bit = 0, i = 0; bit < Integer.SIZE; bit++) {
      all[bit] = (bits >>> bit & 1) == 0 ? 0 : counts[i++];
    }
    all[length] += by;
    bits = all[length] == 0 ? bits & ~(1 << length) : bits | 1 << length;
    int[] used = new int[Integer.bitCount(bits)];
    for (int bit = 0, i = 0; bit < Integer.SIZE; bit++) {
      if (all[bit] != 0) {
        used[i++] = all[bit];
      }
    }
    return new FirstWord(bits, used);
  }
}
