package org.articlepipeline.schemas;

/**
 * What a stage did with a record, in receipts. Strings, not an enum, so that old readers survive
 * new ones.
 */
public final class Outcomes {

  public static final String ACCEPTED = "ACCEPTED";

  /** Under embargo: not visible before {@code embargoedUntil}. */
  public static final String HELD = "HELD";

  /** Its embargo is over. */
  public static final String RELEASED = "RELEASED";

  /** Its time is over: a record without content took its place. */
  public static final String EXPIRED = "EXPIRED";

  /**
   * A day after it was accepted: the record without content was sent once more, so that topics in
   * which nothing else comes are compacted, too.
   */
  public static final String ERASED = "ERASED";

  /** Older than the revision accepted last. */
  public static final String STALE = "STALE";

  /** This revision was accepted before, with the same content. */
  public static final String DUPLICATE = "DUPLICATE";

  /** Accepted before, and cleaned up once more. */
  public static final String REPROCESSED = "REPROCESSED";

  /** A newer revision replaced it before this stage came to it. */
  public static final String SUPERSEDED = "SUPERSEDED";

  /** Not processed; the receipt's reason says why and a dead letter holds the record. */
  public static final String REJECTED = "REJECTED";

  public static final String ENRICHED = "ENRICHED";

  /** Enriched again, with the same result: nothing was published. */
  public static final String UNCHANGED = "UNCHANGED";

  /** What changed in the knowledge base: every article that may name it was enriched again. */
  public static final String APPLIED = "APPLIED";

  public static final String INDEXED = "INDEXED";

  /** A dead letter was sent again, by an operator; {@link Stages#OPERATIONS} says so. */
  public static final String REPLAYED = "REPLAYED";

  private Outcomes() {}
}
