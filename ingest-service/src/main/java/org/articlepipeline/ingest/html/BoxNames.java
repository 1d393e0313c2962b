package org.articlepipeline.ingest.html;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * Reads the names of a page's boxes: their classes and ids, split at case and at signs, so that
 * "articleShare-bar" gives article, share, bar. Only whole words count, for "formatted" is no form.
 * A page uses a class many times; each is read once.
 */
final class BoxNames {

  /** In UTF-16 units: real ones are shorter. */
  private static final int MAX_NAMES = 400;

  /** Names that tell of a state, of a layout or of an article's own tags, not what the box is. */
  private static final Set<String> NOT_NAMES =
      Set.of(
          "has",
          "is",
          "no",
          "not",
          "with",
          "without",
          "tag",
          "category",
          "col",
          "cat",
          "hide",
          "js",
          "u",
          "t",
          "postid",
          "single",
          "page",
          "layout",
          "theme",
          "hentry",
          "et",
          "vc",
          "elementor",
          "template",
          "pagetype");

  private static final Set<String> LAYOUT_ENDS =
      Set.of("layout", "template", "enabled", "disabled", "visible", "active", "open", "closed");

  private static final Set<String> FURNITURE_ROLES =
      Set.of(
          "navigation",
          "complementary",
          "search",
          "contentinfo",
          "dialog",
          "alert",
          "alertdialog",
          "menu",
          "menubar",
          "toolbar",
          "tooltip",
          "tablist");

  private final Map<String, Integer> classes = new HashMap<>();

  /** The kinds of {@link FurnitureNames} that an element's attributes name. */
  int of(Element element) {
    if (element.attributesSize() == 0) {
      return 0;
    }
    int kinds = ofClass(element) | (isHiddenByAttribute(element) ? FurnitureNames.HIDDEN : 0);
    String id = element.id();
    if (!id.isEmpty()) {
      kinds |= kinds(id);
    }
    if (element.attr("itemprop").equalsIgnoreCase("articleBody")) {
      kinds |= FurnitureNames.ARTICLE_BODY;
    }
    String role = element.attr("role");
    if (!role.isEmpty() && FURNITURE_ROLES.contains(role.toLowerCase(Locale.ROOT))) {
      kinds |= FurnitureNames.ROLE;
    }
    return kinds;
  }

  boolean isHidden(Element element) {
    return element.attributesSize() > 0
        && (isHiddenByAttribute(element) || (ofClass(element) & FurnitureNames.HIDDEN) != 0);
  }

  /** Never a link: a word of a sentence may be one. */
  boolean isCaption(Element element) {
    String tag = element.normalName();
    return (tag.equals("span") || tag.equals("small"))
        && element.attributesSize() > 0
        && (ofClass(element) & FurnitureNames.CAPTION) != 0;
  }

  private static boolean isHiddenByAttribute(Element element) {
    if (element.hasAttr("hidden") || element.attr("aria-hidden").equalsIgnoreCase("true")) {
      return true;
    }
    String style = element.attr("style");
    if (style.isEmpty()) {
      return false;
    }
    String plain = style.replace(" ", "").toLowerCase(Locale.ROOT);
    return plain.contains("display:none") || plain.contains("visibility:hidden");
  }

  private int ofClass(Element element) {
    String names = element.attr("class");
    return names.isEmpty() ? 0 : classes.computeIfAbsent(names, BoxNames::kinds);
  }

  private static int kinds(String attribute) {
    int length = Math.min(attribute.length(), MAX_NAMES);
    int kinds = 0;
    int start = 0;
    while (start < length) {
      int end = start;
      while (end < length && attribute.charAt(end) > ' ') {
        end++;
      }
      if (end > start) {
        String name = attribute.substring(start, end);
        kinds |= kindsOfName(name);
        kinds |= FurnitureNames.isHidden(name) ? FurnitureNames.HIDDEN : 0;
      }
      start = end + 1;
    }
    return kinds;
  }

  private static int kindsOfName(String name) {
    int kinds = 0;
    int words = 0;
    boolean state = false;
    String word = "";
    int start = 0;
    for (int i = 0; i <= name.length(); i++) {
      boolean end = i == name.length() || !Character.isLetter(name.charAt(i));
      boolean hump = !end && i > start && isHump(name.charAt(i - 1), name.charAt(i));
      if ((end || hump) && i > start) {
        word = name.substring(start, i).toLowerCase(Locale.ROOT);
        kinds |= FurnitureNames.kinds(word);
        state |= words == 0 && NOT_NAMES.contains(word);
        words++;
      }
      start = end ? i + 1 : hump ? i : start;
    }
    if (words > 1 && (state || LAYOUT_ENDS.contains(word))) {
      return 0;
    }
    boolean aboutAuthor =
        (kinds & FurnitureNames.AUTHOR) != 0 && (kinds & FurnitureNames.AUTHOR_PART) != 0;
    return aboutAuthor ? kinds | FurnitureNames.STRONG : kinds;
  }

  private static boolean isHump(char before, char c) {
    return Character.isUpperCase(c) && Character.isLowerCase(before);
  }
}
