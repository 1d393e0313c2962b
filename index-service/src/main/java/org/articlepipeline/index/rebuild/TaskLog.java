package org.articlepipeline.index.rebuild;

import java.util.function.Consumer;

/** One task as it goes: each change is written where others read it. */
final class TaskLog {
  private final TaskStore store;
  private final Consumer<IndexTask> listener;
  private IndexTask task;

  /**
   * @param listener hears of each change before it is written
   */
  TaskLog(TaskStore store, Consumer<IndexTask> listener, IndexTask task) {
    this.store = store;
    this.listener = listener;
    this.task = task;
  }

  IndexTask task() {
    return task;
  }

  void write(IndexTask changed) {
    if (!changed.equals(task)) {
      listener.accept(changed);
      store.put(changed);
      task = changed;
    }
  }
}
