package org.articlepipeline.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * The words in an element's class and id, split at case and at signs: "articleShare-bar" gives
 * article, share, bar. Only whole words are compared, for "formatted" is no form.
 */
final class NameTokens {

  private static final int MAX_NAME = 400;

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
          "wp",
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

  private NameTokens() {}

  static List<String> of(Element element) {
    if (!element.hasAttr("class") && !element.hasAttr("id")) {
      return List.of();
    }
    var tokens = new ArrayList<String>();
    for (String name : (cut(element.className()) + " " + cut(element.id())).split("\\s+")) {
      List<String> words = split(name);
      boolean state =
          words.size() > 1
              && (NOT_NAMES.contains(words.getFirst()) || LAYOUT_ENDS.contains(words.getLast()));
      if (!state) {
        tokens.addAll(words);
      }
    }
    return tokens;
  }

  static boolean any(List<String> tokens, Set<String> words) {
    for (String token : tokens) {
      if (words.contains(token)) {
        return true;
      }
    }
    return false;
  }

  static List<String> split(String name) {
    var words = new ArrayList<String>();
    int start = 0;
    for (int i = 0; i <= name.length(); i++) {
      boolean end = i == name.length() || !Character.isLetter(name.charAt(i));
      boolean hump =
          !end
              && i > start
              && Character.isUpperCase(name.charAt(i))
              && Character.isLowerCase(name.charAt(i - 1));
      if ((end || hump) && i > start) {
        words.add(name.substring(start, i).toLowerCase(Locale.ROOT));
      }
      if (end) {
        start = i + 1;
      } else if (hump) {
        start = i;
      }
    }
    return words;
  }

  private static String cut(String name) {
    return name.length() <= MAX_NAME ? name : name.substring(0, MAX_NAME);
  }
}
