package org.articlepipeline.ingest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * Lists of teasers without telling names: two or more short siblings of one kind, each with a
 * heading that is a link.
 */
final class CardLists {

  private static final int MAX_LENGTH = 500;
  private static final int MAX_CLIMB = 4;

  private CardLists() {}

  static Set<Element> in(Element body, PageWeights weights) {
    Set<Element> found = Collections.newSetFromMap(new IdentityHashMap<>());
    Set<Element> candidates = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Element heading : body.select("h2,h3,h4,h5")) {
      boolean linked = weights.of(heading).length() > 0 && weights.of(heading).linkShare() > 0.8;
      Element box = heading.parent();
      for (int i = 0; linked && i < MAX_CLIMB && box != null && box != body; i++) {
        int length = weights.of(box).length();
        if (length > MAX_LENGTH) {
          break;
        }
        candidates.add(box);
        box = box.parent();
      }
    }
    Set<Element> parents = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Element card : candidates) {
      Element parent = card.parent();
      if (parent != null && parents.add(parent)) {
        List<Element> cards = cards(parent, candidates);
        if (cards.size() > 1) {
          found.addAll(cards);
        }
      }
    }
    return found;
  }

  private static List<Element> cards(Element parent, Set<Element> candidates) {
    var cards = new ArrayList<Element>();
    for (Element child : parent.children()) {
      if (candidates.contains(child)) {
        cards.add(child);
      }
    }
    return cards;
  }
}
