package org.articlepipeline.ingest.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * What a CMS proves its source with.
 *
 * @param secret 256 random bits; shown once, kept nowhere
 */
public record ApiKey(String source, String secret) {
  private static final int BYTES = 32;

  /** So that scanners for leaked secrets know one when they see it. */
  private static final String PREFIX = "articles_";

  /**
   * @throws IllegalArgumentException when no line of a keys file could hold this source
   */
  public static ApiKey create(String source) {
    if (source.isBlank()
        || !source.equals(source.strip())
        || source.startsWith("#")
        || source.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "a source is a short name without line breaks, white space at its ends or # at its start");
    }
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    return new ApiKey(
        source, PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random));
  }

  /** The line for the keys file. */
  public String line() {
    return source + " " + HexFormat.of().formatHex(hash(secret));
  }

  /** Never the secret. */
  @Override
  public String toString() {
    return "key of " + source;
  }

  /**
   * A plain hash does: nobody guesses 256 random bits, however fast he hashes. Passwords would need
   * a slow one.
   */
  static byte[] hash(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
