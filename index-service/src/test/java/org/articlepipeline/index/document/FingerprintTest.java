package org.articlepipeline.index.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.articlepipeline.index.Samples;
import org.articlepipeline.schemas.EnrichedArticle;
import org.articlepipeline.schemas.PubStatus;
import org.junit.jupiter.api.Test;

final class FingerprintTest {
  private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");

  /** Indices hold these: another value means that every index must be rebuilt. */
  @Test
  void isTheSameForEver() {
    assertThat(Fingerprint.of("urn:a", 7, 2, "ab12"))
        .isEqualTo(new Fingerprint(6161348607628552752L, 1091190440L, 1402261613L));
  }

  @Test
  void whateverTheAuditComparesChangesIt() {
    Set<Fingerprint> different = new HashSet<>();
    EnrichedArticle article = Samples.full("urn:a");
    different.add(ArticleDocument.fingerprint(article, NOW));
    article.setRevision(8);
    different.add(ArticleDocument.fingerprint(article, NOW));
    article.setEnrichmentRun(3);
    different.add(ArticleDocument.fingerprint(article, NOW));
    article.setContentHash("ab13");
    different.add(ArticleDocument.fingerprint(article, NOW));
    article.setContentHash(null);
    different.add(ArticleDocument.fingerprint(article, NOW));
    article.setPubStatus(PubStatus.CANCELED);
    different.add(ArticleDocument.fingerprint(article, NOW));
    assertThat(different).hasSize(6);
  }

  @Test
  void bucketsAreFilledEvenly() {
    int[] counts = new int[Fingerprint.BUCKETS];
    for (int i = 0; i < 64 * Fingerprint.BUCKETS; i++) {
      counts[Fingerprint.bucket(Fingerprint.uriHash("urn:article:" + i))]++;
    }
    // of 64 on average, with a standard deviation of 8
    assertThat(Arrays.stream(counts).min().orElseThrow()).isGreaterThan(16);
    assertThat(Arrays.stream(counts).max().orElseThrow()).isLessThan(128);
  }
}
