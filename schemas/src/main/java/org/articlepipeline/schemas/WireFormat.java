package org.articlepipeline.schemas;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Confluent's frame around each value: a zero byte, the schema id as a big-endian int, then Avro's
 * binary encoding.
 */
final class WireFormat {

  static final byte MAGIC = 0;
  static final int HEADER_BYTES = 5;

  private WireFormat() {}

  /** The schema id, or null where the bytes don't start with the frame. */
  static @Nullable Integer schemaId(byte @Nullable [] value) {
    return value == null || value.length < HEADER_BYTES || value[0] != MAGIC
        ? null
        : ByteBuffer.wrap(value).getInt(1);
  }
}
