package org.articlepipeline.enrich.stories;

/**
 * How similar is similar, in minima that agree, of {@link MinHash#SIZE}. The estimate is off by a
 * few hundredths, so each limit keeps its distance from what is promised: RATIONALE has what was
 * measured.
 */
final class Similarity {

  /** Of two texts of 0.9; lower, or half of those at 0.9 would be missed. */
  static final int DUPLICATE = 110;

  /** With one member of a story, to join it. */
  static final int JOIN = 102;

  /**
   * With every other member, so that none in a story is strange to another, however long the chain
   * between them: 3.9 standard deviations above 0.5.
   */
  static final int KEEP = 86;

  /**
   * With 20 bands of 6, two texts of 0.8 have one in common in 99.8 % of cases, of 0.9 always, of
   * 0.5 in 27 %.
   */
  static final int BANDS = 20;

  static final int BAND_SIZE = 6;

  private Similarity() {}
}
