package org.articlepipeline.ingest.html;

import java.util.List;
import org.articlepipeline.schemas.Removal;
import org.jsoup.nodes.Document;

/**
 * The article of a page: its paragraphs, and what was taken out. The order of evidence: names of
 * boxes, then weights of text, then lines. A page of which too little is left is read again without
 * the cuts: some hide their text until scripts run, others name it like furniture.
 *
 * @param paragraphs empty when the page holds no text at all
 */
public record HtmlPage(List<String> paragraphs, List<Removal> removals) {

  /** In UTF-16 units. */
  private static final int TOO_LITTLE = 250;

  public static HtmlPage read(Document document, Headlines headlines) {
    PageTree page = PageTree.of(document.body(), true);
    HtmlPage cut = extract(page, headlines, true);
    if (length(cut) >= TOO_LITTLE) {
      return cut;
    }
    PageTree all = PageTree.of(document.body(), false);
    HtmlPage uncut = extract(all, headlines, false);
    HtmlPage best = length(uncut) > 2 * length(cut) ? uncut : cut;
    // Short or all links: what a CMS sent is kept rather than refused.
    return best.paragraphs().isEmpty() ? new HtmlPage(HtmlText.of(all), List.of()) : best;
  }

  /**
   * What a CMS stores: all of it is the article, but for pictures' captions and what plugins put
   * around the text, which their names tell.
   */
  public static HtmlPage ofStored(String html) {
    Document document = HtmlParser.parse(html);
    var rest = new PageRest(PageTree.of(document.body(), true));
    PageCuts.apply(rest, new Headlines(new PageEvidence(document)));
    List<String> left = rest.blocks(rest.page.root()).stream().map(Block::text).toList();
    return left.isEmpty()
        ? new HtmlPage(HtmlText.fromFragment(html), List.of())
        : new HtmlPage(left, rest.removals.list());
  }

  private static HtmlPage extract(PageTree page, Headlines headlines, boolean cuts) {
    var rest = new PageRest(page);
    if (cuts) {
      PageCuts.apply(rest, headlines);
      FurnitureHeadings.cut(rest);
    }
    List<Block> text = PageText.of(rest, headlines);
    List<String> paragraphs = new PageLines(headlines, rest.removals).paragraphs(text);
    return new HtmlPage(paragraphs, rest.removals.list());
  }

  private static int length(HtmlPage page) {
    return page.paragraphs().stream().mapToInt(String::length).sum();
  }
}
