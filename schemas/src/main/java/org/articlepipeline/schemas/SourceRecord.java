package org.articlepipeline.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A record as it was read, before anything in it was understood: what receipts point to and dead
 * letters keep.
 *
 * @param timestamp epoch milliseconds
 */
@SuppressWarnings("ArrayRecordComponent") // Kafka gives arrays; these are carried, never compared.
public record SourceRecord(
    String topic,
    int partition,
    long offset,
    long timestamp,
    byte @Nullable [] key,
    byte @Nullable [] value,
    Headers headers) {

  /**
   * Bytes of a key that its dead letter's own key keeps; longer ones would not fit into the topic
   * twice.
   */
  private static final int MAX_DEAD_LETTER_KEY_BYTES = 32 * 1024;

  /** What a dead letter holds of its record; the rest is for what it says itself. */
  private static final int MAX_KEPT_BYTES =
      Limits.MAX_DEAD_LETTER_BYTES - 4 * Limits.RECORD_OVERHEAD_BYTES;

  public static SourceRecord of(ConsumerRecord<byte[], byte[]> r) {
    return new SourceRecord(
        r.topic(), r.partition(), r.offset(), r.timestamp(), r.key(), r.value(), r.headers());
  }

  /** The same position, key and headers with what became of its value. */
  public SourceRecord withValue(byte[] other) {
    return new SourceRecord(topic, partition, offset, timestamp, key, other, headers);
  }

  /**
   * The whole record with the reason; {@code uri} and {@code revision} where they could be read. A
   * record too large for a dead letter (a compressed batch can bring one) stays where it is, and
   * the letter says so: sending it would fail for ever.
   */
  public DeadLetter deadLetter(
      String stage,
      Rejection rejection,
      Instant at,
      @Nullable String uri,
      @Nullable Long revision) {
    boolean fits = size() <= MAX_KEPT_BYTES;
    return DeadLetter.newBuilder()
        .setStage(stage)
        .setReason(rejection.reason().code())
        .setMessage(fits ? rejection.message() : rejection.message() + whereItIs())
        .setField(rejection.field())
        .setUri(uri)
        .setRevision(revision)
        .setAt(at)
        .setTopic(topic)
        .setPartition(partition)
        .setOffset(offset)
        .setTimestamp(Instant.ofEpochMilli(timestamp))
        .setKey(wrap(fits ? key : deadLetterKey()))
        .setValue(fits ? wrap(value) : null)
        .setHeaders(fits ? copyHeaders() : List.of())
        .setSchemaId(WireFormat.schemaId(value))
        .build();
  }

  /**
   * The key to send a dead letter under: this record's key, cut when it is absurdly long (the
   * letter has all of it).
   */
  public byte @Nullable [] deadLetterKey() {
    return key == null || key.length <= MAX_DEAD_LETTER_KEY_BYTES
        ? key
        : Arrays.copyOf(key, MAX_DEAD_LETTER_KEY_BYTES);
  }

  /** A receipt with its position filled in; revision, reason and the rest are the caller's. */
  public Receipt.Builder receipt(String stage, String outcome, Instant at, String uri) {
    return Receipt.newBuilder()
        .setUri(uri)
        .setStage(stage)
        .setOutcome(outcome)
        .setAt(at)
        .setTopic(topic)
        .setPartition(partition)
        .setOffset(offset);
  }

  /** The receipt that goes with {@link #deadLetter}: the same reason and message. */
  public Receipt.Builder rejected(String stage, Rejection rejection, Instant at, String uri) {
    return receipt(stage, Outcomes.REJECTED, at, uri)
        .setReason(rejection.reason().code())
        .setMessage(rejection.message());
  }

  /**
   * The key as UTF-8 text for receipts of records that could not be read: "" when null, cut to
   * {@link Limits#MAX_URI_BYTES}; bytes that are not UTF-8 become U+FFFD.
   */
  public String keyText() {
    return key == null ? "" : new String(key, 0, Math.min(key.length, Limits.MAX_URI_BYTES), UTF_8);
  }

  private String whereItIs() {
    return " The record's %,d bytes are too many for a dead letter: it is at %s, partition %d, offset %d, as long as that topic keeps it."
        .formatted(size(), topic, partition, offset);
  }

  private long size() {
    long size = (key == null ? 0 : key.length) + (value == null ? 0L : value.length);
    for (var header : headers) {
      size += 2L * header.key().length() + (header.value() == null ? 0 : header.value().length);
    }
    return size;
  }

  private List<Header> copyHeaders() {
    var copy = new ArrayList<Header>();
    headers.forEach(h -> copy.add(new Header(h.key(), wrap(h.value()))));
    return copy;
  }

  private static @Nullable ByteBuffer wrap(byte @Nullable [] bytes) {
    return bytes == null ? null : ByteBuffer.wrap(bytes);
  }
}
