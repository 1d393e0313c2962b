package org.articlepipeline.index.rebuild;

import java.util.function.Consumer;

/** One task as it goes: each change is written where others read it. */
final class TaskLog {
  private final TaskStore store;
  private final Consumer<IndexTask> listener;
  private final Runnable ending;
  private IndexTask task;

  /**
   * @param listener hears of each change when it is written
   * @param ending runs before anybody can see that it has ended
   */
  TaskLog(TaskStore store, Consumer<IndexTask> listener, Runnable ending, IndexTask task) {
    this.store = store;
    this.listener = listener;
    this.ending = ending;
    this.task = task;
  }

  IndexTask task() {
    return task;
  }

  void write(IndexTask changed) {
    if (!changed.equals(task)) {
      if (changed.phase().ended()) {
        ending.run();
      }
      store.put(changed);
      task = changed;
      listener.accept(changed);
    }
  }
}
