package org.articlepipeline.ingest;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Parses any markup: it is mended as browsers do. */
final class HtmlParser {

  /** Real pages nest 30 to 60 deep; what is deeper is put side by side. */
  private static final int MAX_DEPTH = 256;

  /** Elements whose text nobody reads as part of an article. */
  private static final String NO_TEXT =
      "noscript,template,svg,math,iframe,object,embed,canvas,audio,video,map,"
          + "select,button,input,textarea,option,datalist,head";

  private HtmlParser() {}

  static Document parse(String html) {
    Parser parser = Parser.htmlParser().setMaxDepth(MAX_DEPTH);
    return parser.parseInput(html, "");
  }

  static void dropMedia(Document document) {
    document.select(NO_TEXT).forEach(Element::empty);
  }
}
