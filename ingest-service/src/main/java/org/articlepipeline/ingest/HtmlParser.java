package org.articlepipeline.ingest;

import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** Parses any markup: it is mended as browsers do. */
final class HtmlParser {

  /** Real pages nest 30 to 60 deep; what is deeper is put side by side. */
  private static final int MAX_DEPTH = 256;

  private HtmlParser() {}

  static Document parse(String html) {
    Parser parser = Parser.htmlParser().setMaxDepth(MAX_DEPTH);
    return parser.parseInput(html, "");
  }
}
