package org.articlepipeline.ingest;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeVisitor;

/** How much text, and how good, is below each element of a page. Computed once, in one pass. */
final class PageWeights {

  /**
   * @param good text that reads like sentences, in letters; one of Chinese counts three
   * @param bad text of links and scraps
   * @param length of all text, in UTF-16 units
   * @param linked units of it inside of links
   */
  record Sum(double good, double bad, int length, int linked) {

    static final Sum NONE = new Sum(0, 0, 0, 0);

    Sum plus(Sum other) {
      return new Sum(
          good + other.good, bad + other.bad, length + other.length, linked + other.linked);
    }

    double linkShare() {
      return length == 0 ? 0 : Math.min(1, (double) linked / length);
    }
  }

  /** In UTF-16 units. */
  private static final int SCRAP = 40;

  private final Map<Element, Sum> sums = new IdentityHashMap<>();
  private final Sum total;

  PageWeights(Element root, List<Block> blocks) {
    for (Block block : blocks) {
      sums.merge(block.owner(), sum(block), Sum::plus);
    }
    root.traverse(new Climb());
    total = of(root);
  }

  Sum of(Element element) {
    return sums.getOrDefault(element, Sum.NONE);
  }

  Sum total() {
    return total;
  }

  static Sum sum(Block block) {
    String text = block.text();
    boolean sentence = isPunctuated(text);
    double good = letters(text) * (1 - block.linkShare()) * (sentence ? 1 : 0.4) * place(block);
    double scrap = !sentence && text.length() < SCRAP ? text.length() - block.linked() : 0;
    return new Sum(
        good,
        block.linked() + Math.max(0, scrap),
        text.length(),
        Math.min(block.linked(), text.length()));
  }

  /** Lists and tables hold fewer sentences than they look. */
  private static double place(Block block) {
    return switch (block.owner().normalName()) {
      case "li", "td", "th", "dd", "dt" -> 0.6;
      default -> 1;
    };
  }

  static boolean isPunctuated(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (".,!?;\u2026\u3002\u3001\uFF0C\uFF01\uFF1F\u061F\u060C".indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static int letters(String text) {
    int letters = text.length();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x3040
          && ((c <= 0x9FFF && (c <= 0x30FF || c >= 0x3400)) || (c >= 0xAC00 && c <= 0xD7AF))) {
        letters += 2;
      }
    }
    return letters;
  }

  private final class Climb implements NodeVisitor {
    @Override
    public void head(Node node, int depth) {}

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element && element.parent() != null) {
        Sum own = sums.get(element);
        if (own != null) {
          sums.merge(element.parent(), own, Sum::plus);
        }
      }
    }
  }
}
