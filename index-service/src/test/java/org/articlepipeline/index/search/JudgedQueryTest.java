package org.articlepipeline.index.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class JudgedQueryTest {
  @Test
  void theHighestGradeCountsWhateverTheOrderOfLines() {
    List<JudgedQuery> queries =
        JudgedQuery.parse(
            List.of(
                "# a comment", "", "topic | tide mill", "1: urn:a urn:b", "3: urn:b", "2: urn:b"),
            List::of);

    assertThat(queries)
        .containsExactly(new JudgedQuery("topic", "tide mill", Map.of("urn:a", 1, "urn:b", 3)));
  }

  @Test
  void aLineThatIsWrongIsNamed() {
    assertThatThrownBy(() -> JudgedQuery.parse(List.of("topic | mill", "4: urn:a"), List::of))
        .hasMessage(
            "line 2: neither `kind | query` nor `grade: uri uri …` after a query: 4: urn:a");
    assertThatThrownBy(() -> JudgedQuery.parse(List.of("topic | mill", "3: x"), n -> List.of()))
        .hasMessage("line 2: no article is named x");
    assertThatThrownBy(() -> JudgedQuery.parse(List.of("topic | mill"), List::of))
        .hasMessage("no article is judged for: mill");
  }

  @Test
  void theBestOrderIsOneAndNothingFoundIsZero() {
    JudgedQuery query = new JudgedQuery("topic", "mill", Map.of("a", 3, "b", 2, "c", 1));

    assertThat(query.ndcg(List.of("a", "b", "c", "x"))).isEqualTo(1, within(1e-12));
    assertThat(query.ndcg(List.of("x", "y"))).isZero();
    // (3 + 7 / log2(3)) / (7 + 3 / log2(3) + 1 / 2), by hand
    assertThat(query.ndcg(List.of("b", "a"))).isEqualTo(0.7896, within(0.0001));
  }

  @Test
  void onlyAPageCounts() {
    JudgedQuery query = new JudgedQuery("topic", "mill", Map.of("a", 3));

    assertThat(query.ndcg(List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "a"))).isZero();
  }
}
