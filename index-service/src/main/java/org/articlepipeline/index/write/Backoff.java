package org.articlepipeline.index.write;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long to wait before the next try: doubles up to a limit, with jitter so that several writers
 * don't come back at once. It never gives up.
 *
 * @param random 0 (inclusive) to 1
 */
public record Backoff(Duration first, Duration limit, DoubleSupplier random) {
  private static final int MAX_SHIFT = 30;

  /** Half to all of the exponential step; {@code attempt} counts from 1. */
  Duration delay(int attempt) {
    double step = (double) first.toNanos() * (double) (1L << Math.min(attempt - 1, MAX_SHIFT));
    double bounded = Math.min(step, (double) limit.toNanos());
    return Duration.ofNanos((long) (bounded / 2 * (1 + random.getAsDouble())));
  }
}
