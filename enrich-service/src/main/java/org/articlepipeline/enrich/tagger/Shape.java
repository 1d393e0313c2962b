package org.articlepipeline.enrich.tagger;

import org.articlepipeline.enrich.text.Token;

/** How a word is written: capitals, small letters, digits and signs, runs of a kind shortened. */
final class Shape {
  private static final int LONGEST_RUN = 3;

  private Shape() {}

  static int of(Token token) {
    String text = token.text();
    int shape = token.kind().ordinal() + 1;
    int last = 0;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int kind = kind(c);
      run = kind == last ? run + 1 : 1;
      last = kind;
      // Small letters count as one run, however long; of capitals, two differ from three.
      if (run == 1 || (run <= LONGEST_RUN && kind == 1)) {
        shape = shape * 31 + kind;
      }
    }
    return shape;
  }

  static boolean hasUpperCase(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isUpperCase(c) || Character.isTitleCase(c)) {
        return true;
      }
    }
    return false;
  }

  private static int kind(char c) {
    if (Character.isLowerCase(c)) {
      return 2;
    }
    if (Character.isUpperCase(c) || Character.isTitleCase(c)) {
      return 1;
    }
    if (Character.isDigit(c)) {
      return 3;
    }
    return Character.isLetter(c) ? 4 : 5 + c % 26;
  }
}
