package org.articlepipeline.enrich.tagger;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The weight of each label for each feature, one byte each: an open-addressed hash table of 16-byte
 * rows, {@link Labels#COUNT} weights (plus 128) and three bytes of the feature's hash that tell it
 * from another one in its place.
 */
final class FeatureTable {
  private static final int BIAS = 128;
  private static final long LANES = 0x00FF00FF00FF00FFL;
  private static final int CHECK_SHIFT = 40;

  private final long[] rows;
  private final int mask;

  FeatureTable(int capacity) {
    rows = new long[capacity * 2];
    mask = capacity - 1;
  }

  /**
   * @param features hashes, none twice
   * @param weights {@link Labels#COUNT} for each
   */
  static FeatureTable of(long[] features, byte[] weights) {
    FeatureTable table = new FeatureTable(Integer.highestOneBit(features.length * 3 / 2 + 1) * 2);
    for (int i = 0; i < features.length; i++) {
      table.put(features[i], weights, i * Labels.COUNT);
    }
    return table;
  }

  private void put(long feature, byte[] weights, int from) {
    int row = (int) feature & mask;
    while (rows[row * 2 + 1] != 0) {
      row = (row + 1) & mask;
    }
    long low = 0;
    long high = check(feature) << CHECK_SHIFT;
    for (int label = 0; label < Labels.COUNT; label++) {
      long weight = weights[from + label] + BIAS;
      if (label < 8) {
        low |= weight << label * 8;
      } else {
        high |= weight << (label - 8) * 8;
      }
    }
    rows[row * 2] = low;
    rows[row * 2 + 1] = high;
  }

  /**
   * Adds up the weights of a token's features for each label. At most 255 features: a lane of the
   * sums has 16 bits.
   */
  void score(long[] features, int count, float scale, float[] scores, int at) {
    long low0 = 0;
    long low1 = 0;
    long high0 = 0;
    long high1 = 0;
    int known = 0;
    for (int i = 0; i < count; i++) {
      long feature = features[i];
      long check = check(feature);
      int row = (int) feature & mask;
      long high = rows[row * 2 + 1];
      while (high != 0) {
        if (high >>> CHECK_SHIFT == check) {
          long low = rows[row * 2];
          low0 += low & LANES;
          low1 += low >>> 8 & LANES;
          high0 += high & LANES;
          high1 += high >>> 8 & LANES;
          known++;
          break;
        }
        row = (row + 1) & mask;
        high = rows[row * 2 + 1];
      }
    }
    int bias = known * BIAS;
    for (int label = 0; label < Labels.COUNT; label++) {
      long lanes = label < 8 ? (label % 2 == 0 ? low0 : low1) : (label % 2 == 0 ? high0 : high1);
      int sum = (int) (lanes >>> (label % 8 / 2) * 16) & 0xFFFF;
      scores[at + label] = (sum - bias) * scale;
    }
  }

  /** Never 0, which marks an empty row. */
  private static long check(long feature) {
    return feature >>> CHECK_SHIFT | 1;
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(mask + 1);
    for (int row = 0; row <= mask; row++) {
      out.writeBoolean(rows[row * 2 + 1] != 0);
    }
    // Bytes of a kind together pack better.
    for (int column = 0; column < 16; column++) {
      for (int row = 0; row <= mask; row++) {
        if (rows[row * 2 + 1] != 0) {
          out.writeByte((int) (rows[row * 2 + column / 8] >>> column % 8 * 8));
        }
      }
    }
  }

  static FeatureTable read(DataInput in) throws IOException {
    FeatureTable table = new FeatureTable(Integer.highestOneBit(TaggerModel.size(in)));
    boolean[] used = new boolean[table.mask + 1];
    for (int row = 0; row <= table.mask; row++) {
      used[row] = in.readBoolean();
    }
    for (int column = 0; column < 16; column++) {
      for (int row = 0; row <= table.mask; row++) {
        if (used[row]) {
          table.rows[row * 2 + column / 8] |= (long) in.readUnsignedByte() << column % 8 * 8;
        }
      }
    }
    return table;
  }
}
