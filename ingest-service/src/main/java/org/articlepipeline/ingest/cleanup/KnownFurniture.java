package org.articlepipeline.ingest.cleanup;

/** What repeats on the pages of one source. */
public interface KnownFurniture {

  /** Where nothing is learned and nothing is known: previews, canaries, tests. */
  KnownFurniture NONE = line -> 0;

  /**
   * The share of the source's articles that have a line at one of their edges; from below, so that
   * few articles prove little. 0 when it is not known.
   *
   * @param line its {@link LineFingerprint}
   */
  double share(long line);
}
