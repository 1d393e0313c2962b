package org.articlepipeline.enrich;

import java.util.function.Consumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.articlepipeline.enrich.stories.Table;
import org.jspecify.annotations.Nullable;

/** A state store, as stories use it. */
public record StoreTable(KeyValueStore<Bytes, byte[]> store) implements Table {

  @Override
  public byte @Nullable [] get(byte[] key) {
    return store.get(Bytes.wrap(key));
  }

  @Override
  public void put(byte[] key, byte @Nullable [] value) {
    if (value == null) {
      store.delete(Bytes.wrap(key));
    } else {
      store.put(Bytes.wrap(key), value);
    }
  }

  @Override
  public void values(Consumer<byte[]> to) {
    try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
      all.forEachRemaining(entry -> to.accept(entry.value));
    }
  }

  @Override
  public long approximateSize() {
    return store.approximateNumEntries();
  }

  @Override
  public byte @Nullable [] first(byte[] from, byte[] to) {
    try (KeyValueIterator<Bytes, byte[]> range = store.range(Bytes.wrap(from), Bytes.wrap(to))) {
      return range.hasNext() ? range.next().key.get() : null;
    }
  }
}
