package org.articlepipeline.enrich.text;

/** A stretch of a text, in UTF-16 units from {@code start} to before {@code end}. */
public record Span(int start, int end) {

  public String of(String text) {
    return text.substring(start, end);
  }
}
