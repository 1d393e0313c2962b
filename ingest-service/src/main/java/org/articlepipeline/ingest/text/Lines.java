package org.articlepipeline.ingest.text;

import java.util.List;

/** What the ends of a line tell of it. */
public final class Lines {

  private static final int MIN_WRAPPED = 40;
  private static final int MIN_PARAGRAPH = 80;
  private static final int SURE_PARAGRAPH = 250;

  private Lines() {}

  /** With a full stop or its like, also inside of closing quotes and brackets. */
  public static boolean endsSentence(String line) {
    int i = line.length() - 1;
    while (i >= 0 && "\"'\u201D\u2019\u201C\u00BB)]".indexOf(line.charAt(i)) >= 0) {
      i--;
    }
    return i >= 0 && ".!?\u2026\u3002".indexOf(line.charAt(i)) >= 0;
  }

  /** Someone speaks: no page's furniture does. */
  public static boolean startsWithQuote(String line) {
    return !line.isEmpty() && "\"\u201C\u201E\u201D\u00AB\u00BB\u2018".indexOf(line.charAt(0)) >= 0;
  }

  /** Which point to the post before or after. */
  public static boolean hasArrow(String line) {
    char first = line.charAt(0);
    char last = line.charAt(line.length() - 1);
    return first == '\u2190'
        || last == '\u2192'
        || first == '\u00AB' && last != '\u00BB' && line.indexOf('\u00BB') < 0;
  }

  /** Whether a wrapped sentence runs through a line: "... blocked by / Facebook and X / since". */
  public static boolean isWithinSentence(List<String> lines, int at) {
    String before = at == 0 ? "" : lines.get(at - 1);
    String after = at + 1 < lines.size() ? lines.get(at + 1) : "";
    boolean open =
        before.length() >= MIN_WRAPPED
            && (Character.isLowerCase(before.charAt(before.length() - 1)) || before.endsWith(","));
    return open && (startsSmall(lines.get(at)) || startsSmall(after));
  }

  private static boolean startsSmall(String line) {
    return !line.isEmpty() && Character.isLowerCase(line.charAt(0));
  }

  public static boolean isParagraph(String line) {
    return line.length() >= SURE_PARAGRAPH
        || (line.length() >= MIN_PARAGRAPH && endsSentence(line));
  }
}
