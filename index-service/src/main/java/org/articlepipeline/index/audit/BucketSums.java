package org.articlepipeline.index.audit;

import java.util.Arrays;
import java.util.BitSet;
import org.articlepipeline.index.document.Fingerprint;

/**
 * How many articles each bucket has, and the sums of their two hashes. Equal sums mean equal
 * articles: that different ones add up to the same has a chance of 2^-64.
 */
public final class BucketSums {
  private final long[] counts = new long[Fingerprint.BUCKETS];
  private final long[] sumsA = new long[Fingerprint.BUCKETS];
  private final long[] sumsB = new long[Fingerprint.BUCKETS];

  void add(Fingerprint article) {
    add(article.bucket(), 1, article.hashA(), article.hashB());
  }

  void add(int bucket, long count, long sumA, long sumB) {
    counts[bucket] += count;
    sumsA[bucket] += sumA;
    sumsB[bucket] += sumB;
  }

  /** Of all buckets. */
  public long articles() {
    return Arrays.stream(counts).sum();
  }

  /** The buckets whose articles are not the same. */
  public BitSet differing(BucketSums other) {
    BitSet buckets = new BitSet(Fingerprint.BUCKETS);
    for (int i = 0; i < Fingerprint.BUCKETS; i++) {
      buckets.set(
          i,
          counts[i] != other.counts[i] || sumsA[i] != other.sumsA[i] || sumsB[i] != other.sumsB[i]);
    }
    return buckets;
  }
}
