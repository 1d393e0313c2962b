package org.articlepipeline.index.write;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** One document on its way into an index. Used by one thread. */
final class Write {
  /** No external version: the document's id alone makes it idempotent. */
  static final long UNVERSIONED = -1;

  final String target;
  final String id;

  /** Of the document, unlike any other's. */
  final String key;

  final long version;
  final byte[] document;

  /** Bytes that stay in memory until this is settled. */
  final long weight;

  private final Consumer<Outcome> done;
  private final BooleanSupplier dropped;

  /**
   * How often Elasticsearch answered 500 to this document; this and what follows: {@link Suspects}.
   */
  int serverErrors;

  /** How many of these count against it. */
  int strikes;

  /** What the index had taken at the last of them. */
  long takenBefore;

  /** {@link System#nanoTime()} from which it may be tried again. */
  long dueAt;

  /**
   * @param sourceBytes size of the record, which is kept for a dead letter
   * @param done gets Indexed, Stale or Rejected, once
   * @param dropped true when nobody waits for it any more: its partition belongs to another
   */
  Write(
      String target,
      String id,
      long version,
      byte[] document,
      long sourceBytes,
      Consumer<Outcome> done,
      BooleanSupplier dropped) {
    this.target = target;
    this.id = id;
    this.key = target + '\n' + id;
    this.version = version;
    this.document = document;
    this.weight = document.length + sourceBytes;
    this.done = done;
    this.dropped = dropped;
  }

  void settle(Outcome outcome) {
    done.accept(outcome);
  }

  boolean dropped() {
    return dropped.getAsBoolean();
  }
}
