package org.articlepipeline.ingest;

import org.jsoup.nodes.Element;

/**
 * A run of inline content between block elements: mostly a paragraph.
 *
 * @param owner the innermost block element around it
 * @param linked UTF-16 units of {@code text} that are inside of links
 */
record Block(Element owner, String text, int linked) {

  double linkShare() {
    return Math.min(1, (double) linked / text.length());
  }
}
