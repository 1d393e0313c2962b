package org.articlepipeline.ingest.text;

import java.text.Normalizer;

/**
 * Makes any string safe to store, show and search: no control characters, no invisible ones, one
 * kind of space and of line break, composed characters. Linear in the length of its input.
 */
public final class CharacterCleanup {

  /**
   * Unicode's "stream-safe" bound: real text has no more marks on one letter, and normalizing them
   * is quadratic.
   */
  private static final int MAX_COMBINING_MARKS = 30;

  private CharacterCleanup() {}

  /**
   * Line breaks are {@code \n} afterwards; spaces within a line are single, and none stand at its
   * ends.
   */
  public static String clean(String text) {
    return isClean(text) ? text : rewritten(text);
  }

  /** Most texts are: Latin letters and signs with single spaces or line breaks between them. */
  private static boolean isClean(String text) {
    boolean space = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain =
          (c > ' ' && c < 0x7F)
              || (c > 0xA0 && c < 0x300 && c != 0xAD)
              || isPlainSign(c)
              || (c == ' ' && !space)
              || (c == '\n' && !(i > 0 && text.charAt(i - 1) == ' '));
      if (!plain) {
        return false;
      }
      space = c == ' ' || c == '\n';
    }
    return text.isEmpty() || text.charAt(text.length() - 1) != ' ';
  }

  /** Quotes, dashes, dots and the euro: composed as they are. */
  private static boolean isPlainSign(int c) {
    return (c >= 0x2010 && c <= 0x2026) || c == 0x20AC;
  }

  private static String rewritten(String text) {
    var out = new StringBuilder(text.length());
    boolean composed = true;
    int marks = 0;
    boolean space = false;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (isLineBreak(c)) {
        boolean windows = c == '\r' && i < text.length() && text.charAt(i) == '\n';
        if (!windows) {
          out.append('\n');
        }
        space = false;
      } else if (isSpace(c)) {
        space = true;
      } else if (isVisible(c) && !(isJoiner(c) && !joins(c, out, text, i))) {
        composed &= c < 0x300 || isPlainSign(c);
        marks = isMark(c) ? marks + 1 : 0;
        if (marks <= MAX_COMBINING_MARKS) {
          if (space && !out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
            out.append(' ');
          }
          space = false;
          out.appendCodePoint(isLoneSurrogate(c) ? 0xFFFD : c);
        }
      }
    }
    return composed ? out.toString() : Normalizer.normalize(out, Normalizer.Form.NFC);
  }

  /** For fields of one line, such as a headline. */
  public static String cleanLine(String text) {
    return clean(text.replace('\n', ' ').replace('\r', ' ')).replace('\n', ' ');
  }

  private static boolean isLineBreak(int c) {
    return (c >= '\n' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
  }

  private static boolean isSpace(int c) {
    return c == ' '
        || c == '\t'
        || (c >= 0xA0 && Character.getType(c) == Character.SPACE_SEPARATOR);
  }

  /** Zero-width joiners, and the marks that give a direction to what stands beside them. */
  private static boolean isJoiner(int c) {
    return (c >= 0x200C && c <= 0x200F) || c == 0x61C;
  }

  /**
   * Joiners stay behind scripts and emoji that are written with them, marks of direction beside
   * letters that run from right to left. Elsewhere they only part words that read the same.
   */
  private static boolean joins(int c, StringBuilder out, String text, int next) {
    int before = out.isEmpty() ? 0 : out.codePointBefore(out.length());
    if (c == 0x200C || c == 0x200D) {
      return before >= 0x590 && !isPlainSign(before);
    }
    int after = next < text.length() ? text.codePointAt(next) : 0;
    return isRightToLeft(before) || isRightToLeft(after);
  }

  private static boolean isRightToLeft(int c) {
    return (c >= 0x590 && c <= 0x8FF) || (c >= 0xFB1D && c <= 0xFEFC);
  }

  /**
   * Bidirectional overrides go: they can make a text read otherwise than it is indexed; so do
   * fillers and joiners that nobody sees.
   */
  private static boolean isVisible(int c) {
    return switch (c) {
      case 0xAD, 0x34F, 0x180E, 0x200B, 0x2060, 0x3164, 0xFEFF, 0xFFFE, 0xFFFF -> false;
      default ->
          !Character.isISOControl(c)
              && !(c >= 0x202A && c <= 0x202E)
              && !(c >= 0x2061 && c <= 0x206F)
              && !(c >= 0xFFF9 && c <= 0xFFFB);
    };
  }

  private static boolean isMark(int c) {
    if (c < 0x300) {
      return false;
    }
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }

  private static boolean isLoneSurrogate(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }
}
