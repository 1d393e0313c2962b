package org.articlepipeline.enrich;

import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.TimestampedKeyValueStoreWithHeaders;

/** The state of enrich. Names are part of the changelogs' names: never change one on live data. */
final class EnrichStores {

  /**
   * The newest record of {@code articles.accepted} of each key, byte for byte and with its headers.
   * That topic is its changelog.
   */
  static final String ARTICLES = "articles";

  /** uri to {@link Publication}. */
  static final String PUBLICATIONS = "publications";

  private EnrichStores() {}

  static StoreBuilder<TimestampedKeyValueStoreWithHeaders<byte[], byte[]>> articles() {
    return Stores.timestampedKeyValueStoreWithHeadersBuilder(
        Stores.persistentTimestampedKeyValueStoreWithHeaders(ARTICLES),
        Serdes.ByteArray(),
        Serdes.ByteArray());
  }

  static StoreBuilder<KeyValueStore<String, Publication>> publications() {
    return Stores.keyValueStoreBuilder(
        Stores.persistentKeyValueStore(PUBLICATIONS), Serdes.String(), Publication.serde());
  }
}
