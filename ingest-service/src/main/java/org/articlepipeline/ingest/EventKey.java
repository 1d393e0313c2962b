package org.articlepipeline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.utils.Bytes;
import org.articlepipeline.schemas.CloudEvents;
import org.jspecify.annotations.Nullable;

/**
 * Names the CloudEvent that a submission is: SHA-256 of its uri, {@code ce_source} and {@code
 * ce_id}. They are taken as bytes, so headers may hold anything, of any length. The uri is part of
 * it because another uri may be in another partition, whose events this task does not know.
 */
final class EventKey {

  private EventKey() {}

  /** Null when one of the headers is missing or empty: then only the revision decides. */
  static @Nullable Bytes of(String uri, Headers headers) {
    byte[] source = value(headers, CloudEvents.SOURCE);
    byte[] id = value(headers, CloudEvents.ID);
    if (source.length == 0 || id.length == 0) {
      return null;
    }
    MessageDigest sha = sha256();
    add(sha, uri.getBytes(UTF_8));
    add(sha, source);
    add(sha, id);
    return Bytes.wrap(sha.digest());
  }

  /** With its length, or {@code a + bc} would be the same event as {@code ab + c}. */
  private static void add(MessageDigest sha, byte[] part) {
    sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
    sha.update(part);
  }

  private static byte[] value(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    byte[] value = header == null ? null : header.value();
    return value == null ? new byte[0] : value;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
