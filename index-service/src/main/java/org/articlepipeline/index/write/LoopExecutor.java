package org.articlepipeline.index.write;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Carries answers from the threads of Kafka's and Elasticsearch's clients to the one thread that
 * owns all state of a pipeline. Holds at most one task for each bulk and report in flight.
 */
public final class LoopExecutor implements Executor {
  private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();

  @Override
  public void execute(Runnable task) {
    tasks.add(task);
  }

  /** Runs what has come, after waiting for the first as long as {@code wait}. */
  void run(Duration wait) throws InterruptedException {
    @Nullable Runnable task = tasks.poll(wait.toNanos(), TimeUnit.NANOSECONDS);
    while (task != null) {
      task.run();
      task = tasks.poll();
    }
  }
}
