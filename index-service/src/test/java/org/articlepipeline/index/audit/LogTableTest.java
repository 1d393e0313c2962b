package org.articlepipeline.index.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.articlepipeline.index.Samples;
import org.articlepipeline.index.document.ArticleDocument;
import org.articlepipeline.index.document.Fingerprint;
import org.junit.jupiter.api.Test;

final class LogTableTest {
  private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");

  private final LogTable table = new LogTable();

  @Test
  void theNewestOfAnArticleCountsWhateverTheOrder() {
    table.put(article(1, 3), 3, false);
    table.put(article(1, 5), 5, false);
    table.put(article(1, 4), 4, false);

    assertThat(table.articles()).isEqualTo(1);
    assertThat(holds(article(1, 5))).isTrue();
    assertThat(holds(article(1, 3))).isFalse();
  }

  @Test
  void theLaterOfEqualVersionsCounts() {
    Fingerprint first = article(1, 5);
    Fingerprint second = new Fingerprint(first.uriHash(), 7, 8);
    table.put(first, 5, false);
    table.put(second, 5, false);

    assertThat(holds(second)).isTrue();
  }

  @Test
  void growsAndKeepsAll() {
    BucketSums expected = new BucketSums();
    for (int i = 0; i < 50_000; i++) {
      table.put(article(i, 1), 1 << 20, false);
      expected.add(article(i, 1));
    }

    assertThat(table.sums().differing(expected).isEmpty()).isTrue();
    assertThat(holds(article(49_999, 1))).isTrue();
    assertThat(holds(article(50_000, 1))).isFalse();
  }

  @Test
  void whatMayBeAbsentIsNotRequired() {
    table.put(article(1, 1), 1 << 20, true);
    table.put(article(2, 1), 1 << 20, false);
    table.putUnreadable(article(3, 1).uriHash());

    List<Long> required = new ArrayList<>();
    BitSet all = new BitSet();
    all.set(0, Fingerprint.BUCKETS);
    table.required(all, new BitSet(), required::add);

    assertThat(required).containsExactly(article(2, 1).uriHash());
    assertThat(table.sums().articles()).isEqualTo(1);
    assertThat(holds(article(1, 1))).isTrue();
    assertThat(table.unreadable(article(3, 1).uriHash())).isTrue();
  }

  @Test
  void anUnreadableRecordTakesNothingAway() {
    table.put(article(1, 1), 1 << 20, false);
    table.putUnreadable(article(1, 1).uriHash());
    assertThat(holds(article(1, 1))).isTrue();

    table.putUnreadable(article(2, 1).uriHash());
    table.put(article(2, 1), 1 << 20, false);
    assertThat(holds(article(2, 1))).isTrue();
  }

  private boolean holds(Fingerprint article) {
    return table.holds(article.uriHash(), article.hashA(), article.hashB());
  }

  private static Fingerprint article(int number, long revision) {
    return ArticleDocument.fingerprint(Samples.article("urn:a:" + number, revision).build(), NOW);
  }
}
