package org.articlepipeline.enrich.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BandFilterTest {

  @Test
  void neverDeniesWhatItHasAndSeldomClaimsWhatItHasNot() {
    BandFilter filter = new BandFilter(0);
    Random added = new Random(1);
    int keys = 0;
    while (!filter.isFull()) {
      filter.add(keys++ % Similarity.BANDS, added.nextInt());
    }

    Random again = new Random(1);
    for (int i = 0; i < keys; i++) {
      assertThat(filter.mayHave(i % Similarity.BANDS, again.nextInt())).isTrue();
    }
    int wrong = 0;
    for (int i = 0; i < keys; i++) {
      wrong += filter.mayHave(i % Similarity.BANDS, again.nextInt()) ? 1 : 0;
    }
    assertThat((double) wrong / keys).isLessThan(0.05);
  }

  @Test
  void theSameHashInAnotherBandIsAnotherKey() {
    BandFilter filter = new BandFilter(0);
    filter.add(3, 7);
    assertThat(filter.mayHave(3, 7)).isTrue();
    assertThat(filter.mayHave(4, 7)).isFalse();
  }

  @Test
  void itIsNotFullWhenItIsMadeHoweverManyAreExpected() {
    BandFilter filter = new BandFilter(0);
    long keys = 0;
    for (; !filter.isFull(); keys++) {
      filter.add(0, (int) keys);
    }
    BandFilter next = new BandFilter(keys);
    for (int i = 0; i < keys; i++) {
      next.add(0, i);
    }
    assertThat(next.isFull()).isFalse();
  }
}
