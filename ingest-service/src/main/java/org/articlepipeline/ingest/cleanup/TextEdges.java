package org.articlepipeline.ingest.cleanup;

import java.util.List;
import java.util.Set;
import org.articlepipeline.ingest.text.Lines;

/** Where the paragraphs of a page begin and end: what is above and below them is rarely text. */
final class TextEdges {

  private int first = -1;
  private int firstParagraph = Integer.MAX_VALUE;
  private int lastParagraph = -1;

  /**
   * @param furniture lines that are no paragraphs, however long
   */
  TextEdges(List<String> lines, Set<Integer> furniture) {
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.isEmpty()) {
        continue;
      }
      first = first < 0 ? i : first;
      if (Lines.isParagraph(line) && !furniture.contains(i) && EntryNotice.cells(line) == null) {
        firstParagraph = Math.min(firstParagraph, i);
        lastParagraph = i;
      }
    }
  }

  /** The first line that is not blank. */
  int first() {
    return first;
  }

  boolean isAbove(int line) {
    return line < firstParagraph;
  }

  boolean isBelow(int line) {
    return line > lastParagraph;
  }

  /** Whether one paragraph follows, as one on the author does. */
  boolean isAboveLast(int line) {
    return line > firstParagraph && line < lastParagraph && lastParagraph - line <= 2;
  }
}
