package org.articlepipeline.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {
  @Test
  void ofAnOddNumberTheMiddleOneCounts() {
    assertThat(Spread.of(List.of(9.0, 1.0, 2.0))).isEqualTo(new Spread(2, 1, 9, 3));
  }

  @Test
  void ofAnEvenNumberTheMeanOfTheMiddleTwoCounts() {
    assertThat(Spread.of(List.of(4.0, 1.0, 2.0, 3.0)).median()).isEqualTo(2.5);
  }

  @Test
  void ofNothingThereIsNoFigure() {
    assertThatThrownBy(() -> Spread.of(List.of())).hasMessage("no measurement");
  }
}
