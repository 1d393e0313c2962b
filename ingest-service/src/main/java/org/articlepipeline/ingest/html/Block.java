package org.articlepipeline.ingest.html;

/**
 * A run of inline content between block elements: mostly a paragraph.
 *
 * @param owner the innermost box around it
 * @param linked UTF-16 units of {@code text} that are inside of links
 * @param good what of it reads like sentences, in letters; one of Chinese counts three
 * @param bad what of it is links and scraps
 */
record Block(Box owner, String text, int linked, boolean punctuated, double good, double bad) {

  /** In UTF-16 units. */
  private static final int SCRAP = 40;

  private static final String PUNCTUATION = ".,!?;\u2026\u3002\u3001\uFF0C\uFF01\uFF1F\u061F\u060C";

  static Block of(Box owner, String text, int linked) {
    boolean punctuated = false;
    int letters = text.length();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      punctuated = punctuated || PUNCTUATION.indexOf(c) >= 0;
      letters += isDense(c) ? 2 : 0;
    }
    int links = Math.min(linked, text.length());
    double plain = 1 - (double) links / text.length();
    double good = letters * plain * (punctuated ? 1 : 0.4) * place(owner);
    int scrap = !punctuated && text.length() < SCRAP ? text.length() - links : 0;
    return new Block(owner, text, links, punctuated, good, links + scrap);
  }

  double linkShare() {
    return (double) linked / text.length();
  }

  boolean isHeading() {
    return owner.isHeading();
  }

  /** Lists and tables hold fewer sentences than they look. */
  private static double place(Box owner) {
    return switch (owner.tag) {
      case "li", "td", "th", "dd", "dt" -> 0.6;
      default -> 1;
    };
  }

  /** Scripts in which a letter is a syllable or a word: kana, Chinese characters, Hangul. */
  private static boolean isDense(char c) {
    return c >= 0x3040
        && ((c <= 0x9FFF && (c <= 0x30FF || c >= 0x3400)) || (c >= 0xAC00 && c <= 0xD7AF));
  }
}
