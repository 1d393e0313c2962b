package org.articlepipeline.enrich.tagger;

/** Stretches of neighbouring tokens of a sentence that may be part of names. */
final class Chains {

  private Chains() {}

  /** Takes the tokens from {@code first} to before {@code end}. */
  interface Visitor {
    void chain(int first, int end);
  }

  static void of(Document document, int longest, Visitor visitor) {
    int first = 0;
    while (first < document.size) {
      if (!document.candidate[first]) {
        first++;
        continue;
      }
      int end = first + 1;
      int limit = Math.min(document.sentenceEnd[first], first + longest);
      while (end < limit && document.candidate[end]) {
        end++;
      }
      visitor.chain(first, end);
      first = end;
    }
  }
}
