package org.articlepipeline.ingest.html;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Drops the blocks of a text that are furniture by their words, their links or their place. */
final class PageLines {

  private static final int CAPTION = 200;
  private static final int MAX_CAPTION_LINES = 2;

  private final Headlines headlines;
  private final PageRemovals removals;
  private boolean inFurniture;

  PageLines(Headlines headlines, PageRemovals removals) {
    this.headlines = headlines;
    this.removals = removals;
  }

  List<String> paragraphs(List<Block> blocks) {
    var kept = new ArrayList<Block>();
    var seen = new HashSet<String>();
    int good = 0;
    for (Block block : blocks) {
      String rule = rule(block, good, seen);
      if (rule == null) {
        kept.add(block);
        good += block.punctuated() ? block.text().length() : 0;
      } else {
        removals.add(block.text(), rule, 0.8);
      }
    }
    trim(kept);
    return kept.stream().map(Block::text).toList();
  }

  private @Nullable String rule(Block block, int goodBefore, Set<String> seen) {
    String text = block.text();
    if (goodBefore < 300 && headlines.isOne(text)) {
      return "repeated-headline";
    }
    if (block.linkShare() > 0.85 && !block.isHeading() && !isInSentence(block)) {
      return "only-links";
    }
    if (FurniturePhrases.isHeading(text)) {
      inFurniture = true;
      return "furniture-heading";
    }
    if (!block.owner().isHeading(2) && FurniturePhrases.isLine(text)) {
      return "furniture-line";
    }
    boolean scrap = text.length() < 120 && (block.linkShare() > 0.3 || !block.punctuated());
    if (inFurniture && scrap && !block.isHeading()) {
      return "furniture-section";
    }
    inFurniture = false;
    if (isCaption(block) || (!block.isHeading() && FurniturePhrases.isCredited(text))) {
      return "caption";
    }
    return text.length() > 80 && !seen.add(text) ? "repeated" : null;
  }

  /** A long linked line may be a sentence that a page links as a whole. */
  private static boolean isInSentence(Block block) {
    return block.owner().tag.equals("p") && block.text().length() > 160;
  }

  private static boolean isCaption(Block block) {
    Box owner = block.owner();
    return owner.tag.equals("div")
        && owner.images > 0
        && owner.paragraphs == 0
        && block.text().length() <= CAPTION
        && owner.endBlock - owner.firstBlock <= MAX_CAPTION_LINES;
  }

  private void trim(List<Block> blocks) {
    int from = blocks.size();
    while (from > 1) {
      Block last = blocks.get(from - 1);
      boolean heading = last.isHeading() && !last.text().endsWith(".");
      if (!heading && !FurniturePhrases.isClosing(last.text())) {
        break;
      }
      removals.add(last.text(), "closing-line", 0.75);
      from--;
    }
    blocks.subList(from, blocks.size()).clear();
  }
}
