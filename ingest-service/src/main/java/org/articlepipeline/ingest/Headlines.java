package org.articlepipeline.ingest;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * What a page gives as its headline, compared by words alone: it is repeated in other typography.
 */
final class Headlines {

  private static final Pattern NOT_WORDS = Pattern.compile("[^\\p{L}\\p{N}]++");
  private static final Set<String> META = Set.of("og:title", "twitter:title", "title");
  private static final int MAX = 20;

  private final Set<String> titles = new HashSet<>();
  private final Set<String> h1s = new HashSet<>();

  Headlines(PageEvidence page) {
    add(titles, page.document.title());
    for (Element meta : page.metas) {
      if (META.contains(meta.attr("property")) || META.contains(meta.attr("name"))) {
        add(titles, meta.attr("content"));
      }
    }
    for (Element h1 : page.h1s) {
      add(h1s, h1.text());
    }
  }

  /** Whether a line is one of the page's titles, which may end with the name of the site. */
  boolean isTitle(String line) {
    return isIn(titles, line);
  }

  /** Whether a line is one of the page's titles or headings. */
  boolean isOne(String line) {
    return isIn(titles, line) || isIn(h1s, line);
  }

  private static boolean isIn(Set<String> candidates, String line) {
    if (line.length() > TakeHeadline.MAX_LENGTH) {
      return false;
    }
    String words = words(line);
    if (words.isEmpty()) {
      return false;
    }
    for (String candidate : candidates) {
      if (candidate.equals(words)
          || (candidate.startsWith(words + " ") && 10 * words.length() >= 6 * candidate.length())) {
        return true;
      }
    }
    return false;
  }

  private static void add(Set<String> headlines, String title) {
    if (headlines.size() < MAX && title.length() <= TakeHeadline.MAX_LENGTH) {
      String words = words(title);
      if (!words.isEmpty()) {
        headlines.add(words);
      }
    }
  }

  static String words(String line) {
    return NOT_WORDS.matcher(line.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }
}
