package org.articlepipeline.ingest.html;

import java.util.BitSet;
import java.util.List;

/**
 * How much text, and how good, is in each box of a page. A box's blocks follow each other, so that
 * any sum is the difference of two.
 */
final class PageWeights {

  private final double[] good;
  private final double[] bad;
  private final int[] length;
  private final int[] linked;

  /**
   * @param gone the blocks that do not count
   */
  PageWeights(List<Block> blocks, BitSet gone) {
    int n = blocks.size();
    good = new double[n + 1];
    bad = new double[n + 1];
    length = new int[n + 1];
    linked = new int[n + 1];
    for (int i = 0; i < n; i++) {
      Block block = blocks.get(i);
      boolean counts = !gone.get(i);
      good[i + 1] = good[i] + (counts ? block.good() : 0);
      bad[i + 1] = bad[i] + (counts ? block.bad() : 0);
      length[i + 1] = length[i] + (counts ? block.text().length() : 0);
      linked[i + 1] = linked[i] + (counts ? block.linked() : 0);
    }
  }

  /** Text that reads like sentences, in letters. */
  double good(Box box) {
    return good[box.endBlock] - good[box.firstBlock];
  }

  /** Text of links and scraps. */
  double bad(Box box) {
    return bad[box.endBlock] - bad[box.firstBlock];
  }

  /** All text, in UTF-16 units. */
  int length(Box box) {
    return length[box.endBlock] - length[box.firstBlock];
  }

  double linkShare(Box box) {
    int all = length(box);
    return all == 0 ? 0 : (double) (linked[box.endBlock] - linked[box.firstBlock]) / all;
  }

  double total() {
    return good[good.length - 1];
  }
}
