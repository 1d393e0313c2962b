package org.articlepipeline.ingest;

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
 */
record RevisionState(
    long revision, String contentHash, PubStatus status, @Nullable Instant heldUntil) {

  private static final byte LAYOUT = 1;
  private static final int HASH_BYTES = 32;
  private static final int BYTES = 1 + Long.BYTES + HASH_BYTES + 1 + Long.BYTES;
  private static final long NOT_HELD = 0;

  RevisionState released() {
    return new RevisionState(revision, contentHash, status, null);
  }

  /** Fixed width: layout, revision, hash, status, heldUntil in milliseconds. */
  static Serde<RevisionState> serde() {
    Serializer<RevisionState> serializer = (topic, state) -> state == null ? null : state.bytes();
    Deserializer<RevisionState> deserializer = (topic, bytes) -> bytes == null ? null : of(bytes);
    return Serdes.serdeFrom(serializer, deserializer);
  }

  private byte[] bytes() {
    return ByteBuffer.allocate(BYTES)
        .put(LAYOUT)
        .putLong(revision)
        .put(HexFormat.of().parseHex(contentHash))
        .put((byte) status.ordinal())
        .putLong(heldUntil == null ? NOT_HELD : heldUntil.toEpochMilli())
        .array();
  }

  private static RevisionState of(byte[] bytes) {
    if (bytes.length != BYTES || bytes[0] != LAYOUT) {
      throw new SerializationException(
          "store 'revisions' holds %d bytes of layout %d; this version knows layout %d only"
              .formatted(bytes.length, bytes.length == 0 ? -1 : bytes[0], LAYOUT));
    }
    var in = ByteBuffer.wrap(bytes, 1, BYTES - 1);
    long revision = in.getLong();
    byte[] hash = new byte[HASH_BYTES];
    in.get(hash);
    PubStatus status = PubStatus.values()[in.get()];
    long held = in.getLong();
    return new RevisionState(
        revision,
        HexFormat.of().formatHex(hash),
        status,
        held == NOT_HELD ? null : Instant.ofEpochMilli(held));
  }
}
