package org.articlepipeline.enrich.tagger;

import java.util.Arrays;

/**
 * The best labels of a chain of tokens and how likely they are: Viterbi and forward-backward over a
 * linear-chain conditional random field (Lafferty, McCallum and Pereira 2001). Not shared by
 * threads.
 */
final class Lattice {
  private static final int N = Labels.COUNT;
  private static final float IMPOSSIBLE = -1e6f;

  private final float[] transitions = new float[N * N];

  /** Exponentials of transitions. */
  private final float[] factors = new float[N * N];

  private final double[] marginals = new double[N];
  private final double[] pairs = new double[N * N];
  private float[] scores = new float[0];
  private float[] best = new float[0];
  private byte[] from = new byte[0];
  private float[] weights = new float[0];
  private float[] forward = new float[0];
  private float[] backward = new float[0];
  private byte[] labels = new byte[0];
  private int length;

  Lattice(float[] learned) {
    use(learned);
  }

  /** Takes other transitions. */
  void use(float[] learned) {
    for (int before = 0; before < N; before++) {
      for (int label = 0; label < N; label++) {
        int t = before * N + label;
        transitions[t] = Labels.mayFollow(before, label) ? learned[t] : IMPOSSIBLE;
        factors[t] = Labels.mayFollow(before, label) ? (float) Math.exp(learned[t]) : 0;
      }
    }
  }

  /** Room for the scores of a chain, {@link Labels#COUNT} for each token. */
  float[] scores(int tokens) {
    length = tokens;
    if (scores.length < tokens * N) {
      int size = Math.max(tokens * N, scores.length * 2);
      scores = new float[size];
      best = new float[size];
      from = new byte[size];
      weights = new float[size];
      forward = new float[size];
      backward = new float[size];
      labels = new byte[size / N + 1];
    }
    return scores;
  }

  /** The most likely labels, until the next call. */
  byte[] decode() {
    for (int label = 0; label < N; label++) {
      best[label] = Labels.mayStart(label) ? scores[label] : IMPOSSIBLE;
    }
    for (int i = 1; i < length; i++) {
      for (int label = 0; label < N; label++) {
        int argmax = 0;
        float max = Float.NEGATIVE_INFINITY;
        for (int before = 0; before < N; before++) {
          float sum = best[(i - 1) * N + before] + transitions[before * N + label];
          if (sum > max) {
            max = sum;
            argmax = before;
          }
        }
        best[i * N + label] = max + scores[i * N + label];
        from[i * N + label] = (byte) argmax;
      }
    }
    int last = 0;
    for (int label = 1; label < N; label++) {
      int at = (length - 1) * N;
      if (Labels.mayEnd(label) && best[at + label] > best[at + last]) {
        last = label;
      }
    }
    for (int i = length - 1; i >= 0; i--) {
      labels[i] = (byte) last;
      last = from[i * N + last];
    }
    return labels;
  }

  /** Prepares {@link #probability}, {@link #marginals} and {@link #transitions}. */
  void sum() {
    for (int i = 0; i < length; i++) {
      float max = Float.NEGATIVE_INFINITY;
      for (int label = 0; label < N; label++) {
        max = Math.max(max, scores[i * N + label]);
      }
      for (int label = 0; label < N; label++) {
        weights[i * N + label] = (float) Math.exp(scores[i * N + label] - max);
      }
    }
    for (int label = 0; label < N; label++) {
      forward[label] = Labels.mayStart(label) ? weights[label] : 0;
      backward[(length - 1) * N + label] = Labels.mayEnd(label) ? 1 : 0;
    }
    normalise(forward, 0);
    for (int i = 1; i < length; i++) {
      Arrays.fill(forward, i * N, i * N + N, 0);
      for (int before = 0; before < N; before++) {
        float sum = forward[(i - 1) * N + before];
        for (int label = 0; label < N; label++) {
          forward[i * N + label] += sum * factors[before * N + label];
        }
      }
      for (int label = 0; label < N; label++) {
        forward[i * N + label] *= weights[i * N + label];
      }
      normalise(forward, i * N);
    }
    for (int i = length - 2; i >= 0; i--) {
      for (int before = 0; before < N; before++) {
        float sum = 0;
        for (int label = 0; label < N; label++) {
          int next = (i + 1) * N + label;
          sum += factors[before * N + label] * weights[next] * backward[next];
        }
        backward[i * N + before] = sum;
      }
      normalise(backward, i * N);
    }
  }

  /** How likely tokens {@code first} to before {@code end} have exactly these labels. */
  double probability(byte[] path, int first, int end) {
    double probability = marginals(first)[path[first]];
    for (int i = first + 1; i < end; i++) {
      probability *= transitions(i)[path[i - 1] * N + path[i]] / marginals(i - 1)[path[i - 1]];
    }
    return Math.clamp(probability, 0.0, 1.0);
  }

  /** How likely token {@code i} has each label; until the next call. */
  double[] marginals(int i) {
    double all = 0;
    for (int label = 0; label < N; label++) {
      marginals[label] = (double) forward[i * N + label] * backward[i * N + label];
      all += marginals[label];
    }
    for (int label = 0; label < N; label++) {
      marginals[label] /= all;
    }
    return marginals;
  }

  /**
   * How likely tokens {@code i - 1} and {@code i} have each pair of labels; until the next call.
   */
  double[] transitions(int i) {
    double all = 0;
    for (int before = 0; before < N; before++) {
      float sum = forward[(i - 1) * N + before];
      for (int label = 0; label < N; label++) {
        int at = i * N + label;
        double path = (double) sum * factors[before * N + label] * weights[at] * backward[at];
        pairs[before * N + label] = path;
        all += path;
      }
    }
    for (int pair = 0; pair < N * N; pair++) {
      pairs[pair] /= all;
    }
    return pairs;
  }

  private static void normalise(float[] row, int at) {
    float sum = 0;
    for (int label = 0; label < N; label++) {
      sum += row[at + label];
    }
    float factor = 1 / Math.max(sum, Float.MIN_NORMAL);
    for (int label = 0; label < N; label++) {
      row[at + label] *= factor;
    }
  }
}
