package org.articlepipeline.index.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RankingTest {
  private static final Map<String, Double> SCORES =
      Map.of("a", 8.0, "b", 4.0, "c", 4.0, "d", 4.0, "e", 1.0);
  private static final List<Double> BEFORE = List.of(8.0, 4.0, 4.0);

  @Test
  void theSameRankingIsPerfect() {
    assertThat(Ranking.ndcg(List.of("a", "b", "c"), SCORES, BEFORE)).isEqualTo(1);
    assertThat(Ranking.overlap(List.of("a", "b", "c"), SCORES, BEFORE)).isEqualTo(1);
  }

  @Test
  void whichOfEqualOnesComesFirstIsNoMatter() {
    assertThat(Ranking.ndcg(List.of("a", "d", "b"), SCORES, BEFORE)).isEqualTo(1);
    assertThat(Ranking.overlap(List.of("a", "d", "b"), SCORES, BEFORE)).isEqualTo(1);
  }

  @Test
  void whatIsWorseCosts() {
    // gains 4, 8, 1 against 8, 4, 4, divided by log2 of 2, 3, 4
    double log3 = Math.log(3) / Math.log(2);
    assertThat(Ranking.ndcg(List.of("b", "a", "e"), SCORES, BEFORE))
        .isCloseTo((4 + 8 / log3 + 0.5) / (8 + 4 / log3 + 2), within(1e-9));
    assertThat(Ranking.overlap(List.of("b", "a", "e"), SCORES, BEFORE))
        .isCloseTo(2.0 / 3, within(1e-9));
    assertThat(Ranking.ndcg(List.of(), SCORES, BEFORE)).isZero();
    assertThat(Ranking.overlap(List.of("unknown"), SCORES, BEFORE)).isZero();
  }
}
