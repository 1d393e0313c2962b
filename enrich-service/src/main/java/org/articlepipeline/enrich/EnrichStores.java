package org.articlepipeline.enrich;

import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
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

  /** What stories are made from; see the package of that name. */
  static final String STORY_MEMBERS = "story-members";

  static final String STORY_BANDS = "story-bands";
  static final String STORIES = "stories";
  static final String STORY_AGES = "story-ages";

  private EnrichStores() {}

  static List<StoreBuilder<KeyValueStore<Bytes, byte[]>>> stories() {
    return Stream.of(STORY_MEMBERS, STORY_BANDS, STORIES, STORY_AGES)
        .map(
            name ->
                Stores.keyValueStoreBuilder(
                    Stores.persistentKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray()))
        .toList();
  }

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
