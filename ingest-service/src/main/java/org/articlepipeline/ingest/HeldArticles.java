package org.articlepipeline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.articlepipeline.schemas.SourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * Articles under embargo in the order of their release, so that looking for what is due reads
 * nothing else. A value is the submission's record with its value replaced by the serialized
 * article: position and headers are kept.
 */
final class HeldArticles {

  private static final byte LAYOUT = 1;
  private static final int ABSENT = -1;

  private final KeyValueStore<Bytes, SourceRecord> store;

  HeldArticles(KeyValueStore<Bytes, SourceRecord> store) {
    this.store = store;
  }

  void put(Instant release, String uri, SourceRecord held) {
    store.put(key(release, uri), held);
  }

  /** Null when nothing was held. */
  @Nullable SourceRecord remove(Instant release, String uri) {
    return store.delete(key(release, uri));
  }

  /** What is to be released at {@code now}, the earliest first. To be closed. */
  KeyValueIterator<Bytes, SourceRecord> due(Instant now) {
    return store.range(key(Instant.EPOCH, ""), key(now.plusMillis(1), ""));
  }

  /** Milliseconds in big-endian, then the uri: byte order is time order. */
  private static Bytes key(Instant release, String uri) {
    byte[] name = uri.getBytes(UTF_8);
    return Bytes.wrap(
        ByteBuffer.allocate(Long.BYTES + name.length)
            .putLong(release.toEpochMilli())
            .put(name)
            .array());
  }

  static Serde<SourceRecord> serde() {
    Serializer<SourceRecord> serializer = (topic, held) -> held == null ? null : write(held);
    Deserializer<SourceRecord> deserializer = (topic, bytes) -> bytes == null ? null : read(bytes);
    return Serdes.serdeFrom(serializer, deserializer);
  }

  private static byte[] write(SourceRecord held) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeByte(LAYOUT);
      out.writeUTF(held.topic());
      out.writeInt(held.partition());
      out.writeLong(held.offset());
      out.writeLong(held.timestamp());
      writeBytes(out, held.key());
      writeBytes(out, held.value());
      Header[] headers = held.headers().toArray();
      out.writeInt(headers.length);
      for (Header header : headers) {
        writeBytes(out, header.key().getBytes(UTF_8));
        writeBytes(out, header.value());
      }
    } catch (IOException e) {
      throw new SerializationException("a held article can't be written: " + e.getMessage(), e);
    }
    return bytes.toByteArray();
  }

  private static SourceRecord read(byte[] bytes) {
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      byte layout = in.readByte();
      if (layout != LAYOUT) {
        throw new SerializationException(
            "store 'held' has layout %d; this version knows layout %d only"
                .formatted(layout, LAYOUT));
      }
      return new SourceRecord(
          in.readUTF(),
          in.readInt(),
          in.readLong(),
          in.readLong(),
          readBytes(in),
          readBytes(in),
          readHeaders(in));
    } catch (IOException e) {
      throw new SerializationException("a held article can't be read: " + e.getMessage(), e);
    }
  }

  private static Headers readHeaders(DataInputStream in) throws IOException {
    var headers = new RecordHeaders();
    for (int left = in.readInt(); left > 0; left--) {
      byte[] key = readBytes(in);
      headers.add(key == null ? "" : new String(key, UTF_8), readBytes(in));
    }
    return headers;
  }

  private static void writeBytes(DataOutputStream out, byte @Nullable [] bytes) throws IOException {
    out.writeInt(bytes == null ? ABSENT : bytes.length);
    if (bytes != null) {
      out.write(bytes);
    }
  }

  private static byte @Nullable [] readBytes(DataInputStream in) throws IOException {
    int length = in.readInt();
    return length == ABSENT ? null : in.readNBytes(length);
  }
}
