package org.articlepipeline.enrich.text;

/**
 * The smallest piece of a text that steps look at.
 *
 * @param start first UTF-16 unit in the text
 * @param end one past the last UTF-16 unit
 * @param text as it stands there, but with straight apostrophes and hyphens and composed accents,
 *     so that it can be compared
 */
public record Token(int start, int end, String text, Kind kind) {

  public enum Kind {
    /** Letters, maybe with digits: {@code West}, {@code don't}, {@code U.S.}, {@code AT&T}. */
    WORD,
    /** Digits, maybe with points and commas inside: {@code 2020}, {@code 60,000}. */
    NUMBER,
    /** One Han or kana character: such scripts don't separate words. */
    IDEOGRAPH,
    /** The {@code 's} after a name, also {@code ’s} and the wrong-way {@code ‘s}. */
    POSSESSIVE,
    /** One sign of any other kind. */
    SIGN
  }

  public boolean isWord() {
    return kind == Kind.WORD;
  }

  boolean is(String sign) {
    return text.equals(sign);
  }

  public boolean startsUpperCase() {
    return Character.isUpperCase(text.codePointAt(0)) || Character.isTitleCase(text.codePointAt(0));
  }

  boolean startsLowerCase() {
    return Character.isLowerCase(text.codePointAt(0));
  }

  boolean hasLowerCase() {
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (Character.isLowerCase(c)) {
        return true;
      }
      i += Character.charCount(c);
    }
    return false;
  }
}
