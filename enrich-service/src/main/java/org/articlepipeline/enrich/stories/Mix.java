package org.articlepipeline.enrich.stories;

/** The hash function of this package; what it gives is kept in state, so it never changes. */
final class Mix {
  private Mix() {}

  /** SplitMix64 (Steele, Lea, Flood, 2014): every bit of the input changes half of the output's. */
  static long mix(long x) {
    long z = x + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
