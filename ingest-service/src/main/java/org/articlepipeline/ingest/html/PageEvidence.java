package org.articlepipeline.ingest.html;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeVisitor;

/** The elements of a page that may speak of its article, collected in one walk. */
public final class PageEvidence implements NodeVisitor {

  /** Each list is bounded: no page has as many that matter. */
  private static final int MAX = 500;

  public final Document document;
  final List<Element> metas = new ArrayList<>();
  public final List<Element> properties = new ArrayList<>();
  final List<Element> links = new ArrayList<>();
  final List<Element> times = new ArrayList<>();
  final List<Element> h1s = new ArrayList<>();

  /** Scripts of JSON-LD. */
  final List<Element> jsonLd = new ArrayList<>();

  public PageEvidence(Document document) {
    this.document = document;
    document.traverse(this);
  }

  @Override
  public void head(Node node, int depth) {
    if (!(node instanceof Element element)) {
      return;
    }
    switch (element.normalName()) {
      case "meta" -> add(metas, element);
      case "link" -> add(links, element);
      case "time" -> add(times, element);
      case "h1" -> add(h1s, element);
      case "script" -> {
        if (element.attr("type").contains("ld+json")) {
          add(jsonLd, element);
        }
      }
      default -> {}
    }
    if (element.attributesSize() > 0 && element.hasAttr("itemprop")) {
      add(properties, element);
    }
  }

  /** The address of the first link with this relation; empty when there is none. */
  List<String> link(String relation) {
    for (Element link : links) {
      if (link.attr("rel").equalsIgnoreCase(relation)) {
        return List.of(link.attr("href"));
      }
    }
    return List.of();
  }

  private static void add(List<Element> list, Element element) {
    if (list.size() < MAX) {
      list.add(element);
    }
  }
}
