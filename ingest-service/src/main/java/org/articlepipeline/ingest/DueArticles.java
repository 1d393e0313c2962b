package org.articlepipeline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.function.Consumer;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.articlepipeline.schemas.SourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * Articles with which something is to be done at some time, in the order of that time, so that
 * looking for what is due reads nothing else. A value is the submission's record with its value
 * replaced by a serialized article: position and headers are kept.
 */
final class DueArticles {

  /**
   * Of a round, so that thousands that are due at once don't keep the thread from polling; the rest
   * comes with the next one.
   */
  static final int MAX_OF_A_ROUND = 1000;

  private static final long MAX_BYTES_OF_A_ROUND = 16L << 20;

  private static final byte LAYOUT = 1;
  private static final int ABSENT = -1;

  private final KeyValueStore<Bytes, SourceRecord> store;

  /**
   * Nothing in the store is due earlier. What is taken out leaves markers in RocksDB until it
   * compacts, and a search from the beginning would read all of them, every time.
   */
  private Instant earliest = Instant.EPOCH;

  DueArticles(KeyValueStore<Bytes, SourceRecord> store) {
    this.store = store;
  }

  void put(Instant due, String uri, SourceRecord article) {
    if (due.isBefore(earliest)) {
      earliest = due;
    }
    store.put(key(due, uri), article);
  }

  /** Null when there was none. */
  @Nullable SourceRecord remove(Instant due, String uri) {
    return store.delete(key(due, uri));
  }

  /** A record for the store's changelog that changes nothing: Kafka compacts what was before it. */
  void touch(String uri) {
    store.delete(key(Instant.EPOCH, uri));
  }

  /** Takes out what is due, the earliest first, as much as a round may. */
  void take(Instant now, Consumer<SourceRecord> due) {
    long bytes = 0;
    try (KeyValueIterator<Bytes, SourceRecord> found =
        store.range(key(earliest, ""), key(now.plusMillis(1), ""))) {
      for (int i = 0; found.hasNext(); i++) {
        if (i == MAX_OF_A_ROUND || bytes > MAX_BYTES_OF_A_ROUND) {
          return;
        }
        KeyValue<Bytes, SourceRecord> next = found.next();
        byte[] article = next.value.value();
        bytes += article == null ? 0 : article.length;
        store.delete(next.key);
        due.accept(next.value);
      }
    }
    earliest = now;
  }

  /** Milliseconds in big-endian, then the uri: byte order is time order. */
  private static Bytes key(Instant due, String uri) {
    byte[] name = uri.getBytes(UTF_8);
    return Bytes.wrap(
        ByteBuffer.allocate(Long.BYTES + name.length)
            .putLong(due.toEpochMilli())
            .put(name)
            .array());
  }

  static Serde<SourceRecord> serde() {
    Serializer<SourceRecord> serializer = (topic, due) -> due == null ? null : write(due);
    Deserializer<SourceRecord> deserializer = (topic, bytes) -> bytes == null ? null : read(bytes);
    return Serdes.serdeFrom(serializer, deserializer);
  }

  private static byte[] write(SourceRecord record) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeByte(LAYOUT);
      out.writeUTF(record.topic());
      out.writeInt(record.partition());
      out.writeLong(record.offset());
      out.writeLong(record.timestamp());
      writeBytes(out, record.key());
      writeBytes(out, record.value());
      Header[] headers = record.headers().toArray();
      out.writeInt(headers.length);
      for (Header header : headers) {
        writeBytes(out, header.key().getBytes(UTF_8));
        writeBytes(out, header.value());
      }
    } catch (IOException e) {
      throw new SerializationException("a due article can't be written: " + e.getMessage(), e);
    }
    return bytes.toByteArray();
  }

  private static SourceRecord read(byte[] bytes) {
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      byte layout = in.readByte();
      if (layout != LAYOUT) {
        throw new SerializationException(
            "a store of due articles has layout %d; this version knows layout %d only"
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
      throw new SerializationException("a due article can't be read: " + e.getMessage(), e);
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
