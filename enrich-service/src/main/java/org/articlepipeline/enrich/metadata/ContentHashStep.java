package org.articlepipeline.enrich.metadata;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.articlepipeline.enrich.text.Analysis;
import org.articlepipeline.enrich.text.EnrichmentStep;
import org.articlepipeline.schemas.EnrichedArticle;

/** SHA-256 of headline, a line end and body in UTF-8: equal only when readers see the same. */
public final class ContentHashStep implements EnrichmentStep {

  @Override
  public String name() {
    return "content-hash";
  }

  @Override
  public void apply(Analysis analysis, EnrichedArticle.Builder result) {
    MessageDigest digest = sha256();
    digest.update(analysis.headline().text().getBytes(UTF_8));
    digest.update((byte) '\n');
    digest.update(analysis.body().text().getBytes(UTF_8));
    result.setContentHash(HexFormat.of().formatHex(digest.digest()));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
