package org.articlepipeline.index.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.articlepipeline.index.Samples;
import org.articlepipeline.index.document.ArticleDocument;
import org.articlepipeline.index.document.Fingerprint;
import org.junit.jupiter.api.Test;

final class BucketSumsTest {
  private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");

  @Test
  void theOrderDoesNotMatter() {
    BucketSums up = new BucketSums();
    BucketSums down = new BucketSums();
    for (int i = 0; i < 1_000; i++) {
      up.add(article(i, 1));
      down.add(article(999 - i, 1));
    }
    assertThat(up.differing(down).isEmpty()).isTrue();
    assertThat(up.articles()).isEqualTo(1_000);
  }

  @Test
  void oneArticleThatIsMissingOrOfAnotherRevisionShowsItsBucketOnly() {
    int odd = new Random(5).nextInt(1_000);
    BucketSums log = new BucketSums();
    BucketSums missing = new BucketSums();
    BucketSums stale = new BucketSums();
    for (int i = 0; i < 1_000; i++) {
      log.add(article(i, 2));
      if (i != odd) {
        missing.add(article(i, 2));
      }
      stale.add(article(i, i == odd ? 1 : 2));
    }
    int[] expected = {article(odd, 2).bucket()};
    assertThat(log.differing(missing).stream().toArray()).isEqualTo(expected);
    assertThat(log.differing(stale).stream().toArray()).isEqualTo(expected);
  }

  private static Fingerprint article(int number, long revision) {
    return ArticleDocument.fingerprint(Samples.article("urn:a:" + number, revision).build(), NOW);
  }
}
