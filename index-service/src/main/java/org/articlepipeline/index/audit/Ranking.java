package org.articlepipeline.index.audit;

import java.util.List;
import java.util.Map;

/**
 * How good a ranking is, by what each hit is worth. NDCG as of Järvelin and Kekäläinen (2002), with
 * linear gains and the logarithm to base 2.
 */
final class Ranking {
  static final int DEPTH = 10;

  /** Scores of equal documents differ in their last digits between indices. */
  private static final double AS_GOOD = 1 - 1e-3;

  private Ranking() {}

  /**
   * @param ranked uris, best first
   * @param gains of uris; what is not named gains nothing
   * @param best the best that could be, for what 1 stands
   */
  static double ndcg(List<String> ranked, Map<String, Double> gains, List<Double> best) {
    double ideal = 0;
    for (int i = 0; i < Math.min(DEPTH, best.size()); i++) {
      ideal += best.get(i) / discount(i);
    }
    double sum = 0;
    for (int i = 0; i < Math.min(DEPTH, ranked.size()); i++) {
      sum += gains.getOrDefault(ranked.get(i), 0.0) / discount(i);
    }
    return ideal == 0 ? 1 : Math.min(1, sum / ideal);
  }

  private static double discount(int index) {
    return Math.log(index + 2.0) / Math.log(2);
  }

  /**
   * The share of hits that are as good as the tenth was: which of equal ones come first is no
   * matter.
   *
   * @param gains by the old index
   * @param before gains of the old hits, best first, at least one
   */
  static double overlap(List<String> ranked, Map<String, Double> gains, List<Double> before) {
    double least = before.getLast() * AS_GOOD;
    long good = ranked.stream().filter(uri -> gains.getOrDefault(uri, -1.0) >= least).count();
    return Math.min(1, (double) good / before.size());
  }
}
