package org.articlepipeline.ingest.html;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The box that holds the article's text. */
final class MainContainer {

  private static final double BAD = 0.4;

  /** Low enough that an article in two halves keeps both. */
  private static final double DESCEND = 0.9;

  private static final double DESCEND_BY_NAME = 0.6;

  /** What a second one with the same name may have: the text is not split in two. */
  private static final double TWIN = 0.08;

  /** How far the only article of a page is believed. */
  private static final double UNIQUE = 2;

  /** The same for {@code itemprop=articleBody}, which nothing else is given. */
  private static final double ARTICLE_BODY = 4;

  /** What another one may have of its text: the entry of a timeline, a teaser. */
  private static final double OTHERS = 0.35;

  /** Good text from which on the only article of a page is believed. */
  private static final double ENOUGH = 600;

  private final PageTree page;
  private final PageWeights weights;

  private MainContainer(PageTree page, PageWeights weights) {
    this.page = page;
    this.weights = weights;
  }

  static Box find(PageTree page, PageWeights weights) {
    var search = new MainContainer(page, weights);
    return search.descend(search.best());
  }

  private Box best() {
    double whole = score(page.root());
    Box named = only(box -> box.isNamed(FurnitureNames.ARTICLE_BODY));
    if (named != null && ARTICLE_BODY * weights.good(named) > whole) {
      return named;
    }
    Box only = only(box -> box.tag.equals("article"));
    if (only != null && UNIQUE * weights.good(only) > whole) {
      return only;
    }
    Box best = page.root();
    double bestScore = whole;
    for (Box box : page.boxes) {
      double score = score(box);
      if (score > bestScore) {
        bestScore = score;
        best = box;
      }
    }
    return best;
  }

  /** Marked up as the article, and nothing else on the page is: timelines around it are not it. */
  private @Nullable Box only(Predicate<Box> marked) {
    Box only = null;
    double best = 0;
    double second = 0;
    for (Box box : page.boxes) {
      double good = marked.test(box) ? weights.good(box) : 0;
      if (good > best) {
        second = best;
        best = good;
        only = box;
      } else {
        second = Math.max(second, good);
      }
    }
    return best >= ENOUGH && second < OTHERS * best ? only : null;
  }

  private double score(Box box) {
    return weights.good(box) - BAD * weights.bad(box);
  }

  private Box descend(Box from) {
    Box at = from;
    while (true) {
      Box next = null;
      double good = weights.good(at);
      for (int i = at.index + 1; good > 0 && i < at.end; i = page.boxes.get(i).end) {
        Box child = page.boxes.get(i);
        double share = weights.good(child) / good;
        if (isContainer(child)
            && (share >= DESCEND
                || (share >= DESCEND_BY_NAME && isTextBox(child) && !hasTwin(child, at, good)))) {
          next = child;
        }
      }
      if (next == null) {
        return at;
      }
      at = next;
    }
  }

  private static boolean isContainer(Box box) {
    return switch (box.tag) {
      case "p", "li", "blockquote", "ul", "ol", "td", "tr", "pre" -> false;
      default -> true;
    };
  }

  private static boolean isTextBox(Box box) {
    return box.isNamed(FurnitureNames.ARTICLE_BODY)
        || box.isNamed(FurnitureNames.TEXT)
        || (box.isNamed(FurnitureNames.CONTENT) && box.isNamed(FurnitureNames.ARTICLE));
  }

  private boolean hasTwin(Box child, Box parent, double good) {
    for (int i = parent.index + 1; i < parent.end; i = page.boxes.get(i).end) {
      Box other = page.boxes.get(i);
      if (other != child
          && weights.good(other) >= TWIN * good
          && other.element.className().equals(child.element.className())) {
        return true;
      }
    }
    return false;
  }
}
