package org.articlepipeline.ingest;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.articlepipeline.schemas.Removal;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The article of a page: its paragraphs, and what was taken out. The order of evidence: names of
 * boxes, then weights of text, then lines. A page of which too little is left is read again without
 * the cuts: some hide their text until scripts run, others name it like furniture.
 *
 * @param paragraphs empty when the page holds no text at all
 */
record HtmlPage(List<String> paragraphs, List<Removal> removals) {

  /** In UTF-16 units. */
  private static final int TOO_LITTLE = 250;

  static HtmlPage read(Document document, Set<String> headlines) {
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

  private static HtmlPage extract(PageTree page, Set<String> headlines, boolean cuts) {
    var rest = new PageRest(page);
    if (cuts) {
      PageCuts.apply(rest);
      FurnitureHeadings.cut(rest);
    }
    List<Block> text = PageText.of(rest, headlines);
    List<String> paragraphs = new PageLines(headlines, rest.removals).paragraphs(text);
    return new HtmlPage(paragraphs, rest.removals.list());
  }

  /** Titles, normalized: what must not be taken for the text's first line. */
  static Set<String> headlines(PageEvidence page) {
    var headlines = new HashSet<String>();
    add(headlines, page.document.title());
    for (Element meta : page.metas) {
      if (meta.attr("property").equals("og:title")
          || meta.attr("name").equals("twitter:title")
          || meta.attr("name").equals("title")) {
        add(headlines, meta.attr("content"));
      }
    }
    for (Element h1 : page.h1s) {
      add(headlines, h1.text());
    }
    return headlines;
  }

  private static void add(Set<String> headlines, String title) {
    if (headlines.size() < 20 && title.length() <= TakeHeadline.MAX_LENGTH) {
      String words = Headlines.words(title);
      if (!words.isEmpty()) {
        headlines.add(words);
      }
    }
  }

  private static int length(HtmlPage page) {
    return page.paragraphs().stream().mapToInt(String::length).sum();
  }
}
