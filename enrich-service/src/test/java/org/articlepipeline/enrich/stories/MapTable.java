package org.articlepipeline.enrich.stories;

import java.util.Arrays;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A table in memory. */
final class MapTable implements Table {
  private final NavigableMap<byte[], byte[]> entries = new TreeMap<>(Arrays::compareUnsigned);

  int size() {
    return entries.size();
  }

  @Override
  public void values(Consumer<byte[]> to) {
    entries.values().forEach(to);
  }

  @Override
  public long approximateSize() {
    return entries.size();
  }

  @Override
  public byte @Nullable [] get(byte[] key) {
    return entries.get(key);
  }

  @Override
  public void put(byte[] key, byte @Nullable [] value) {
    if (value == null) {
      entries.remove(key);
    } else {
      entries.put(key, value);
    }
  }

  @Override
  public byte @Nullable [] first(byte[] from, byte[] to) {
    Map.Entry<byte[], byte[]> entry = entries.ceilingEntry(from);
    return entry == null || Arrays.compareUnsigned(entry.getKey(), to) > 0 ? null : entry.getKey();
  }
}
