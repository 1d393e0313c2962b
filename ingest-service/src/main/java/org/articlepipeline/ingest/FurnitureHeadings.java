package org.articlepipeline.ingest;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/**
 * Drops sections by their headings, such as "Related" or "Comments", as far as what follows reads
 * like furniture: links, or short.
 */
final class FurnitureHeadings {

  private static final double MAX_SHARE = 0.15;

  /** No page has as many; each may look at all that follows it. */
  private static final int MAX_HEADINGS = 60;

  private FurnitureHeadings() {}

  static void cut(Element body, PageRemovals removals) {
    var weights = new PageWeights(body, Blocks.of(body));
    double limit = MAX_SHARE * weights.total().good();
    int seen = 0;
    for (Element heading : body.select("h2,h3,h4,h5,h6,p>strong,div>strong")) {
      if (weights.of(heading).length() > 60 || !FurniturePhrases.isHeading(heading.text())) {
        continue;
      }
      if (++seen > MAX_HEADINGS) {
        return;
      }
      if (heading.normalName().equals("strong") && !isAlone(heading)) {
        continue;
      }
      Element start = heading.normalName().equals("strong") ? heading.parent() : heading;
      if (start == null || start.parent() == null) {
        continue;
      }
      List<Element> section = section(start, weights);
      double good = section.stream().mapToDouble(e -> weights.of(e).good()).sum();
      if (good <= limit) {
        removals.add(start.text(), "furniture-heading", 0.85);
        section.forEach(e -> removals.add(e.text(), "furniture-section", 0.8));
        section.forEach(Element::empty);
      }
      start.empty();
    }
  }

  private static boolean isAlone(Element element) {
    return element.previousElementSibling() == null && element.nextElementSibling() == null;
  }

  /** What follows a heading, up to the next one or to a paragraph that reads like the text. */
  private static List<Element> section(Element heading, PageWeights weights) {
    var section = new ArrayList<Element>();
    Element next = heading.nextElementSibling();
    while (next != null && !next.normalName().matches("h[1-6]")) {
      PageWeights.Sum sum = weights.of(next);
      boolean text = sum.linkShare() < 0.4 && sum.good() > 150;
      if (text) {
        break;
      }
      section.add(next);
      next = next.nextElementSibling();
    }
    return section;
  }
}
