package org.articlepipeline.operations.cluster;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** So many a second, by the clock, so that a slow moment is made up for. */
public final class Pace {
  private final int perSecond;
  private final long start = System.nanoTime();
  private long passed;

  public Pace(int perSecond) {
    this.perSecond = perSecond;
  }

  /** Returns when the time for the next one has come. */
  public void next() {
    long due = start + passed * Duration.ofSeconds(1).toNanos() / perSecond;
    passed++;
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
      if (Thread.currentThread().isInterrupted()) {
        throw new CommandException("interrupted");
      }
    }
  }
}
