package org.articlepipeline.enrich;

import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.TimestampedKeyValueStoreWithHeaders;
import org.apache.kafka.streams.state.ValueTimestampHeaders;
import org.articlepipeline.schemas.SourceRecord;
import org.articlepipeline.schemas.Topics;
import org.jspecify.annotations.Nullable;

/** The newest record of each article, whatever it holds: the same as after compaction. */
final class AcceptedArticles {
  private static final int UNKNOWN = -1;

  private final TimestampedKeyValueStoreWithHeaders<byte[], byte[]> store;

  AcceptedArticles(ProcessingContext context) {
    this.store = context.getStateStore(EnrichStores.ARTICLES);
  }

  void put(Record<byte[], byte[]> record) {
    if (record.key() == null) {
      return;
    }
    if (record.value() == null) {
      store.delete(record.key());
      return;
    }
    store.put(
        record.key(),
        ValueTimestampHeaders.make(record.value(), record.timestamp(), record.headers()));
  }

  /** Null when there is none. Its position is not known. */
  @Nullable SourceRecord get(byte[] key) {
    ValueTimestampHeaders<byte[]> found = store.get(key);
    return found == null
        ? null
        : new SourceRecord(
            Topics.ACCEPTED.name(),
            UNKNOWN,
            UNKNOWN,
            found.timestamp(),
            key,
            found.value(),
            found.headers());
  }
}
