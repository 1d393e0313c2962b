package org.articlepipeline.ingest.gateway;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** Bounds what is worked on at the same time: requests, and the memory that their bodies take. */
final class InFlightLimit {
  private static final int BLOCK_BYTES = 1024;
  private static final Duration TRY_AGAIN = Duration.ofSeconds(1);

  private final Semaphore requests;
  private final Semaphore blocks;

  InFlightLimit(int requests, long bytes) {
    this.requests = new Semaphore(requests);
    this.blocks = new Semaphore(Math.toIntExact(bytes / BLOCK_BYTES));
  }

  /**
   * @throws ProblemException 503 when there are too many
   */
  Place enter() {
    if (!requests.tryAcquire()) {
      throw full("There are too many requests at the same time.");
    }
    return new Place();
  }

  private static ProblemException full(String why) {
    return Problem.of(Problem.Kind.UNAVAILABLE, why + " Nothing was published; try again.")
        .retryAfter(TRY_AGAIN)
        .exception();
  }

  /** Of one request. */
  final class Place implements AutoCloseable {
    private final AtomicInteger held = new AtomicInteger();

    /**
     * Before the bytes are read.
     *
     * @throws ProblemException 503 when too much is in memory
     */
    void reserve(int bytes) {
      int needed = bytes / BLOCK_BYTES + 1;
      if (!blocks.tryAcquire(needed)) {
        throw full("The articles that are being received take all the memory set aside for them.");
      }
      held.addAndGet(needed);
    }

    @Override
    public void close() {
      blocks.release(held.getAndSet(0));
      requests.release();
    }
  }
}
