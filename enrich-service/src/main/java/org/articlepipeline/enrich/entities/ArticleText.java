package org.articlepipeline.enrich.entities;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.articlepipeline.enrich.text.AnalysedText;
import org.articlepipeline.enrich.text.Analysis;
import org.articlepipeline.enrich.text.Sentence;
import org.articlepipeline.enrich.text.Span;
import org.articlepipeline.enrich.text.Token;
import org.articlepipeline.enrich.text.Token.Kind;

/**
 * Headline and body as one row of tokens. A position is the index of a token in it: those of the
 * headline come first.
 */
final class ArticleText {
  private final AnalysedText headline;
  private final AnalysedText body;
  private final int bodyStart;
  private final Sentence[] sentences;
  private final String[] words;

  ArticleText(Analysis analysis) {
    headline = analysis.headline();
    body = analysis.body();
    bodyStart = headline.tokens().size();
    sentences = new Sentence[bodyStart + body.tokens().size()];
    mark(headline.sentences(), 0);
    mark(body.sentences(), bodyStart);
    words = new String[sentences.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = comparable(token(i));
    }
  }

  private void mark(List<Sentence> all, int offset) {
    for (Sentence sentence : all) {
      for (int i = sentence.firstToken(); i < sentence.endToken(); i++) {
        sentences[offset + i] = sentence;
      }
    }
  }

  int size() {
    return sentences.length;
  }

  /** Position of the body's first token. */
  int bodyStart() {
    return bodyStart;
  }

  boolean inHeadline(int position) {
    return position < bodyStart;
  }

  Token token(int position) {
    return inHeadline(position)
        ? headline.tokens().get(position)
        : body.tokens().get(position - bodyStart);
  }

  Sentence sentence(int position) {
    return sentences[position];
  }

  /** Position of the first token of the sentence. */
  int sentenceStart(int position) {
    return sentences[position].firstToken() + (inHeadline(position) ? 0 : bodyStart);
  }

  /** One past the position of the last token of the sentence. */
  int sentenceEnd(int position) {
    return sentences[position].endToken() + (inHeadline(position) ? 0 : bodyStart);
  }

  /**
   * What a token says without case, accents, points and apostrophes: {@code us} for U.S.; empty for
   * signs, but {@code and} for &amp;.
   */
  String word(int position) {
    return words[position];
  }

  /** The words from one position to before another, separated by spaces: equal for equal names. */
  String words(int first, int end) {
    if (end - first == 1) {
      return words[first];
    }
    StringBuilder out = new StringBuilder();
    for (int i = first; i < end; i++) {
      if (!words[i].isEmpty()) {
        out.append(out.isEmpty() ? "" : " ").append(words[i]);
      }
    }
    return out.toString();
  }

  /** Where these tokens stand in the headline, or in the body. */
  Span span(int first, int end) {
    return inHeadline(first)
        ? headline.span(first, end)
        : body.span(first - bodyStart, end - bodyStart);
  }

  String surface(int first, int end) {
    return span(first, end).of(inHeadline(first) ? headline.text() : body.text());
  }

  /** Whether "the" stands before, in the same sentence. */
  boolean followsThe(int position) {
    return position > sentenceStart(position) && word(position - 1).equals("the");
  }

  /** Whether "at" stands before, in the same sentence. */
  boolean followsAt(int position) {
    return position > sentenceStart(position) && word(position - 1).equals("at");
  }

  /** Whether nothing stands between this token and the one before. */
  boolean isGlued(int position) {
    return token(position - 1).end() == token(position).start();
  }

  /** Whether it is a hyphen inside a word. */
  boolean isHyphen(int position) {
    return token(position).text().equals("-")
        && position > 0
        && position + 1 < size()
        && isGlued(position)
        && isGlued(position + 1);
  }

  private static String comparable(Token token) {
    if (token.kind() == Kind.SIGN) {
      return token.text().equals("&") ? "and" : "";
    }
    String text = token.text().toLowerCase(Locale.ROOT);
    boolean plain = true;
    for (int i = 0; i < text.length() && plain; i++) {
      char c = text.charAt(i);
      plain = c < 0x80 && c != '.' && c != '\'';
    }
    if (plain) {
      return text;
    }
    String parts = Normalizer.normalize(text, Normalizer.Form.NFD);
    StringBuilder out = new StringBuilder(parts.length());
    for (int i = 0; i < parts.length(); i++) {
      char c = parts.charAt(i);
      if (c != '.' && c != '\'' && Character.getType(c) != Character.NON_SPACING_MARK) {
        out.append(c);
      }
    }
    return out.toString();
  }
}
