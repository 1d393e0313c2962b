package org.articlepipeline.enrich.tagger;

import java.util.Arrays;

/**
 * Collects what is seen of a token. Each observation is hashed with its place in the row of all, so
 * that equal words in different places are different features.
 */
final class Observations {
  private long[] found = new long[256];
  private int count;
  private int place;

  void clear() {
    count = 0;
    place = 0;
  }

  long[] found() {
    return found;
  }

  int count() {
    return count;
  }

  void add(long value) {
    addAhead(0, value);
    place++;
  }

  /** Adds in a place further on: one place may have none or several, see {@link #skip}. */
  void addAhead(int places, long value) {
    if (count == found.length) {
      found = Arrays.copyOf(found, count * 2);
    }
    found[count++] = Hash.pair(place + places, value);
  }

  void skip(int places) {
    place += places;
  }

  /** One feature for each bit that is set, in a place of its own. */
  void bits(int set, int bits) {
    for (int bit = 0; bit < bits; bit++) {
      if ((set >>> bit & 1) != 0) {
        addAhead(bit, 1);
      }
    }
    skip(bits);
  }
}
