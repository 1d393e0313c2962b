package org.articlepipeline.index.rebuild;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Waits for what others do.
 *
 * @param step between two looks
 * @param limit after which it is given up
 */
record Pause(Duration step, Duration limit) {

  /** Whether it became true in time. */
  boolean until(BooleanSupplier done) throws InterruptedException {
    long start = System.nanoTime();
    while (!done.getAsBoolean()) {
      if (System.nanoTime() - start > limit.toNanos()) {
        return false;
      }
      Thread.sleep(step);
    }
    return true;
  }
}
