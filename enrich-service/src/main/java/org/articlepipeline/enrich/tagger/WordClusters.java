package org.articlepipeline.enrich.tagger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Groups words of like use, by spherical k-means (Dhillon and Modha 2001) in three steps: 64
 * clusters, 8 in each, and 8 in each of these. A word's cluster is its path through them, 12 bits
 * below a leading 1, so that shorter paths are wider clusters.
 */
final class WordClusters {
  private static final int[] BITS = {6, 3, 3};
  private static final int ROUNDS = 15;

  private final WordVectors words;
  private final SplittableRandom random;
  private final int[] paths;

  private WordClusters(WordVectors words, long seed) {
    this.words = words;
    this.random = new SplittableRandom(seed);
    this.paths = new int[words.words().size()];
    Arrays.fill(paths, 1);
  }

  static Map<String, Integer> of(WordVectors words, long seed) {
    var clusters = new WordClusters(words, seed);
    clusters.split(IntStream.range(0, words.words().size()).toArray(), 0);
    Map<String, Integer> paths = new LinkedHashMap<>();
    for (int word = 0; word < clusters.paths.length; word++) {
      paths.put(words.words().get(word), clusters.paths[word]);
    }
    return paths;
  }

  private void split(int[] members, int step) {
    if (step == BITS.length) {
      return;
    }
    int parts = 1 << BITS[step];
    int[] parted = members.length <= parts ? each(members) : cluster(members, parts);
    for (int part = 0; part < parts; part++) {
      int chosen = part;
      int[] inside =
          IntStream.range(0, members.length)
              .filter(m -> parted[m] == chosen)
              .map(m -> members[m])
              .toArray();
      for (int member : inside) {
        paths[member] = paths[member] << BITS[step] | part;
      }
      split(inside, step + 1);
    }
  }

  private static int[] each(int[] members) {
    return IntStream.range(0, members.length).toArray();
  }

  /** The part of each member. */
  private int[] cluster(int[] members, int parts) {
    List<float[]> centres = new ArrayList<>(start(members, parts));
    int[] part = new int[members.length];
    for (int round = 0; round < ROUNDS; round++) {
      for (int m = 0; m < members.length; m++) {
        part[m] = nearest(words.vectors().get(members[m]), centres);
      }
      moveTo(centres, members, part);
    }
    return part;
  }

  /** Different members to start from. */
  private List<float[]> start(int[] members, int parts) {
    int[] shuffled = members.clone();
    List<float[]> chosen = new ArrayList<>();
    for (int i = 0; i < parts; i++) {
      int other = i + random.nextInt(shuffled.length - i);
      chosen.add(words.vectors().get(shuffled[other]));
      shuffled[other] = shuffled[i];
    }
    return chosen;
  }

  private static int nearest(float[] vector, List<float[]> centres) {
    int nearest = 0;
    float most = Float.NEGATIVE_INFINITY;
    for (int c = 0; c < centres.size(); c++) {
      float product = product(vector, centres.get(c));
      if (product > most) {
        most = product;
        nearest = c;
      }
    }
    return nearest;
  }

  /** In four sums, which run side by side. */
  private static float product(float[] a, float[] b) {
    float sum0 = 0;
    float sum1 = 0;
    float sum2 = 0;
    float sum3 = 0;
    int i = 0;
    for (; i + 3 < a.length; i += 4) {
      sum0 += a[i] * b[i];
      sum1 += a[i + 1] * b[i + 1];
      sum2 += a[i + 2] * b[i + 2];
      sum3 += a[i + 3] * b[i + 3];
    }
    for (; i < a.length; i++) {
      sum0 += a[i] * b[i];
    }
    return sum0 + sum1 + sum2 + sum3;
  }

  /** Moves each centre to the mean of its members; one without members stays. */
  private void moveTo(List<float[]> centres, int[] members, int[] part) {
    float[][] sums = new float[centres.size()][centres.getFirst().length];
    for (int m = 0; m < members.length; m++) {
      float[] vector = words.vectors().get(members[m]);
      float[] sum = sums[part[m]];
      for (int i = 0; i < sum.length; i++) {
        sum[i] += vector[i];
      }
    }
    for (int c = 0; c < sums.length; c++) {
      double square = product(sums[c], sums[c]);
      if (square > 0) {
        centres.set(c, WordVectors.scaled(sums[c], square));
      }
    }
  }
}
