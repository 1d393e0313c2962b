package org.articlepipeline.ingest.html;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The article's blocks of a page whose furniture is cut: those of its container, and its lead. */
final class PageText {

  private static final int MIN_LEAD = 60;
  private static final int MAX_LEADS = 3;

  private PageText() {}

  static List<Block> of(PageRest rest, Headlines headlines) {
    Box container = MainContainer.find(rest.page, rest.weights());
    List<Block> inside = rest.blocks(container);
    var before = new ArrayList<Block>();
    for (int i = 0; i < rest.page.blocks.size(); i++) {
      boolean in = i >= container.firstBlock && i < container.endBlock;
      if (!in && rest.has(i)) {
        Block block = rest.page.blocks.get(i);
        rest.removals.add(block.text(), "outside-of-article", 0.7);
        if (i < container.firstBlock) {
          before.add(block);
        }
      }
    }
    List<Block> text = leads(before, inside, headlines);
    text.addAll(inside);
    return text;
  }

  /** Some call it a part of the text, others do not; search is better with it. */
  private static List<Block> leads(List<Block> before, List<Block> text, Headlines headlines) {
    int headline = before.size();
    for (int i = 0; i < before.size(); i++) {
      Block block = before.get(i);
      if (block.owner().isHeading(3) && headlines.isOne(block.text())) {
        headline = i;
      }
    }
    var leads = new ArrayList<Block>();
    Set<String> seen = new HashSet<>();
    text.forEach(block -> seen.add(block.text()));
    for (int i = 0; i < before.size() && leads.size() < MAX_LEADS; i++) {
      Block block = before.get(i);
      boolean below = i > headline && block.punctuated();
      if (block.text().length() >= MIN_LEAD
          && block.linkShare() < 0.3
          && (below || isNamedLead(block))
          && !headlines.isOne(block.text())
          && !seen.contains(block.text())) {
        leads.add(block);
      }
    }
    return leads;
  }

  private static boolean isNamedLead(Block block) {
    Box at = block.owner();
    for (int i = 0; i < 3 && at != null; i++) {
      if (at.isNamed(FurnitureNames.LEAD)
          || (at.isNamed(FurnitureNames.TEASER) && block.linked() == 0)) {
        return true;
      }
      at = at.parent;
    }
    return false;
  }
}
