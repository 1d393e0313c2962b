package org.articlepipeline.ingest.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.articlepipeline.ingest.text.Byline;
import org.articlepipeline.ingest.text.CharacterCleanup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Who wrote a page, in the order of trust of {@link PageFacts}. */
final class PageAuthors {

  private static final int MAX = 20;
  private static final int MAX_NAME = 80;

  /** Each may hold much of the page. */
  private static final int MAX_PRINTED = 50;

  private static final Pattern NAMED =
      Pattern.compile("\\b(?:byline|author-?name|authors?)\\b", Pattern.CASE_INSENSITIVE);

  private PageAuthors() {}

  static List<String> of(PageEvidence page, JsonLd jsonLd, MetaTags meta) {
    List<String> names = clean(jsonLd.authors(), meta);
    if (names.isEmpty()) {
      names =
          clean(
              meta.first(
                  "author",
                  "article:author",
                  "parsely-author",
                  "sailthru.author",
                  "dc.creator",
                  "dcterms.creator",
                  "dc.contributor",
                  "byl"),
              meta);
    }
    if (names.isEmpty()) {
      names = clean(meta.microdata("author"), meta);
    }
    return names.isEmpty() ? clean(printed(page.document), meta) : names;
  }

  private static List<String> printed(Document document) {
    return document.stream()
        .filter(PageAuthors::isNamedAuthor)
        .limit(MAX_PRINTED)
        .map(element -> Byline.withoutBy(CharacterCleanup.cleanLine(element.text()).strip()))
        .filter(text -> text.indexOf(' ') > 0 && Byline.isByline(text))
        .findFirst()
        .stream()
        .toList();
  }

  private static boolean isNamedAuthor(Element element) {
    return element.attributesSize() > 0
        && (element.attr("rel").equalsIgnoreCase("author")
            || NAMED.matcher(element.attr("class")).find());
  }

  private static List<String> clean(List<String> found, MetaTags meta) {
    List<String> sites = meta.first("og:site_name");
    var names = new ArrayList<String>();
    for (String text : found) {
      String line = Byline.withoutBy(CharacterCleanup.cleanLine(text).strip());
      boolean many = Byline.isByline(line) && !Byline.authors(line).isEmpty();
      for (String name : many ? Byline.authors(line) : List.of(line)) {
        if (isName(name) && !names.contains(name) && names.size() < MAX && !sites.contains(name)) {
          names.add(name);
        }
      }
    }
    return names;
  }

  private static boolean isName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return !name.isBlank()
        && name.length() <= MAX_NAME
        && !lower.startsWith("http")
        && !lower.contains("www.")
        && !lower.contains("@")
        && name.codePoints().anyMatch(Character::isLetter)
        && !Byline.isLogin(name);
  }
}
