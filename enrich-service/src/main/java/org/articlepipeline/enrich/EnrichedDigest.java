package org.articlepipeline.enrich;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.TreeMap;
import org.articlepipeline.schemas.EnrichedArticle;

/**
 * Tells whether two enriched articles of one revision say the same: SHA-256 over all but the run
 * and the times at which it came, map entries in the order of their keys.
 */
final class EnrichedDigest {

  private EnrichedDigest() {}

  /** 64 hexadecimal digits. */
  static String of(EnrichedArticle article) {
    EnrichedArticle said =
        EnrichedArticle.newBuilder(article)
            .setEnrichmentRun(0)
            .setSubmittedAt(Instant.EPOCH)
            .setIngestedAt(Instant.EPOCH)
            .build();
    said.setExtra(new TreeMap<>(said.getExtra()));
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(said.toByteBuffer());
      return HexFormat.of().formatHex(sha.digest());
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory does not fail", e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
