package org.articlepipeline.index.write;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How far a pipeline may go. All instances agree on it, so it is read from where they share it. */
public interface Passage {

  /** For a pipeline that never waits for others. */
  Passage FREE = since -> Course.FREE;

  /**
   * What holds now.
   *
   * @param since {@link System#nanoTime()}
   * @return null while it was not read after {@code since}
   */
  @Nullable Course current(long since);

  /**
   * @param hold id of the hold, null when there is none
   * @param fence partition to the first offset that waits; null: everything waits where it is
   */
  record Course(@Nullable String hold, @Nullable Map<Integer, Long> fence) {
    static final Course FREE = new Course(null, null);

    boolean free() {
      return hold == null;
    }

    boolean passes(int partition, long offset) {
      return hold == null || (fence != null && offset < fence.getOrDefault(partition, 0L));
    }

    /**
     * What is committed beside an offset by the owner of a partition when all before it is settled
     * and nothing behind it was begun: whoever asked for the hold sees it there.
     */
    String arrival() {
      return Passage.arrival(String.valueOf(hold), fence != null);
    }
  }

  /** See {@link Course#arrival()}. */
  static String arrival(String hold, boolean atFence) {
    return (atFence ? "fence " : "hold ") + hold;
  }
}
