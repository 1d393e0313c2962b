package org.articlepipeline.enrich.tagger;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;

/**
 * Learns the weights of a linear-chain conditional random field: stochastic gradient ascent of the
 * labels' likelihood with AdaGrad (Duchi, Hazan and Singer 2011) and feature dropout. One thread,
 * so that equal data and seed give equal weights.
 */
final class CrfTrainer {
  private static final int N = Labels.COUNT;

  /** Tokens that are this certain and right teach nothing. */
  private static final float NEGLIGIBLE = 1e-3f;

  /** Keeps the first steps of rare features short. */
  private static final float FIRST_SQUARE = 0.1f;

  private final TrainingOptions options;
  private final float[] weights;
  private final float[] squares;
  private final float[] transitions = new float[N * N];
  private final float[] transitionSquares = new float[N * N];
  private final float[] gradient = new float[N];
  private final Lattice lattice = new Lattice(transitions);
  private final SplittableRandom random;
  private long bits;
  private int bitsLeft;

  CrfTrainer(int features, TrainingOptions options) {
    this.options = options;
    this.random = new SplittableRandom(options.seed());
    weights = new float[features * N];
    squares = new float[features * N];
    Arrays.fill(squares, 1e-6f);
    Arrays.fill(transitionSquares, FIRST_SQUARE);
  }

  float[] weights() {
    return weights;
  }

  float[] transitions() {
    return transitions;
  }

  /**
   * @param passed told the number of each pass when it is done
   */
  void train(List<TrainingChain> chains, IntConsumer passed) {
    int[] order = new int[chains.size()];
    Arrays.setAll(order, i -> i);
    for (int pass = 1; pass <= options.passes(); pass++) {
      for (int i = order.length - 1; i > 0; i--) {
        int other = random.nextInt(i + 1);
        int swapped = order[i];
        order[i] = order[other];
        order[other] = swapped;
      }
      for (int chain : order) {
        learn(chains.get(chain));
      }
      passed.accept(pass);
    }
  }

  private void learn(TrainingChain chain) {
    int length = chain.labels().length;
    int[][] kept = new int[length][];
    float[] scores = lattice.scores(length);
    for (int i = 0; i < length; i++) {
      kept[i] = dropOut(chain.features()[i]);
      score(kept[i], scores, i * N);
    }
    lattice.use(transitions);
    lattice.sum();
    for (int i = 0; i < length; i++) {
      double[] expected = lattice.marginals(i);
      float largest = 0;
      for (int label = 0; label < N; label++) {
        float target = chain.labels()[i] == label ? 1 : 0;
        gradient[label] = target - (float) expected[label];
        largest = Math.max(largest, Math.abs(gradient[label]));
      }
      if (largest > NEGLIGIBLE) {
        for (int feature : kept[i]) {
          climb(weights, squares, feature * N);
        }
      }
    }
    for (int i = 1; i < length; i++) {
      learnTransition(i, chain.labels()[i - 1], chain.labels()[i]);
    }
  }

  private void learnTransition(int i, int goldBefore, int goldLabel) {
    double[] expected = lattice.transitions(i);
    for (int before = 0; before < N; before++) {
      for (int label = 0; label < N; label++) {
        float target = before == goldBefore && label == goldLabel ? 1 : 0;
        gradient[label] = target - (float) expected[before * N + label];
      }
      climb(transitions, transitionSquares, before * N);
    }
  }

  private void climb(float[] values, float[] sums, int at) {
    float rate = (float) options.learningRate();
    for (int label = 0; label < N; label++) {
      float slope = gradient[label];
      float sum = sums[at + label] + slope * slope;
      sums[at + label] = sum;
      values[at + label] += rate * slope / (float) Math.sqrt(sum);
    }
  }

  private void score(int[] features, float[] scores, int at) {
    Arrays.fill(scores, at, at + N, 0);
    for (int feature : features) {
      int from = feature * N;
      for (int label = 0; label < N; label++) {
        scores[at + label] += weights[from + label];
      }
    }
  }

  private int[] dropOut(int[] features) {
    int threshold = (int) Math.round(options.dropout() * 256);
    int[] kept = new int[features.length];
    int count = 0;
    for (int feature : features) {
      if (bitsLeft == 0) {
        bits = random.nextLong();
        bitsLeft = 8;
      }
      if ((bits & 0xFF) >= threshold) {
        kept[count++] = feature;
      }
      bits >>>= 8;
      bitsLeft--;
    }
    return Arrays.copyOf(kept, count);
  }
}
