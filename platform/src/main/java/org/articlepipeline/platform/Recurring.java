package org.articlepipeline.platform;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does something again and again on a thread of its own, until it is closed. What fails is tried
 * again the next time; only the first failure of several is a warning.
 */
public final class Recurring implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Recurring.class);

  private final String name;
  private final Duration every;
  private final Task task;
  private final Duration end;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread;
  private boolean failing;

  /** One time. */
  public interface Task {
    void run() throws InterruptedException;
  }

  /**
   * @param name of the thread
   * @param every from the end of one time to the next
   * @param end how long closing waits for one that is under way, before it is interrupted
   */
  public Recurring(String name, Duration every, Duration end, Task task) {
    this.name = name;
    this.every = every;
    this.end = end;
    this.task = task;
    this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
  }

  public void start() {
    thread.start();
  }

  /** Whether it is to end: for a task that takes long. */
  public boolean ends() {
    return stop.getCount() == 0;
  }

  private void run() {
    try {
      do {
        once();
      } while (!stop.await(every.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void once() throws InterruptedException {
    try {
      task.run();
      failing = false;
    } catch (RuntimeException e) {
      (failing ? LOG.atDebug() : LOG.atWarn())
          .log("{} failed, and comes again: {}", name, e.toString());
      failing = true;
    }
  }

  @Override
  public void close() {
    stop.countDown();
    try {
      if (thread.isAlive() && !thread.join(end)) {
        thread.interrupt();
        thread.join(end);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
