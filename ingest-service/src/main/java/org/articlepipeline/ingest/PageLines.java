package org.articlepipeline.ingest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Drops the blocks of a text that are furniture by their words, their links or their place. */
final class PageLines {

  private static final int CAPTION = 200;

  private final Set<String> headlines;
  private final PageRemovals removals;
  private boolean inFurniture;

  PageLines(Set<String> headlines, PageRemovals removals) {
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
        good += PageWeights.isPunctuated(block.text()) ? block.text().length() : 0;
      } else {
        removals.add(block.text(), rule, 0.8);
      }
    }
    trim(kept);
    return kept.stream().map(Block::text).toList();
  }

  private @org.jspecify.annotations.Nullable String rule(
      Block block, int goodBefore, Set<String> seen) {
    String text = block.text();
    if (goodBefore < 300 && Headlines.isOne(text, headlines)) {
      return "repeated-headline";
    }
    if (block.linkShare() > 0.85 && !isHeading(block) && !isInSentence(block)) { // +1 / +3
      return "only-links";
    }
    if (FurniturePhrases.isHeading(text)) { // 0 / +5
      inFurniture = true;
      return "furniture-heading";
    }
    if (!isHeading(block) && FurniturePhrases.isLine(text)) { // +2 / +1
      return "furniture-line";
    }
    boolean scrap =
        text.length() < 120 && (block.linkShare() > 0.3 || !PageWeights.isPunctuated(text));
    if (inFurniture && scrap && !isHeading(block)) {
      return "furniture-section";
    }
    inFurniture = false;
    if (isCaption(block)) { // -1 / +1
      return "caption";
    }
    return text.length() > 80 && !seen.add(text) ? "repeated" : null;
  }

  /** A long linked line may be a sentence that a page links as a whole. */
  private static boolean isInSentence(Block block) {
    return block.owner().normalName().equals("p") && block.text().length() > 160;
  }

  private static boolean isCaption(Block block) {
    Element owner = block.owner();
    if (block.text().length() > CAPTION || owner.normalName().equals("p")) {
      return false;
    }
    return owner.normalName().equals("div")
        && owner.selectFirst("img,picture") != null
        && owner.selectFirst("p") == null;
  }

  private void trim(List<Block> blocks) {
    int from = blocks.size();
    while (from > 0) {
      Block last = blocks.get(from - 1);
      boolean closing = isHeading(last) || FurniturePhrases.isClosing(last.text());
      if (!closing || from == 1) {
        break;
      }
      removals.add(last.text(), "closing-line", 0.75);
      from--;
    }
    blocks.subList(from, blocks.size()).clear();
  }

  static boolean isHeading(Block block) {
    return block.owner().normalName().matches("h[1-6]");
  }
}
