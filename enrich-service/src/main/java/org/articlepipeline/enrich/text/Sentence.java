package org.articlepipeline.enrich.text;

/**
 * A sentence, a heading or a list item.
 *
 * @param firstToken index of its first token in the text's tokens
 * @param endToken one past the index of its last
 * @param paragraph index of the paragraph it stands in
 */
public record Sentence(int firstToken, int endToken, int paragraph, Style style) {

  /** How it uses capitals. Only in PLAIN does a capital tell a name from another word. */
  public enum Style {
    PLAIN,
    TITLE_CASE,
    ALL_CAPS
  }
}
