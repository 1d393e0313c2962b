package org.articlepipeline.enrich.stories;

/**
 * Says of most bands that no article has them, in one look at memory: a Bloom filter whose bits for
 * a key are in one cache line (Putze, Sanders, Singler 2007). What it takes is bounded; with more
 * keys it says less often that there is none, and never when there is one.
 */
final class BandFilter {
  private static final int LEAST_WORDS = 1 << 14;

  /** 32 MiB: with the 20 million bands of a million articles it is wrong about 2 of 100. */
  private static final int MOST_WORDS = 1 << 22;

  private static final int WORDS_IN_LINE = 8;

  /** Bits for each key when it is made, and when it is full. */
  private static final int ROOMY = 16;

  private static final int CROWDED = 8;

  private final long[] words;
  private long keys;
  private long fullAt;

  /**
   * @param expected how many keys it is going to have soon
   */
  BandFilter(long expected) {
    int size = LEAST_WORDS;
    while (size < MOST_WORDS && (long) size * Long.SIZE < expected * ROOMY) {
      size *= 2;
    }
    words = new long[size];
    // Where there is no room for more, it is made anew now and then, without what went meanwhile.
    fullAt = Math.max((long) size * Long.SIZE / CROWDED, 2 * expected);
  }

  boolean isFull() {
    return keys >= fullAt;
  }

  void add(int band, int hash) {
    long key = key(band, hash);
    int line = line(key);
    for (int shift = 0; shift < 36; shift += 9) {
      int bit = (int) (key >>> shift) & 511;
      words[line + (bit >>> 6)] |= 1L << bit;
    }
    keys++;
  }

  boolean mayHave(int band, int hash) {
    long key = key(band, hash);
    int line = line(key);
    for (int shift = 0; shift < 36; shift += 9) {
      int bit = (int) (key >>> shift) & 511;
      if ((words[line + (bit >>> 6)] & 1L << bit) == 0) {
        return false;
      }
    }
    return true;
  }

  private static long key(int band, int hash) {
    return Mix.mix((long) band << Integer.SIZE | Integer.toUnsignedLong(hash));
  }

  /** Its first word, by other bits of the key than those within it. */
  private int line(long key) {
    return (int) (key >>> 40) * WORDS_IN_LINE & words.length - 1;
  }
}
