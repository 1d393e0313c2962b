package org.articlepipeline.enrich;

/** A stretch of a text, in UTF-16 units from {@code start} to before {@code end}. */
record Span(int start, int end) {

  String of(String text) {
    return text.substring(start, end);
  }
}
