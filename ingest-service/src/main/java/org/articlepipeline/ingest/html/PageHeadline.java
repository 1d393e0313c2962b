package org.articlepipeline.ingest.html;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.articlepipeline.ingest.text.Apostrophes;
import org.articlepipeline.ingest.text.CharacterCleanup;
import org.articlepipeline.ingest.text.Headline;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The headline of a page. JSON-LD is trusted before OpenGraph, microdata and the title; but where
 * an h1 is what one of them starts with, the h1 is it, for it has no name of the site at its end.
 */
final class PageHeadline {

  private static final int MAX_H1 = 20;

  private static final Pattern SITE =
      Pattern.compile("^(.{15,}?)\\s(?:[|\u00B7\u2022\u00BB]|::|[-\u2013\u2014]) ?[^|]{2,40}$");

  private PageHeadline() {}

  static @Nullable String of(PageEvidence page, JsonLd jsonLd, MetaTags meta) {
    var candidates = new ArrayList<String>();
    candidates.addAll(jsonLd.texts("headline"));
    candidates.addAll(meta.first("og:title"));
    candidates.addAll(meta.microdata("headline"));
    candidates.addAll(meta.first("twitter:title", "dc.title", "title"));
    candidates.add(page.document.title());
    candidates.removeIf(c -> c.isBlank() || c.length() > 2 * Headline.MAX_LENGTH);
    List<String> h1s =
        page.h1s.stream()
            .limit(MAX_H1)
            .map(Element::text)
            .filter(t -> !t.isBlank() && t.length() <= Headline.MAX_LENGTH)
            .toList();
    for (String candidate : candidates) {
      for (String h1 : h1s) {
        String words = Headline.words(h1);
        if (!words.isEmpty()
            && Headline.words(candidate).startsWith(words)
            && 2 * words.length() >= candidate.length()) {
          return clean(h1);
        }
      }
    }
    if (candidates.isEmpty()) {
      return h1s.isEmpty() ? null : clean(h1s.getFirst());
    }
    return withoutSite(clean(candidates.getFirst()), meta.first("og:site_name"));
  }

  private static String withoutSite(String title, List<String> sites) {
    Matcher matcher = SITE.matcher(title);
    if (!matcher.matches()) {
      return title;
    }
    String start = matcher.group(1).strip();
    boolean named = sites.stream().anyMatch(s -> title.endsWith(s.strip()));
    return named || 2 * start.length() > title.length() ? start : title;
  }

  /** Some pages escape their titles twice. */
  private static String clean(String text) {
    String plain =
        text.indexOf('&') < 0 ? text : org.jsoup.parser.Parser.unescapeEntities(text, false);
    return Apostrophes.mend(CharacterCleanup.cleanLine(plain).strip());
  }
}
