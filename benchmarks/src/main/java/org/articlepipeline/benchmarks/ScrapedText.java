package org.articlepipeline.benchmarks;

/** The text of a page as a scraper leaves it: headline, metadata line, paragraphs, leftovers. */
final class ScrapedText {

  /** In bytes; the text is ASCII. */
  static final int SIZE = 6_000;

  private ScrapedText() {}

  static String text() {
    var words = new Words(2);
    var text = new StringBuilder(SIZE);
    text.append(
        """
        The harbour bridge opens again after two years of repairs

        By Mara Lindqvist|2024-05-02T08:15:00+00:00May 2nd, 2024|Categories: Local, Traffic|0 Comments|

        Share This Story, Choose Your Platform!
        Facebook Twitter LinkedIn

        """);
    String end = "\n\nLeave a comment\n\nGo to Top\n";
    while (text.length() < SIZE - 600) {
      text.append(words.sentences(4)).append("\n\n");
    }
    while (text.length() < SIZE - end.length() - 150) {
      text.append(words.sentence()).append(' ');
    }
    text.append("x".repeat(SIZE - end.length() - text.length())).append(end);
    return text.toString();
  }
}
