package org.articlepipeline.ingest.html;

import java.util.ArrayList;
import java.util.List;
import org.articlepipeline.ingest.draft.Draft;

/** HTML as paragraphs of plain text, nothing judged: for what is known to be the article. */
public final class HtmlText {

  private HtmlText() {}

  /**
   * The paragraphs, headings, list items and cells of a fragment, such as the body that a CMS
   * stores. Linear; never throws, whatever the markup.
   *
   * @return none blank, none with a line break
   */
  static List<String> fromFragment(String html) {
    return of(PageTree.of(HtmlParser.parse(html).body(), false));
  }

  public static List<String> of(PageTree page) {
    return page.blocks.stream().map(Block::text).toList();
  }

  /** Paragraphs as the {@code lines} of a {@link Draft}: a blank one between any two. */
  public static List<String> lines(List<String> paragraphs) {
    var lines = new ArrayList<String>(2 * paragraphs.size());
    for (String paragraph : paragraphs) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      lines.add(paragraph);
    }
    return lines;
  }
}
