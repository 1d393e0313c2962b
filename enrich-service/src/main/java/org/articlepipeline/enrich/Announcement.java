package org.articlepipeline.enrich;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/**
 * That an entity changed, and with it these names, each the tokens of it.
 *
 * @param offset of the newest record about it
 */
record Announcement(long offset, List<List<Integer>> names) {
  static final Announcement NOTHING = new Announcement(-1, List.of());

  Announcement and(long offset, List<List<Integer>> more) {
    Set<List<Integer>> all = new LinkedHashSet<>(names);
    all.addAll(more);
    return new Announcement(Math.max(this.offset, offset), List.copyOf(all));
  }

  static Serde<Announcement> serde() {
    Serializer<Announcement> serializer = (topic, a) -> a == null ? null : a.bytes();
    Deserializer<Announcement> deserializer = (topic, bytes) -> bytes == null ? null : of(bytes);
    return Serdes.serdeFrom(serializer, deserializer);
  }

  private byte[] bytes() {
    int ints = names.stream().mapToInt(name -> 1 + name.size()).sum();
    ByteBuffer out = ByteBuffer.allocate(Long.BYTES + Integer.BYTES * ints).putLong(offset);
    for (List<Integer> name : names) {
      out.putInt(name.size());
      name.forEach(out::putInt);
    }
    return out.array();
  }

  private static Announcement of(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    long offset = in.getLong();
    List<List<Integer>> names = new ArrayList<>();
    while (in.hasRemaining()) {
      List<Integer> name = new ArrayList<>();
      for (int left = in.getInt(); left > 0; left--) {
        name.add(in.getInt());
      }
      names.add(name);
    }
    return new Announcement(offset, names);
  }
}
