package org.articlepipeline.enrich.tagger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatticeTest {
  private static final int N = Labels.COUNT;

  /** A sequence of labels and the sum of its scores. */
  private record Path(byte[] labels, double score) {}

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void theBestPathAndItsProbabilityAreThoseOfTryingAll(int length) {
    for (long seed = 0; seed < 20; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      float[] transitions = new float[N * N];
      for (int i = 0; i < N * N; i++) {
        transitions[i] = (float) random.nextDouble(-1, 1);
      }
      Lattice lattice = new Lattice(transitions);
      float[] scores = lattice.scores(length);
      for (int i = 0; i < length * N; i++) {
        scores[i] = (float) random.nextDouble(-2, 2);
      }
      List<Path> all = new ArrayList<>();
      extend(new byte[0], 0, length, scores, transitions, all);
      Path best = all.stream().max(Comparator.comparingDouble(Path::score)).orElseThrow();

      byte[] labels = Arrays.copyOf(lattice.decode(), length);
      lattice.sum();

      assertThat(labels).isEqualTo(best.labels());
      double sum = all.stream().mapToDouble(path -> Math.exp(path.score())).sum();
      assertThat(lattice.probability(labels, 0, length))
          .isCloseTo(Math.exp(best.score()) / sum, within(1e-4));
      double first =
          all.stream()
              .filter(path -> path.labels()[0] == labels[0])
              .mapToDouble(path -> Math.exp(path.score()))
              .sum();
      assertThat(lattice.marginals(0)[labels[0]]).isCloseTo(first / sum, within(1e-4));
    }
  }

  private static void extend(
      byte[] labels,
      double score,
      int length,
      float[] scores,
      float[] transitions,
      List<Path> all) {
    int i = labels.length;
    if (i == length) {
      if (Labels.mayEnd(labels[i - 1])) {
        all.add(new Path(labels, score));
      }
      return;
    }
    for (byte label = 0; label < N; label++) {
      if (i == 0 ? Labels.mayStart(label) : Labels.mayFollow(labels[i - 1], label)) {
        byte[] longer = Arrays.copyOf(labels, i + 1);
        longer[i] = label;
        double step = i == 0 ? 0 : transitions[labels[i - 1] * N + label];
        extend(longer, score + step + scores[i * N + label], length, scores, transitions, all);
      }
    }
  }
}
