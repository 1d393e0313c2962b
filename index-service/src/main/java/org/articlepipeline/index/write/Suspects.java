package org.articlepipeline.index.write;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Writes that Elasticsearch answered 500 to. Each waits and is tried again while the others go on.
 *
 * <p>A 500 is the document's fault or the server's. It counts against the document only when the
 * index has taken another one since the 500 before: while it takes none, nobody's document is bad,
 * and all of them wait. Used by one thread.
 */
final class Suspects {
  /** So many that a server which fails every other time convicts one in a thousand. */
  static final int MAX_STRIKES = 10;

  private final List<Write> waiting = new ArrayList<>();
  private final Backoff backoff;
  private final LongSupplier nanos;
  private long taken;
  private long takenAtLast = -1;
  private @Nullable Trouble trouble;

  Suspects(Backoff backoff, LongSupplier nanos) {
    this.backoff = backoff;
    this.nanos = nanos;
  }

  /** The index took a write, any write. */
  void taken() {
    taken++;
    trouble = null;
  }

  /**
   * Judges another 500.
   *
   * @return whether the document is to be rejected; otherwise it waits here
   */
  boolean convicts(Write write, String reason) {
    if (write.serverErrors == 0 || taken > write.takenBefore) {
      write.strikes++;
    }
    write.takenBefore = taken;
    if (write.strikes >= MAX_STRIKES) {
      return true;
    }
    write.serverErrors++;
    write.dueAt = nanos.getAsLong() + backoff.delay(write.serverErrors).toNanos();
    waiting.add(write);
    if (taken == takenAtLast) {
      trouble = new Trouble(trouble == null ? nanos.getAsLong() : trouble.sinceNanos(), reason);
    }
    takenAtLast = taken;
    return false;
  }

  /** Takes out those whose time has come. */
  List<Write> due() {
    return take(write -> nanos.getAsLong() - write.dueAt >= 0);
  }

  /** Takes out those that the predicate is true of. */
  List<Write> take(Predicate<Write> which) {
    List<Write> out = new ArrayList<>();
    for (Iterator<Write> writes = waiting.iterator(); writes.hasNext(); ) {
      Write write = writes.next();
      if (which.test(write)) {
        writes.remove();
        out.add(write);
      }
    }
    return out;
  }

  /** Two in a row while the index took nothing: then it may be the server. */
  @Nullable Trouble trouble() {
    return trouble;
  }
}
