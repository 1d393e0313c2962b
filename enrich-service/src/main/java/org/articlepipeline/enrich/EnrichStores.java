package org.articlepipeline.enrich;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
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

  /** uri to the {@link org.articlepipeline.enrich.knowledge.NameTokens} of what may be seen. */
  static final String NAMES = "names";

  /** Offset of a request to the request, as long as nobody looked for the articles it concerns. */
  static final String CHANGES = "changes";

  /** {@link AgainQueue}. */
  static final String QUEUE = "queue";

  /** Entity uri to the last record of it that could be read. */
  static final String ENTITIES = "entities";

  /** Entity uri to its {@link Announcement}, until it is made. */
  static final String ANNOUNCEMENTS = "announcements";

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

  static StoreBuilder<KeyValueStore<String, int[]>> names() {
    return Stores.keyValueStoreBuilder(
        Stores.persistentKeyValueStore(NAMES), Serdes.String(), ints());
  }

  static StoreBuilder<KeyValueStore<Long, byte[]>> changes() {
    return Stores.keyValueStoreBuilder(
        Stores.persistentKeyValueStore(CHANGES), Serdes.Long(), Serdes.ByteArray());
  }

  static StoreBuilder<KeyValueStore<Bytes, byte[]>> queue() {
    return Stores.keyValueStoreBuilder(
        Stores.persistentKeyValueStore(QUEUE), Serdes.Bytes(), Serdes.ByteArray());
  }

  static StoreBuilder<KeyValueStore<String, byte[]>> entities() {
    return Stores.keyValueStoreBuilder(
        Stores.persistentKeyValueStore(ENTITIES), Serdes.String(), Serdes.ByteArray());
  }

  static StoreBuilder<KeyValueStore<String, Announcement>> announcements() {
    return Stores.keyValueStoreBuilder(
        Stores.persistentKeyValueStore(ANNOUNCEMENTS), Serdes.String(), Announcement.serde());
  }

  private static Serde<int[]> ints() {
    Serializer<int[]> serializer = (topic, ints) -> ints == null ? null : bytes(ints);
    Deserializer<int[]> deserializer = (topic, bytes) -> bytes == null ? null : ints(bytes);
    return Serdes.serdeFrom(serializer, deserializer);
  }

  private static byte[] bytes(int[] ints) {
    ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * ints.length);
    bytes.asIntBuffer().put(ints);
    return bytes.array();
  }

  private static int[] ints(byte[] bytes) {
    int[] ints = new int[bytes.length / Integer.BYTES];
    ByteBuffer.wrap(bytes).asIntBuffer().get(ints);
    return ints;
  }
}
