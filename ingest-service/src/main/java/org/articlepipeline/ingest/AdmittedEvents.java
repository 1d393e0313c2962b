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

  private final WindowStore<Bytes, Long> store;

  AdmittedEvents(WindowStore<Bytes, Long> store) {
    this.store = store;
  }

  void put(Bytes event, long revision, Instant at) {
    store.put(event, revision, at.toEpochMilli());
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
