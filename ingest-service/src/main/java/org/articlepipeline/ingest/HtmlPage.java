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
 * the cuts: some hide their text until scripts run, others name it like furniture (0 / +6).
 *
 * @param paragraphs empty when the page holds no text at all
 */
record HtmlPage(List<String> paragraphs, List<Removal> removals) {

  /** In UTF-16 units. */
  private static final int TOO_LITTLE = 250;

  static HtmlPage read(String html, Document document, Set<String> headlines) {
    HtmlPage page = extract(document, headlines, true);
    if (length(page) < TOO_LITTLE) {
      HtmlPage uncut = extract(HtmlParser.parse(html), headlines, false);
      page = length(uncut) > 2 * length(page) ? uncut : page;
    }
    // Short or all links: what a CMS sent is kept rather than refused.
    return page.paragraphs().isEmpty()
        ? new HtmlPage(HtmlText.fromFragment(html), List.of())
        : page;
  }

  private static HtmlPage extract(Document document, Set<String> headlines, boolean cuts) {
    var removals = new PageRemovals();
    HtmlParser.dropMedia(document);
    Element body = document.body();
    if (cuts) {
      PageCuts.apply(body, removals);
      FurnitureHeadings.cut(body, removals);
    }
    List<Block> text = PageText.of(body, headlines, removals);
    List<String> paragraphs = new PageLines(headlines, removals).paragraphs(text);
    return new HtmlPage(paragraphs, removals.list());
  }

  /** Titles, normalized: what must not be taken for the text's first line. */
  static Set<String> headlines(Document document) {
    var headlines = new HashSet<String>();
    add(headlines, document.title());
    for (Element meta :
        document.select("meta[property=og:title],meta[name=twitter:title],meta[name=title]")) {
      add(headlines, meta.attr("content"));
    }
    for (Element h1 : document.select("h1")) {
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
