package org.articlepipeline.operations;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Makes an orderly stop of Ctrl-C and SIGTERM: the main thread gets the time to stop what it
 * started, but not longer than {@link #LIMIT}. Before {@link #armed()} there is nothing to finish,
 * and the process ends at once; servers end with it.
 */
final class StopSignal implements AutoCloseable {
  /** From the signal to the end of the process. */
  static final Duration LIMIT = Duration.ofSeconds(28);

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stop, "stop");
  private volatile boolean armed;

  private StopSignal() {}

  static StopSignal install() {
    var signal = new StopSignal();
    Runtime.getRuntime().addShutdownHook(signal.hook);
    return signal;
  }

  /** From now on the main thread waits in {@link #await()} or works towards it. */
  void armed() {
    armed = true;
  }

  /** Returns when somebody wants the process to end. */
  void await() throws InterruptedException {
    asked.await();
  }

  private void stop() {
    asked.countDown();
    int code = 0;
    if (!armed) {
      code = Errors.FAILED;
    } else {
      try {
        code = done.await(LIMIT.toMillis(), TimeUnit.MILLISECONDS) ? 0 : Errors.FAILED;
      } catch (InterruptedException e) {
        code = Errors.FAILED;
      }
    }
    // The JVM would answer a signal with 128 + its number; a stop that was asked for is no failure.
    Runtime.getRuntime().halt(code);
  }

  /** Everything is stopped. */
  @Override
  public void close() {
    done.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The hook runs already, and ends the process.
    }
  }
}
