package org.articlepipeline.ingest.html;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A block element of a page. What is counted up to its start and to its end tells what is in it.
 */
final class Box {

  final Element element;
  final String tag;

  /** The next block element around it; null for the root. */
  final @Nullable Box parent;

  /** What its class, id, role and itemprop say: {@link FurnitureNames}. */
  final int names;

  /** Its place among the boxes of the page; those in it follow, up to {@link #end}. */
  final int index;

  int end;

  /** The blocks of text in it: from the first, to before the end. */
  final int firstBlock;

  int endBlock;

  private final boolean quoted;
  int images;
  int paragraphs;
  int tables;

  Box(Element element, @Nullable Box parent, int names, int index, int firstBlock) {
    this.element = element;
    this.tag = element.normalName();
    this.parent = parent;
    this.names = names;
    this.index = index;
    this.firstBlock = firstBlock;
    this.quoted = parent != null && (parent.quoted || parent.tag.equals("blockquote"));
  }

  boolean isNamed(int kind) {
    return (names & kind) != 0;
  }

  boolean isHeading() {
    return isHeading(6);
  }

  /** Whether it is an h1 to h{@code lowest}. */
  boolean isHeading(int lowest) {
    return tag.length() == 2
        && tag.charAt(0) == 'h'
        && tag.charAt(1) >= '1'
        && tag.charAt(1) <= '0' + lowest;
  }

  /** Whether it is part of a quotation. */
  boolean isQuoted() {
    return quoted;
  }
}
