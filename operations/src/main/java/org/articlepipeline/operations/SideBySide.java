package org.articlepipeline.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.articlepipeline.operations.cluster.CommandException;
import org.jspecify.annotations.Nullable;

/** Runs tasks at the same time. */
final class SideBySide {
  private SideBySide() {}

  /**
   * Returns when all have ended.
   *
   * @throws RuntimeException the first failure, in the order of the tasks; the others are
   *     suppressed in it
   */
  static void run(Runnable... tasks) {
    RuntimeException failure = null;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<?>>();
      List.of(tasks).forEach(task -> running.add(threads.submit(task)));
      for (Future<?> task : running) {
        RuntimeException problem = failureOf(task);
        if (failure == null) {
          failure = problem;
        } else if (problem != null) {
          failure.addSuppressed(problem);
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  private static @Nullable RuntimeException failureOf(Future<?> task) {
    try {
      task.get();
      return null;
    } catch (ExecutionException e) {
      return e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new CommandException("interrupted", e);
    }
  }
}
