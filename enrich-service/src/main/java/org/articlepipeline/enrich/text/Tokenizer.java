package org.articlepipeline.enrich.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.articlepipeline.enrich.text.Token.Kind;

/**
 * Cuts text into tokens. Names in the knowledge base and articles go through the same cut, so that
 * whatever it decides, equal names stay equal.
 */
public final class Tokenizer {
  private final String text;
  private final List<Token> tokens;
  private int at;

  private Tokenizer(String text) {
    this.text = text;
    this.tokens = new ArrayList<>(text.length() / 5 + 1);
  }

  public static List<Token> tokenize(String text) {
    return new Tokenizer(text).run();
  }

  static boolean isApostrophe(int c) {
    return c == '\'' || c == '’' || c == '‘' || c == 'ʼ' || c == '`' || c == '´';
  }

  static boolean isHyphen(int c) {
    return c == '-' || c == '\u2010' || c == '\u2011';
  }

  static boolean isSpace(int c) {
    if (c < 0x80) {
      return c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x1C && c <= 0x1F);
    }
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private List<Token> run() {
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (isSpace(c) || (c >= 0x80 && Character.getType(c) == Character.FORMAT)) {
        at += Character.charCount(c);
      } else if (isWideScript(c)) {
        add(at + Character.charCount(c), Kind.IDEOGRAPH);
      } else if (Character.isDigit(c)) {
        int end = endOfWord();
        add(end, isNumber(end) ? Kind.NUMBER : Kind.WORD);
      } else if (Character.isLetter(c)) {
        int acronym = endOfAcronym();
        add(acronym > at ? acronym : endOfWord(), Kind.WORD);
      } else if (followsWord() && isPossessive(at)) {
        add(at + 2, Kind.POSSESSIVE);
      } else {
        add(at + Character.charCount(c), Kind.SIGN);
      }
    }
    return tokens;
  }

  private void add(int end, Kind kind) {
    tokens.add(new Token(at, end, comparable(text.substring(at, end)), kind));
    at = end;
  }

  private boolean followsWord() {
    Token last = tokens.isEmpty() ? null : tokens.getLast();
    return last != null && last.end() == at && (last.isWord() || last.kind() == Kind.NUMBER);
  }

  /** An apostrophe and s that end a word: {@code West's}, also {@code West‘s}. */
  private boolean isPossessive(int i) {
    return isApostrophe(text.charAt(i))
        && (charAt(i + 1) == 's' || charAt(i + 1) == 'S')
        && !Character.isLetterOrDigit(codePointAt(i + 2));
  }

  private int endOfWord() {
    int end = at;
    while (end < text.length()) {
      int c = text.codePointAt(end);
      if (isWordPart(c) && !isWideScript(c)) {
        end += Character.charCount(c);
      } else if (end > at && joins(end)) {
        end++;
      } else {
        break;
      }
    }
    return end;
  }

  /** Whether the sign at {@code i} holds the letters or digits on its two sides together. */
  private boolean joins(int i) {
    int before = text.codePointBefore(i);
    int after = codePointAt(i + 1);
    char c = text.charAt(i);
    if (Character.isDigit(before) && Character.isDigit(after)) {
      return c == '.' || c == ',';
    }
    if (!isWordPart(before) || !Character.isLetter(after) || isWideScript(after)) {
      return false;
    }
    return switch (c) {
      case '&' -> true;
      // amazon.com, but not "the end.The next": a space is missing there.
      case '.' -> Character.isLowerCase(after) && Character.isLetter(before);
      default -> isApostrophe(c) && !isPossessive(i);
    };
  }

  /**
   * Letters that each have a point: {@code U.S.}, {@code J.K.}, {@code a.m.}; {@code at} if none.
   */
  private int endOfAcronym() {
    int end = at;
    int letters = 0;
    while (Character.isLetter(charAt(end)) && charAt(end + 1) == '.') {
      end += 2;
      letters++;
    }
    if (letters > 0
        && Character.isLetter(charAt(end))
        && !Character.isLetterOrDigit(codePointAt(end + 1))) {
      // The last letter without its point: U.S
      end++;
      letters++;
    } else if (Character.isLetterOrDigit(codePointAt(end))) {
      return at;
    }
    return letters > 1 ? end : at;
  }

  private boolean isNumber(int end) {
    for (int i = at; i < end; i++) {
      if (Character.isLetter(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private char charAt(int i) {
    return i < text.length() ? text.charAt(i) : ' ';
  }

  private int codePointAt(int i) {
    return i < text.length() ? text.codePointAt(i) : ' ';
  }

  private static boolean isWordPart(int c) {
    if (Character.isLetterOrDigit(c)) {
      return true;
    }
    if (c < 0x80) {
      return false;
    }
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || c == '\u00AD'
        || c == '\u200D';
  }

  private static boolean isWideScript(int c) {
    if (c < 0x2E80) {
      return false;
    }
    Character.UnicodeScript script = Character.UnicodeScript.of(c);
    return script == Character.UnicodeScript.HAN
        || script == Character.UnicodeScript.HIRAGANA
        || script == Character.UnicodeScript.KATAKANA;
  }

  private static String comparable(String token) {
    boolean ascii = true;
    for (int i = 0; i < token.length() && ascii; i++) {
      ascii = token.charAt(i) < 0x80 && token.charAt(i) != '`';
    }
    if (ascii) {
      return token;
    }
    StringBuilder out = new StringBuilder(token.length());
    for (int i = 0; i < token.length(); i++) {
      char c = token.charAt(i);
      if (isApostrophe(c)) {
        out.append('\'');
      } else if (isHyphen(c)) {
        out.append('-');
      } else if (c != '\u00AD') {
        out.append(c);
      }
    }
    return Normalizer.normalize(out, Normalizer.Form.NFC);
  }
}
