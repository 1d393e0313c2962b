package org.articlepipeline.enrich.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.articlepipeline.enrich.text.Sentence.Style;
import org.articlepipeline.enrich.text.Token.Kind;

/** Groups tokens into sentences and paragraphs. Paragraphs are separated by a blank line. */
public final class SentenceSplitter {
  /**
   * A line shorter than this, without a full stop, was ended on purpose: a heading, a list item.
   */
  private static final int WRAPPED_LINE = 60;

  /**
   * Quotation marks and brackets around the end of a sentence; more are no text, but may be many.
   */
  private static final int LOOKED_AT = 8;

  /** Never end a sentence: what they shorten comes before a name. */
  private static final Set<String> BEFORE_NAME =
      Set.of(
          "mr", "mrs", "ms", "dr", "prof", "sen", "rep", "gov", "gen", "lt", "col", "sgt", "capt",
          "cmdr", "maj", "st", "mt", "ft", "rev", "hon", "pres", "messrs", "mme", "v", "vs");

  /** End a sentence only before a word that often starts one. */
  private static final Set<String> MAYBE_LAST =
      Set.of("jr", "sr", "inc", "co", "corp", "ltd", "bros", "etc", "dept", "univ", "assn");

  /** Don't end a sentence before a number: {@code No. 45}, {@code Aug. 5}. */
  private static final Set<String> BEFORE_NUMBER =
      Set.of(
          "no", "nos", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov",
          "dec", "p", "pp", "vol", "fig", "art", "sec");

  private final String text;
  private final List<Token> tokens;
  private final List<Sentence> sentences = new ArrayList<>();
  private final List<Span> paragraphs = new ArrayList<>();

  SentenceSplitter(String text, List<Token> tokens) {
    this.text = text;
    this.tokens = tokens;
    split();
  }

  List<Sentence> sentences() {
    return sentences;
  }

  List<Span> paragraphs() {
    return paragraphs;
  }

  private void split() {
    int sentence = 0;
    int paragraph = 0;
    for (int next = 1; next <= tokens.size(); next++) {
      boolean newParagraph = next == tokens.size() || newlines(next) > 1;
      if (newParagraph || endsBefore(next)) {
        sentences.add(new Sentence(sentence, next, paragraphs.size(), style(sentence, next)));
        sentence = next;
      }
      if (newParagraph) {
        paragraphs.add(new Span(tokens.get(paragraph).start(), tokens.get(next - 1).end()));
        paragraph = next;
      }
    }
  }

  private boolean endsBefore(int next) {
    int last = next - 1;
    while (last > 0 && next - last < LOOKED_AT && isCloser(last)) {
      last--;
    }
    Token end = tokens.get(last);
    if (end.is("。") || end.is("！") || end.is("？")) {
      return !isCloser(next);
    }
    if (tokens.get(next - 1).end() == tokens.get(next).start()) {
      return false;
    }
    if (newlines(next) == 1 && !isTerminal(end)) {
      return !tokens.get(next).startsLowerCase() && lineLength(next) < WRAPPED_LINE;
    }
    Token start = firstWord(next);
    if (start.startsLowerCase()) {
      return false;
    }
    if (end.isWord() && end.text().endsWith(".")) {
      return CommonWords.startsSentence(start);
    }
    return isTerminal(end) && !(end.is(".") && isAbbreviation(last - 1, start));
  }

  private boolean isAbbreviation(int i, Token start) {
    if (i < 0 || !tokens.get(i).isWord() || tokens.get(i).end() != tokens.get(i + 1).start()) {
      return false;
    }
    String word = tokens.get(i).text();
    String folded = word.toLowerCase(Locale.ROOT);
    if (BEFORE_NUMBER.contains(folded)) {
      return start.kind() == Kind.NUMBER;
    }
    if (MAYBE_LAST.contains(folded)) {
      return !CommonWords.startsSentence(start);
    }
    boolean initial = word.length() == 1 && tokens.get(i).startsUpperCase() && !word.equals("I");
    return initial || BEFORE_NAME.contains(folded);
  }

  private static boolean isTerminal(Token token) {
    return token.is(".") || token.is("!") || token.is("?") || token.is("…");
  }

  private boolean isCloser(int i) {
    Token token = tokens.get(i);
    if (token.kind() != Kind.SIGN) {
      return false;
    }
    return switch (token.text()) {
      case "”", "»", ")", "]", "」", "』" -> true;
      // Straight quotes close when they follow something at once.
      case "\"", "'" -> i > 0 && tokens.get(i - 1).end() == token.start();
      default -> false;
    };
  }

  /** The first token at or after {@code i} that is more than an opening quote or bracket. */
  private Token firstWord(int i) {
    int first = i;
    while (first < tokens.size() - 1
        && first - i < LOOKED_AT
        && tokens.get(first).kind() == Kind.SIGN) {
      first++;
    }
    return tokens.get(first);
  }

  /** Line ends before a token: two or more make a blank line. */
  private int newlines(int next) {
    int lines = 0;
    for (int i = tokens.get(next - 1).end(); i < tokens.get(next).start(); i++) {
      if (text.charAt(i) == '\n') {
        lines++;
      }
    }
    return lines;
  }

  private int lineLength(int next) {
    int end = tokens.get(next - 1).end();
    return end - (text.lastIndexOf('\n', end - 1) + 1);
  }

  private Style style(int first, int end) {
    int words = 0;
    int capitals = 0;
    int shouted = 0;
    for (Token token : tokens.subList(first, end)) {
      if (token.isWord()) {
        words++;
        shouted += token.hasLowerCase() ? 0 : 1;
        capitals += token.startsLowerCase() && !CommonWords.isLink(token) ? 0 : 1;
      }
    }
    if (words > 1 && shouted == words) {
      return Style.ALL_CAPS;
    }
    return words > 3 && capitals == words ? Style.TITLE_CASE : Style.PLAIN;
  }
}
