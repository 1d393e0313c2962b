package org.articlepipeline.ingest.html;

import java.util.HashSet;
import java.util.Set;
import org.articlepipeline.ingest.text.Headline;
import org.jsoup.nodes.Element;

/**
 * What a page gives as its headline, compared by words alone: it is repeated in other typography.
 */
public final class Headlines {

  private static final Set<String> META = Set.of("og:title", "twitter:title", "title");
  private static final int MAX = 20;

  private final Set<String> titles = new HashSet<>();
  private final Set<String> h1s = new HashSet<>();

  public Headlines(PageEvidence page) {
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
  public boolean isOne(String line) {
    return isIn(titles, line) || isIn(h1s, line);
  }

  private static boolean isIn(Set<String> candidates, String line) {
    if (line.length() > Headline.MAX_LENGTH) {
      return false;
    }
    String words = Headline.words(line);
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
    if (headlines.size() < MAX && title.length() <= Headline.MAX_LENGTH) {
      String words = Headline.words(title);
      if (!words.isEmpty()) {
        headlines.add(words);
      }
    }
  }
}
