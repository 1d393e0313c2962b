package org.articlepipeline.ingest.html;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Drops sections by their headings, such as "Related" or "Comments", as far as what follows reads
 * like furniture: links, or short.
 */
final class FurnitureHeadings {

  private static final double MAX_SHARE = 0.15;

  /** No page has as many; each may look at all that follows it. */
  private static final int MAX_HEADINGS = 60;

  private FurnitureHeadings() {}

  static void cut(PageRest rest) {
    PageWeights weights = rest.weights();
    int seen = 0;
    for (int i = 0; i < rest.page.blocks.size() && seen < MAX_HEADINGS; i++) {
      Block block = rest.page.blocks.get(i);
      boolean heading = block.isHeading() && !block.owner().isHeading(1);
      if (!heading || !rest.has(i) || !FurniturePhrases.isHeading(block.text())) {
        continue;
      }
      seen++;
      List<Box> section = section(block.owner(), rest.page, weights);
      double good = section.stream().mapToDouble(weights::good).sum();
      rest.cut(block.owner(), "furniture-heading", 0.85);
      if (good <= MAX_SHARE * weights.total()) {
        section.forEach(box -> rest.cut(box, "furniture-section", 0.8));
      }
    }
  }

  /** What follows a heading, up to the next one or to a paragraph that reads like the text. */
  private static List<Box> section(Box heading, PageTree page, PageWeights weights) {
    var section = new ArrayList<Box>();
    Box next = next(heading, page);
    while (next != null && !next.isHeading()) {
      if (weights.linkShare(next) < 0.4 && weights.good(next) > 150) {
        break;
      }
      section.add(next);
      next = next(next, page);
    }
    return section;
  }

  private static @Nullable Box next(Box box, PageTree page) {
    Box next = box.end < page.boxes.size() ? page.boxes.get(box.end) : null;
    return next != null && next.parent == box.parent ? next : null;
  }
}
