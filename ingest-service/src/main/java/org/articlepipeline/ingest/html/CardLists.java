package org.articlepipeline.ingest.html;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Lists of teasers without telling names: two or more short siblings, each with a heading that is a
 * link.
 */
final class CardLists {

  private static final int MAX_LENGTH = 500;
  private static final int MAX_CLIMB = 4;

  private CardLists() {}

  static Set<Box> in(PageTree page, PageWeights weights) {
    Set<Box> candidates = new HashSet<>();
    for (Box heading : page.boxes) {
      if (heading.isHeading(5) && !heading.isHeading(1) && weights.linkShare(heading) > 0.8) {
        Box box = heading.parent;
        for (int i = 0; i < MAX_CLIMB && box != null && box != page.root(); i++) {
          if (weights.length(box) > MAX_LENGTH) {
            break;
          }
          candidates.add(box);
          box = box.parent;
        }
      }
    }
    Map<Box, Integer> siblings = new HashMap<>();
    for (Box box : candidates) {
      siblings.merge(parent(box), 1, Integer::sum);
    }
    candidates.removeIf(box -> siblings.getOrDefault(parent(box), 0) < 2);
    return candidates;
  }

  /** Candidates are never the root. */
  private static Box parent(Box box) {
    return box.parent == null ? box : box.parent;
  }
}
