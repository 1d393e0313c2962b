package org.articlepipeline.ingest.cleanup;

import java.util.ArrayList;
import java.util.List;
import org.articlepipeline.ingest.draft.Draft;

/**
 * Makes one line of each paragraph. Line breaks end paragraphs, unless the text was wrapped at a
 * fixed width: then every line is as full as it can be, and lines are joined up to the next blank
 * one.
 */
final class JoinWrappedLines implements CleanupRule {

  private static final int MIN_WIDTH = 40;
  private static final int MAX_WIDTH = 120;

  @Override
  public String name() {
    return "paragraphs";
  }

  @Override
  public Draft apply(Draft draft) {
    int width = draft.lines().stream().mapToInt(String::length).max().orElse(0);
    boolean mayWrap = width >= MIN_WIDTH && width <= MAX_WIDTH;
    var paragraphs = new ArrayList<String>();
    var block = new ArrayList<String>();
    for (String line : draft.lines()) {
      if (line.isBlank()) {
        close(block, mayWrap, width, paragraphs);
      } else {
        block.add(line);
      }
    }
    close(block, mayWrap, width, paragraphs);
    return draft.withLines(paragraphs);
  }

  private static void close(
      List<String> block, boolean mayWrap, int width, List<String> paragraphs) {
    if (mayWrap && isWrapped(block, width)) {
      paragraphs.add(String.join(" ", block));
    } else {
      paragraphs.addAll(block);
    }
    block.clear();
  }

  /** Whether no line had room for the next one's first word, and lines end within sentences. */
  private static boolean isWrapped(List<String> block, int width) {
    int ends = 0;
    for (int i = 0; i + 1 < block.size(); i++) {
      String next = block.get(i + 1);
      int space = next.indexOf(' ');
      int firstWord = space < 0 ? next.length() : space;
      if (block.get(i).length() + 1 + firstWord <= width) {
        return false;
      }
      if (endsSentence(block.get(i))) {
        ends++;
      }
    }
    return block.size() > 1 && 2 * ends < block.size();
  }

  private static boolean endsSentence(String line) {
    return ".!?:\u2026\"\u201D\u2019".indexOf(line.charAt(line.length() - 1)) >= 0;
  }
}
