package org.articlepipeline.ingest.html;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of a page what its markup names as furniture. Every cut is guarded by the share of the
 * text that it would take: names lie.
 */
final class PageCuts {

  /** A cut that would take more of the page's good text than this is wrong. */
  private static final double MAX_SHARE = 0.3;

  /** Good text that must remain when comments or a gallery take more than that. */
  private static final double MUST_REMAIN = 500;

  private static final int TINY = 120;

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
  private final Set<Box> cards;
  private final Set<Box> aroundHeadline;

  private PageCuts(PageWeights weights, Set<Box> cards, Set<Box> aroundHeadline) {
    this.weights = weights;
    this.cards = cards;
    this.aroundHeadline = aroundHeadline;
  }

  static void apply(PageRest rest, Headlines headlines) {
    cut(rest, hidden(rest.weights()));
    // Shares are of what is seen: what is hidden may be longer than a short article.
    PageWeights weights = rest.weights();
    Set<Box> cards = CardLists.in(rest.page, weights);
    var cuts = new PageCuts(weights, cards, aroundHeadline(rest, headlines));
    cut(rest, cuts::rule);
  }

  private static void cut(PageRest rest, Function<Box, @Nullable Rule> rules) {
    List<Box> boxes = rest.page.boxes;
    int i = 1;
    while (i < boxes.size()) {
      Box box = boxes.get(i);
      Rule rule = rules.apply(box);
      if (rule == null) {
        i++;
      } else {
        rest.cut(box, rule.name(), rule.confidence());
        i = box.end;
      }
    }
  }

  /** Guarded, too, for some pages hide the text until scripts run. */
  private static Function<Box, @Nullable Rule> hidden(PageWeights weights) {
    return box ->
        box.isNamed(FurnitureNames.HIDDEN) && weights.good(box) <= MAX_SHARE * weights.total()
            ? HIDDEN
            : null;
  }

  /** A box that holds the headline holds more of the article, whatever its name. */
  private static Set<Box> aroundHeadline(PageRest rest, Headlines headlines) {
    Set<Box> around = new HashSet<>();
    for (int i = 0; i < rest.page.blocks.size(); i++) {
      Block block = rest.page.blocks.get(i);
      if (rest.has(i)
          && block.owner().isHeading(3)
          && block.linkShare() < 0.5
          && headlines.isTitle(block.text())) {
        Box box = block.owner();
        while (box != null && around.add(box)) {
          box = box.parent;
        }
      }
    }
    return around;
  }

  private @Nullable Rule rule(Box box) {
    boolean small = weights.good(box) <= MAX_SHARE * weights.total();
    if (aroundHeadline.contains(box)) {
      return null;
    }
    boolean rest = weights.total() - weights.good(box) >= MUST_REMAIN;
    Rule byElement = small || (rest && box.tag.equals("footer")) ? byElement(box) : null;
    return byElement != null ? byElement : byName(box, small, rest);
  }

  private @Nullable Rule byElement(Box box) {
    return switch (box.tag) {
      case "nav", "footer", "dialog", "menu" -> box.isQuoted() ? null : ELEMENT;
      // Some pages put text in figures.
      case "figure", "figcaption" -> box.tables == 0 ? FIGURE : null;
      case "aside" -> box.isNamed(FurnitureNames.LEAD) ? null : ASIDE;
      case "form" -> FORM;
      default -> cards.contains(box) ? CARDS : box.isNamed(FurnitureNames.ROLE) ? ELEMENT : null;
    };
  }

  private @Nullable Rule byName(Box box, boolean small, boolean rest) {
    if (box.tag.equals("article")) {
      return null;
    }
    // Comments and galleries can outweigh the article.
    if (box.isNamed(FurnitureNames.OUTGROWING) && (small || rest)) {
      return COMMENTS;
    }
    if (!small || box.isHeading()) {
      return null;
    }
    if (box.isNamed(FurnitureNames.STRONG)) {
      return NAMED;
    }
    if (box.isNamed(FurnitureNames.TEASER) && weights.linkShare(box) > 0) {
      return WEAKLY_NAMED;
    }
    if (box.isNamed(FurnitureNames.WEAK)
        && !box.isNamed(FurnitureNames.LEAD)
        && !box.isNamed(FurnitureNames.TEXT)) {
      boolean tiny =
          !isTextElement(box) && weights.length(box) < TINY && weights.good(box) < TINY / 2.0;
      if (tiny || weights.linkShare(box) > 0.5) {
        return WEAKLY_NAMED;
      }
    }
    return null;
  }

  private static boolean isTextElement(Box box) {
    return switch (box.tag) {
      case "p", "li", "ul", "ol" -> true;
      default -> false;
    };
  }
}
