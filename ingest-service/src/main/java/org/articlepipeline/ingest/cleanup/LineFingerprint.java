package org.articlepipeline.ingest.cleanup;

/**
 * Names a line by 64 bits, the same for lines that differ in case, punctuation, spaces and figures
 * only: "12 comments" and "3 Comments &raquo;" are one piece of furniture.
 */
public final class LineFingerprint {

  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private LineFingerprint() {}

  public static long of(String line) {
    long hash = FNV_OFFSET;
    int last = ' ';
    for (int i = 0; i < line.length(); ) {
      int c = line.codePointAt(i);
      i += Character.charCount(c);
      int folded = fold(c);
      boolean repeats = folded == last && (folded == ' ' || folded == '0');
      if (!repeats) {
        hash = (hash ^ folded) * FNV_PRIME;
        last = folded;
      }
    }
    // A line that ends in a full stop is the one that does not.
    return mixed(last == ' ' ? hash : (hash ^ ' ') * FNV_PRIME);
  }

  /** Of a name in which each character counts. */
  public static long exactly(String name) {
    long hash = FNV_OFFSET;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * FNV_PRIME;
    }
    return mixed(hash);
  }

  private static int fold(int c) {
    if ((c >= 'a' && c <= 'z') || c == ' ') { // Most of all text.
      return c;
    }
    if (Character.isDigit(c)) {
      return '0';
    }
    return Character.isLetter(c) || isMark(c) ? Character.toLowerCase(c) : ' ';
  }

  /** Vowels of many scripts. */
  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  /** Each bit of the input moves each of the output. */
  private static long mixed(long hash) {
    long h = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return h ^ (h >>> 33);
  }
}
