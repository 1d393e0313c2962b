package org.articlepipeline.benchmarks;

import java.util.List;

/**
 * Several measurements of one thing.
 *
 * @param median of an odd number the middle one
 * @param lowest with {@code highest} an interval that holds the true median: of 7 with a
 *     probability of 98 % (the chance that all of n lie on one side of it is 2^(1-n))
 */
public record Spread(double median, double lowest, double highest, int runs) {

  /**
   * @throws IllegalArgumentException when there are none
   */
  public static Spread of(List<Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("no measurement");
    }
    double[] sorted = values.stream().mapToDouble(v -> v).sorted().toArray();
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return new Spread(median, sorted[0], sorted[sorted.length - 1], sorted.length);
  }
}
