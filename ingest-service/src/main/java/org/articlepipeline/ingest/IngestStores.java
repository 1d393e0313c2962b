package org.articlepipeline.ingest;

import java.time.Duration;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;
import org.articlepipeline.schemas.SourceRecord;

/** The state of ingest. Names are part of the changelogs' names: never change one on live data. */
final class IngestStores {

  /** uri to the revision accepted last. */
  static final String REVISIONS = "revisions";

  /** {@link DueArticles} by the end of their embargo. The only store with content. */
  static final String HELD = "held";

  /** {@link DueArticles} by when they expire, or were erased a day ago: what is to be sent then. */
  static final String EXPIRING = "expiring";

  /** {@link AdmittedEvents}. */
  static final String EVENTS = "events";

  /** {@link FurnitureStore}. */
  static final String FURNITURE = "furniture";

  private IngestStores() {}

  static StoreBuilder<KeyValueStore<String, RevisionState>> revisions() {
    return Stores.keyValueStoreBuilder(
        Stores.persistentKeyValueStore(REVISIONS), Serdes.String(), RevisionState.serde());
  }

  /**
   * Cached, for a source's value changes with each of its articles: the changelog gets the last.
   */
  static StoreBuilder<KeyValueStore<Bytes, LineCounts>> furniture() {
    return Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(FURNITURE), Serdes.Bytes(), LineCounts.serde())
        .withCachingEnabled();
  }

  static StoreBuilder<KeyValueStore<Bytes, SourceRecord>> held() {
    return due(HELD);
  }

  static StoreBuilder<KeyValueStore<Bytes, SourceRecord>> expiring() {
    return due(EXPIRING);
  }

  static StoreBuilder<WindowStore<Bytes, Long>> events() {
    Duration kept = AdmittedEvents.REMEMBERED;
    return Stores.windowStoreBuilder(
        Stores.persistentWindowStore(EVENTS, kept, kept, false), Serdes.Bytes(), Serdes.Long());
  }

  private static StoreBuilder<KeyValueStore<Bytes, SourceRecord>> due(String name) {
    return Stores.keyValueStoreBuilder(
        Stores.persistentKeyValueStore(name), Serdes.Bytes(), DueArticles.serde());
  }
}
