package org.articlepipeline.ingest;

import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;
import org.jspecify.annotations.Nullable;

/**
 * Events that became a revision, under their {@link EventKey}. A windowed store: it is made of
 * segments by time, and drops the oldest as a whole, so it is never searched for what is too old.
 */
final class AdmittedEvents {

  /** A sender that tries again does so sooner. */
  static final Duration REMEMBERED = Duration.ofDays(7);

  /** Shorter than the time of a segment, and no event's key. */
  private static final Duration MARK_EVERY = Duration.ofDays(1);

  private static final Bytes MARK = Bytes.wrap(new byte[] {0});

  private final WindowStore<Bytes, Long> store;
  private Instant marked = Instant.EPOCH;

  AdmittedEvents(WindowStore<Bytes, Long> store) {
    this.store = store;
  }

  void put(Bytes event, long revision, Instant at) {
    store.put(event, revision, at.toEpochMilli());
  }

  /**
   * Keeps the store from being empty, where nobody sends events: without a segment it has no place
   * for its offset, and Kafka Streams 4.3 then takes the whole task's state for damaged at the next
   * start, and restores all of it from the changelogs.
   */
  void mark(Instant now) {
    if (!now.isBefore(marked.plus(MARK_EVERY))) {
      store.put(MARK, 0L, now.toEpochMilli());
      marked = now;
    }
  }

  /** The revision that this event was admitted as; null when it was not, or too long ago. */
  @Nullable Long revision(Bytes event, Instant now) {
    // The clock of the instance that wrote it may be ahead of ours.
    try (WindowStoreIterator<Long> found =
        store.fetch(event, now.minus(REMEMBERED), now.plus(REMEMBERED))) {
      return found.hasNext() ? found.next().value : null;
    }
  }
}
