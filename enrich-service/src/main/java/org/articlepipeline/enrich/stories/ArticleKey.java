package org.articlepipeline.enrich.stories;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A uri in 16 bytes, its MD5: most entries of the tables hold nothing else. */
final class ArticleKey {
  static final int BYTES = 2 * Long.BYTES;

  private ArticleKey() {}

  static UUID of(String uri) {
    return UUID.nameUUIDFromBytes(uri.getBytes(UTF_8));
  }

  static byte[] bytes(UUID key) {
    return put(ByteBuffer.allocate(BYTES), key).array();
  }

  static ByteBuffer put(ByteBuffer out, UUID key) {
    return out.putLong(key.getMostSignificantBits()).putLong(key.getLeastSignificantBits());
  }

  static UUID read(ByteBuffer in) {
    return new UUID(in.getLong(), in.getLong());
  }

  /** All that follow. */
  static List<UUID> readAll(ByteBuffer in) {
    List<UUID> keys = new ArrayList<>(in.remaining() / BYTES);
    while (in.hasRemaining()) {
      keys.add(read(in));
    }
    return keys;
  }

  static List<UUID> readAll(byte @Nullable [] bytes) {
    return bytes == null ? List.of() : readAll(ByteBuffer.wrap(bytes));
  }
}
