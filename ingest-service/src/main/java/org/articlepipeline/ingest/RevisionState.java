package org.articlepipeline.ingest;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HexFormat;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.articlepipeline.schemas.PubStatus;
import org.jspecify.annotations.Nullable;

/**
 * What the gate remembers of one uri: the revision that it accepted last. Holds no content.
 *
 * @param contentHash see {@link ContentHash}
 * @param heldUntil end of the embargo under which this revision is held; null when it went on
 * @param dueAt when something is to be sent for the revision that was sent last: that it expired,
 *     or once more that it is erased; null when nothing is. While this one is held, that is an
 *     older one
 * @param sent the revision that went on last, this one unless it is held; 0 when none did
 */
record RevisionState(
    long revision,
    String contentHash,
    PubStatus status,
    @Nullable Instant heldUntil,
    @Nullable Instant dueAt,
    long sent) {

  private static final byte LAYOUT = 3;

  /** Without dueAt and sent; still read. */
  private static final byte FIRST_LAYOUT = 1;

  /** Without sent; still read. */
  private static final byte SECOND_LAYOUT = 2;

  private static final int HASH_BYTES = 32;
  private static final int FIRST_FIXED_BYTES = 1 + Long.BYTES + HASH_BYTES + Long.BYTES;
  private static final long NEVER = 0;

  RevisionState released(@Nullable Instant dueAt) {
    return new RevisionState(revision, contentHash, status, null, dueAt, revision);
  }

  RevisionState done() {
    return new RevisionState(revision, contentHash, status, heldUntil, null, sent);
  }

  /**
   * Layout, revision, hash, heldUntil and dueAt in milliseconds, sent; the name of the status is
   * the rest.
   */
  static Serde<RevisionState> serde() {
    Serializer<RevisionState> serializer = (topic, state) -> state == null ? null : state.bytes();
    Deserializer<RevisionState> deserializer = (topic, bytes) -> bytes == null ? null : of(bytes);
    return Serdes.serdeFrom(serializer, deserializer);
  }

  private byte[] bytes() {
    byte[] name = status.name().getBytes(US_ASCII);
    return ByteBuffer.allocate(fixedBytes(LAYOUT) + name.length)
        .put(LAYOUT)
        .putLong(revision)
        .put(HexFormat.of().parseHex(contentHash))
        .putLong(millis(heldUntil))
        .putLong(millis(dueAt))
        .putLong(sent)
        .put(name)
        .array();
  }

  private static RevisionState of(byte[] bytes) {
    byte layout = bytes.length == 0 ? -1 : bytes[0];
    if (layout < FIRST_LAYOUT || layout > LAYOUT || bytes.length <= fixedBytes(layout)) {
      throw new SerializationException(
          "store 'revisions' holds %d bytes of layout %d; this version knows layouts up to %d"
              .formatted(bytes.length, layout, LAYOUT));
    }
    var in = ByteBuffer.wrap(bytes, 1, bytes.length - 1);
    long revision = in.getLong();
    byte[] hash = new byte[HASH_BYTES];
    in.get(hash);
    Instant held = instant(in.getLong());
    Instant dueAt = layout == FIRST_LAYOUT ? null : instant(in.getLong());
    long sent = layout <= SECOND_LAYOUT ? (held == null ? revision : 0) : in.getLong();
    PubStatus status = PubStatus.valueOf(US_ASCII.decode(in).toString());
    return new RevisionState(revision, HexFormat.of().formatHex(hash), status, held, dueAt, sent);
  }

  /** Each layout has one number more than the one before. */
  private static int fixedBytes(byte layout) {
    return FIRST_FIXED_BYTES + (layout - FIRST_LAYOUT) * Long.BYTES;
  }

  private static long millis(@Nullable Instant time) {
    return time == null ? NEVER : time.toEpochMilli();
  }

  private static @Nullable Instant instant(long millis) {
    return millis == NEVER ? null : Instant.ofEpochMilli(millis);
  }
}
