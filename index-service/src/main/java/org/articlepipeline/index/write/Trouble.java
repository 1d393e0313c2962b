package org.articlepipeline.index.write;

/**
 * What has stood in the way, and for how long.
 *
 * @param sinceNanos {@link System#nanoTime()} of the first failure in a row
 * @param reason of the latest failure
 */
record Trouble(long sinceNanos, String reason) {

  /** Whole seconds, at the time of asking. */
  long seconds(long nowNanos) {
    return (nowNanos - sinceNanos) / 1_000_000_000L;
  }
}
