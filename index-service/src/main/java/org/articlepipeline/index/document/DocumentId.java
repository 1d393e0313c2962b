package org.articlepipeline.index.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The {@code _id} of an article: its uri, so that a frontend gets a document by what it knows. */
public final class DocumentId {
  /** Elasticsearch takes no longer {@code _id}, and refuses a whole bulk for one that is. */
  static final int MAX_BYTES = 512;

  private DocumentId() {}

  /** The uri; one over 512 bytes of UTF-8 is {@code sha256:} and its hash in hexadecimal. */
  public static String of(String uri) {
    byte[] bytes = uri.getBytes(UTF_8);
    return bytes.length <= MAX_BYTES ? uri : "sha256:" + HexFormat.of().formatHex(sha256(bytes));
  }

  public static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
