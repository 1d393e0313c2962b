package org.articlepipeline.enrich;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.BiPredicate;

/** A largest set of pairs in which nobody occurs twice, by augmenting paths (Kuhn's algorithm). */
final class Matching {
  static final int NONE = -1;

  private final BitSet[] fitting;
  private final int[] leftOf;

  private Matching(BitSet[] fitting, int right) {
    this.fitting = fitting;
    this.leftOf = new int[right];
    Arrays.fill(leftOf, NONE);
    for (int i = 0; i < fitting.length; i++) {
      findPartner(i, new BitSet(right));
    }
  }

  /** For each on the right the index of its partner on the left, or NONE. */
  static <L, R> int[] largest(List<L> left, List<R> right, BiPredicate<L, R> fits) {
    BitSet[] fitting = new BitSet[left.size()];
    for (int i = 0; i < fitting.length; i++) {
      fitting[i] = new BitSet(right.size());
      for (int j = 0; j < right.size(); j++) {
        fitting[i].set(j, fits.test(left.get(i), right.get(j)));
      }
    }
    return new Matching(fitting, right.size()).leftOf;
  }

  private boolean findPartner(int i, BitSet asked) {
    for (int j = fitting[i].nextSetBit(0); j >= 0; j = fitting[i].nextSetBit(j + 1)) {
      if (!asked.get(j)) {
        asked.set(j);
        if (leftOf[j] == NONE || findPartner(leftOf[j], asked)) {
          leftOf[j] = i;
          return true;
        }
      }
    }
    return false;
  }
}
