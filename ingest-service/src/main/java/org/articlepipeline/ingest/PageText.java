package org.articlepipeline.ingest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;

/** The article's blocks of a page whose furniture is cut: those of its container, and its lead. */
final class PageText {

  private static final int MIN_LEAD = 60;
  private static final int MAX_LEADS = 3;

  private PageText() {}

  static List<Block> of(Element body, Set<String> headlines, PageRemovals removals) {
    List<Block> all = Blocks.of(body);
    var weights = new PageWeights(body, all);
    Element container = MainContainer.find(body, weights);
    Set<Element> inside = Collections.newSetFromMap(new IdentityHashMap<>());
    inside.addAll(container.getAllElements());
    var text = new ArrayList<Block>();
    int first = -1;
    for (int i = 0; i < all.size(); i++) {
      if (inside.contains(all.get(i).owner())) {
        first = first < 0 ? i : first;
        text.add(all.get(i));
      } else {
        removals.add(all.get(i).text(), "outside-of-article", 0.7);
      }
    }
    text.addAll(0, leads(all.subList(0, Math.max(first, 0)), text, headlines));
    return text;
  }

  /** -2 / +16: some call it a part of the text, others do not; search is better with it. */
  private static List<Block> leads(List<Block> before, List<Block> text, Set<String> headlines) {
    int headline = -1;
    for (int i = 0; i < before.size(); i++) {
      if (before.get(i).owner().normalName().matches("h[1-3]")
          && Headlines.isOne(before.get(i).text(), headlines)) {
        headline = i;
      }
    }
    var leads = new ArrayList<Block>();
    for (int i = 0; i < before.size() && leads.size() < MAX_LEADS; i++) {
      Block block = before.get(i);
      boolean named = isNamedLead(block);
      boolean below = headline >= 0 && i > headline && PageWeights.isPunctuated(block.text());
      if ((named || below)
          && block.text().length() >= MIN_LEAD
          && block.linkShare() < 0.3
          && !Headlines.isOne(block.text(), headlines)
          && text.stream().noneMatch(b -> b.text().equals(block.text()))) {
        leads.add(block);
      }
    }
    return leads;
  }

  private static boolean isNamedLead(Block block) {
    Element at = block.owner();
    for (int i = 0; i < 3 && at != null; i++) {
      if (NameTokens.any(NameTokens.of(at), FurnitureNames.LEAD)) {
        return true;
      }
      at = at.parent();
    }
    return false;
  }
}
