package org.articlepipeline.platform;

import java.util.ArrayList;
import java.util.List;

/**
 * What a group has not done of one partition, and since when. A record's own timestamp would not
 * tell: topics keep that of the submission, which may have waited elsewhere, or years ago. So the
 * ends that were seen are kept with their time; the first that is behind the group's position says
 * since when something waits. What waited before the first look counts from there. Written by one
 * thread, read by any.
 */
final class Backlog {
  /** An hour of looks; of a longer wait every second one is kept. */
  private static final int MAX_MARKS = 360;

  private final List<Mark> marks = new ArrayList<>();
  private volatile State state = new State(0, 0);
  private long position = -1;
  private long emptyUntil = -1;
  private boolean record;

  private record Mark(long nanos, long end) {}

  private record State(long offsets, long sinceNanos) {}

  /** Looks whether there are records, and not only marks of transactions, in front of the end. */
  interface Records {
    boolean any(long from, long end);
  }

  void see(long nanos, long committed, long end, Records records) {
    boolean stuck = committed == position;
    position = committed;
    record &= stuck;
    marks.removeIf(mark -> mark.end() <= committed);
    if (end <= committed || isEmpty(stuck, committed, end, records)) {
      marks.clear();
      state = new State(0, nanos);
      return;
    }
    if (marks.isEmpty() || marks.getLast().end() < end) {
      marks.add(new Mark(nanos, end));
    }
    thin();
    state = new State(end - committed, marks.getFirst().nanos());
  }

  /** A transaction's mark takes an offset, too, and nobody may ever commit past the last one. */
  private boolean isEmpty(boolean stuck, long from, long end, Records records) {
    if (end == emptyUntil && stuck) {
      return true;
    }
    if (!stuck || record) {
      return false;
    }
    record = records.any(from, end);
    emptyUntil = record ? -1 : end;
    return !record;
  }

  private void thin() {
    if (marks.size() > MAX_MARKS) {
      for (int i = marks.size() - 2; i > 0; i -= 2) {
        marks.remove(i);
      }
    }
  }

  int marks() {
    return marks.size();
  }

  long offsets() {
    return state.offsets();
  }

  double seconds(long nanos) {
    State now = state;
    return now.offsets() == 0 ? 0 : Math.max(0, nanos - now.sinceNanos()) / 1e9;
  }
}
