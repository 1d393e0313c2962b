package org.articlepipeline.operations;

import org.articlepipeline.index.rebuild.IndexTask;
import org.articlepipeline.index.rebuild.IndexTask.Phase;
import org.articlepipeline.operations.cluster.IndexRequests;
import org.jspecify.annotations.Nullable;

/** A bar with the time that is left while an index is filled, a line for each phase after it. */
final class TaskProgress implements IndexRequests.Listener, AutoCloseable {
  private final Output output;
  private @Nullable Progress progress;
  private @Nullable Phase phase;
  private long total;

  TaskProgress(Output output) {
    this.output = output;
  }

  @Override
  public void at(IndexTask task) {
    if (task.phase() == Phase.FILLING && task.total() > 0) {
      if (progress == null || total == 0) {
        total = task.total();
        progress = Progress.of(output, "filling " + task.to(), total);
      }
      // The log grows meanwhile.
      progress.done(Math.min(task.done(), total));
    }
    if (task.phase() != phase) {
      if (task.phase() != Phase.FILLING) {
        close();
      }
      phase = task.phase();
      if (!task.phase().ended()) {
        output.note((task.to().isEmpty() ? "" : task.to() + " ") + task.message());
      }
    }
  }

  @Override
  public void close() {
    if (progress != null) {
      progress.close();
      progress = null;
    }
  }
}
