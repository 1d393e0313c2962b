package org.articlepipeline.ingest.html;

import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** Parses any markup: it is mended as browsers do. */
public final class HtmlParser {

  /** Real pages nest 30 to 60 deep; what is deeper is put side by side. */
  private static final int MAX_DEPTH = 256;

  /** The tags that HTML opens again behind a paragraph in which they were not closed. */
  private static final Pattern FORMATTING =
      Pattern.compile(
          "</?(?:a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)\\b[^<>]{0,2000}+>",
          Pattern.CASE_INSENSITIVE);

  private HtmlParser() {}

  public static Document parse(String html) {
    try {
      return parsed(html);
    } catch (IndexOutOfBoundsException e) {
      // jsoup 1.24.1 loses count of open formatting tags that lie deeper than its limit.
      return parsed(FORMATTING.matcher(html).replaceAll(""));
    }
  }

  private static Document parsed(String html) {
    Parser parser = Parser.htmlParser().setMaxDepth(MAX_DEPTH);
    return parser.parseInput(html, "");
  }
}
