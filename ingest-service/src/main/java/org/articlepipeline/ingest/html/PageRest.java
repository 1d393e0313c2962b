package org.articlepipeline.ingest.html;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** What is left of a page after each pass: the page itself never changes. */
final class PageRest {

  final PageTree page;
  final PageRemovals removals;
  private final BitSet gone = new BitSet();

  PageRest(PageTree page) {
    this.page = page;
    this.removals = page.removals;
  }

  PageWeights weights() {
    return new PageWeights(page.blocks, gone);
  }

  boolean has(int block) {
    return !gone.get(block);
  }

  /** The blocks that are left in a box. */
  List<Block> blocks(Box box) {
    var left = new ArrayList<Block>();
    for (int i = box.firstBlock; i < box.endBlock; i++) {
      if (has(i)) {
        left.add(page.blocks.get(i));
      }
    }
    return left;
  }

  void cut(Box box, String rule, double confidence) {
    var text = new StringBuilder();
    for (int i = box.firstBlock; i < box.endBlock && text.length() < PageRemovals.SHOWN; i++) {
      if (has(i)) {
        text.append(text.isEmpty() ? "" : " ").append(page.blocks.get(i).text());
      }
    }
    removals.add(text.toString(), rule, confidence);
    gone.set(box.firstBlock, box.endBlock);
  }
}
