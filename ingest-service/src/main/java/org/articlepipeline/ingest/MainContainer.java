package org.articlepipeline.ingest;

import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The element that holds the article's text. */
final class MainContainer {

  private static final double BAD = 0.4; // 0.9 instead: 0 / -3

  /** Low enough that an article in two halves keeps both. */
  private static final double DESCEND = 0.9;

  private static final double UNIQUE = 2;

  /** The same for {@code itemprop=articleBody}, which nothing else is given. */
  private static final double ARTICLE_BODY = 4;

  /** What another one may have of its text: the entry of a timeline, a teaser. */
  private static final double OTHERS = 0.35;

  private static final double DESCEND_BY_NAME = 0.6;

  private MainContainer() {}

  /** Good text from which on the only article of a page is believed. */
  private static final double ENOUGH = 600;

  static Element find(Element body, PageWeights weights) {
    Element named = only(body.select("[itemprop=articleBody]"), weights);
    if (named != null && ARTICLE_BODY * weights.of(named).good() > score(body, weights)) {
      return descend(named, weights);
    }
    Element only = only(body.select("article"), weights);
    Element best = body;
    double bestScore = score(body, weights);
    if (only != null && UNIQUE * weights.of(only).good() > bestScore) {
      return descend(only, weights);
    }
    for (Element element : body.getAllElements()) {
      if (Blocks.isBlock(element) && weights.of(element).good() > 0) {
        double score = score(element, weights);
        if (score > bestScore) {
          bestScore = score;
          best = element;
        }
      }
    }
    return descend(best, weights);
  }

  /** Marked up as the article, and nothing else on the page is: timelines around it are not it. */
  private static @Nullable Element only(List<Element> marked, PageWeights weights) {
    Element only = null;
    double best = 0;
    double second = 0;
    for (Element element : marked) {
      double good = weights.of(element).good();
      if (good > best) {
        second = best;
        best = good;
        only = element;
      } else {
        second = Math.max(second, good);
      }
    }
    return best >= ENOUGH && second < OTHERS * best ? only : null;
  }

  private static double score(Element element, PageWeights weights) {
    PageWeights.Sum sum = weights.of(element);
    return (sum.good() - BAD * sum.bad()) * bonus(element);
  }

  /** 0 / +2. */
  private static double bonus(Element element) {
    if (element.attr("itemprop").equalsIgnoreCase("articleBody")) {
      return 1.5;
    }
    String tag = element.normalName();
    if (tag.equals("article") || tag.equals("main") || element.attr("role").equals("main")) {
      return 1.3;
    }
    return isBody(element) ? 1.15 : 1;
  }

  private static boolean isBody(Element element) {
    return element.attr("itemprop").equalsIgnoreCase("articleBody")
        || NameTokens.any(NameTokens.of(element), FurnitureNames.BODY);
  }

  /** +2 / +4. */
  private static Element descend(Element from, PageWeights weights) {
    Element at = from;
    while (true) {
      Element next = null;
      double good = weights.of(at).good();
      for (Element child : at.children()) {
        double share = good == 0 ? 0 : weights.of(child).good() / good;
        if (Blocks.isBlock(child)
            && isBox(child)
            && (share >= DESCEND
                || (share >= DESCEND_BY_NAME
                    && isTextBox(child)
                    && !hasTwin(child, at.children(), good, weights)))) {
          next = child;
        }
      }
      if (next == null) {
        return at;
      }
      at = next;
    }
  }

  private static boolean isBox(Element element) {
    return switch (element.normalName()) {
      case "p", "li", "blockquote", "ul", "ol", "td", "tr", "pre" -> false;
      default -> true;
    };
  }

  private static boolean isTextBox(Element element) {
    if (element.attr("itemprop").equalsIgnoreCase("articleBody")) {
      return true;
    }
    List<String> tokens = NameTokens.of(element);
    return tokens.contains("body")
        || tokens.contains("text")
        || tokens.contains("articlebody")
        || (tokens.contains("content")
            && (tokens.contains("article") || tokens.contains("entry") || tokens.contains("post")));
  }

  private static boolean hasTwin(
      Element child, List<Element> siblings, double good, PageWeights weights) {
    for (Element other : siblings) {
      if (other != child
          && other.className().equals(child.className())
          && weights.of(other).good() >= 0.08 * good) {
        return true;
      }
    }
    return false;
  }
}
