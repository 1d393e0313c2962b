package org.articlepipeline.ingest;

import static org.articlepipeline.ingest.NameTokens.any;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of a page what its markup names as furniture. Every cut is guarded by the share of the
 * text that it would take: names lie.
 */
final class PageCuts implements NodeFilter {

  /** A cut that would take more of the page's good text than this is wrong. */
  private static final double MAX_SHARE = 0.3;

  /** Good text that must remain when comments or a gallery take more than that. */
  private static final double MUST_REMAIN = 500;

  private static final int TINY = 120;

  private static final Set<String> ROLES =
      Set.of(
          "navigation",
          "complementary",
          "search",
          "banner",
          "contentinfo",
          "dialog",
          "alert",
          "alertdialog",
          "menu",
          "menubar",
          "toolbar",
          "tooltip",
          "tablist");

  private record Rule(String name, double confidence) {}

  private static final Rule HIDDEN = new Rule("hidden", 0.9);
  private static final Rule NAMED = new Rule("furniture-name", 0.9);
  private static final Rule COMMENTS = new Rule("comments-and-related", 0.9);
  private static final Rule WEAKLY_NAMED = new Rule("furniture-name-and-links", 0.8);
  private static final Rule ELEMENT = new Rule("furniture-element", 0.95);
  private static final Rule ASIDE = new Rule("aside", 0.85);
  private static final Rule FIGURE = new Rule("figure", 0.9);
  private static final Rule CARDS = new Rule("cards", 0.8);
  private static final Rule FORM = new Rule("form", 0.9);

  private final PageWeights weights;
  private final Set<Element> cards;
  private final PageRemovals removals;

  private PageCuts(PageWeights weights, Set<Element> cards, PageRemovals removals) {
    this.weights = weights;
    this.cards = cards;
    this.removals = removals;
  }

  static void apply(Element body, PageRemovals removals) {
    var weights = new PageWeights(body, Blocks.of(body));
    body.filter(new PageCuts(weights, CardLists.in(body, weights), removals));
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (!(node instanceof Element element) || depth == 0) {
      return FilterResult.CONTINUE;
    }
    Rule rule = rule(element);
    if (rule == null) {
      return FilterResult.CONTINUE;
    }
    removals.add(element.text(), rule.name(), rule.confidence());
    element.empty(); // Removing it from thousands of siblings would be quadratic.
    return FilterResult.SKIP_ENTIRELY;
  }

  private @Nullable Rule rule(Element element) {
    PageWeights.Sum sum = weights.of(element);
    boolean small = sum.good() <= MAX_SHARE * weights.total().good();
    // Needs the second pass without cuts, for some pages hide the text until scripts run.
    if (small && isHidden(element)) {
      return HIDDEN;
    }
    // Only block elements: classes on links in a sentence must not delete words.
    if (!Blocks.isBlock(element)) {
      return null;
    }
    boolean rest = weights.total().good() - sum.good() >= MUST_REMAIN;
    boolean footer = element.normalName().equals("footer") && rest;
    Rule byElement = small || footer ? byElement(element) : null;
    return byElement != null ? byElement : byName(element, sum, small);
  }

  private @Nullable Rule byElement(Element element) {
    switch (element.normalName()) {
      case "nav", "footer", "dialog", "menu":
        return element.closest("blockquote") == null ? ELEMENT : null;
      case "figure", "figcaption": // +2 / -1
        return element.selectFirst("table,pre,blockquote") == null ? FIGURE : null;
      case "aside": // 0 / +2
        return any(NameTokens.of(element), FurnitureNames.LEAD) ? null : ASIDE;
      case "form":
        return FORM;
      default:
        if (cards.contains(element)) { // 0 / +2
          return CARDS;
        }
        return ROLES.contains(element.attr("role").toLowerCase(Locale.ROOT)) ? ELEMENT : null;
    }
  }

  /** +33 / +16: the largest of all. */
  private @Nullable Rule byName(Element element, PageWeights.Sum sum, boolean small) {
    List<String> tokens = NameTokens.of(element);
    if (tokens.isEmpty() || element.normalName().equals("article")) {
      return null;
    }
    boolean heading = element.normalName().matches("h[1-6]");
    // Comments and galleries can outweigh the article.
    if (any(tokens, FurnitureNames.OUTGROWING)
        && (small || weights.total().good() - sum.good() >= MUST_REMAIN)) {
      return COMMENTS;
    }
    if (!small) {
      return null;
    }
    if (any(tokens, FurnitureNames.STRONG)) {
      return heading ? null : NAMED;
    }
    // +1 / +3
    if (!heading && any(tokens, FurnitureNames.WEAK) && !any(tokens, FurnitureNames.LEAD)) {
      boolean item = element.normalName().equals("li") || element.normalName().equals("p");
      boolean tiny = !item && sum.length() < TINY && sum.good() < TINY / 2.0;
      if (sum.linkShare() > 0.5 || tiny) {
        return WEAKLY_NAMED;
      }
    }
    return null;
  }

  private static boolean isHidden(Element element) {
    if (element.hasAttr("hidden") || element.attr("aria-hidden").equalsIgnoreCase("true")) {
      return true;
    }
    if (element.hasAttr("style")) {
      String style = element.attr("style").replace(" ", "").toLowerCase(Locale.ROOT);
      if (style.contains("display:none") || style.contains("visibility:hidden")) {
        return true;
      }
    }
    if (!element.hasAttr("class")) {
      return false;
    }
    for (String name : element.className().split("\\s+")) {
      if (FurnitureNames.HIDDEN.contains(name)) {
        return true;
      }
    }
    return false;
  }
}
