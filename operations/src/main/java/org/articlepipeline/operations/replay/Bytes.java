package org.articlepipeline.operations.replay;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Bytes of a dead letter, as Kafka's producer takes them. */
final class Bytes {
  private Bytes() {}

  static byte[] of(ByteBuffer buffer) {
    byte[] copy = new byte[buffer.remaining()];
    buffer.duplicate().get(copy);
    return copy;
  }

  static byte @Nullable [] orNull(@Nullable ByteBuffer buffer) {
    return buffer == null ? null : of(buffer);
  }
}
