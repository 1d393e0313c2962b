package org.articlepipeline.enrich.text;

import java.util.List;

/**
 * A text cut once into paragraphs, sentences and tokens, for all steps.
 *
 * @param text as published; every offset counts its UTF-16 units
 */
public record AnalysedText(
    String text, List<Span> paragraphs, List<Sentence> sentences, List<Token> tokens) {

  public static AnalysedText of(String text) {
    List<Token> tokens = Tokenizer.tokenize(text);
    SentenceSplitter splitter = new SentenceSplitter(text, tokens);
    return new AnalysedText(text, splitter.paragraphs(), splitter.sentences(), tokens);
  }

  /** What stands from one token to before another, without the space around it. */
  public Span span(int firstToken, int endToken) {
    return new Span(tokens.get(firstToken).start(), tokens.get(endToken - 1).end());
  }
}
