package org.articlepipeline.ingest.html;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.articlepipeline.ingest.draft.Draft;
import org.articlepipeline.ingest.draft.PageMetadata;
import org.articlepipeline.ingest.draft.Particulars;
import org.articlepipeline.ingest.text.CharacterCleanup;
import org.articlepipeline.ingest.text.MachineDate;
import org.articlepipeline.schemas.Removal;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What a page's markup says of its article. Each fact is taken from the first source that has it:
 *
 * <ol>
 *   <li>JSON-LD, the first object of an article's type, also in {@code @graph}: made for machines,
 *       and the most complete
 *   <li>OpenGraph ({@code og:}, {@code article:})
 *   <li>microdata ({@code itemprop})
 *   <li>other meta tags (author, date, Dublin Core, parsely, keywords)
 *   <li>what is printed: {@code <time>}, {@code rel=author}, bylines, {@code <title>}
 * </ol>
 *
 * <p>Two differ: the language is {@code <html lang>} first, the address {@code rel=canonical}
 * first.
 */
record PageFacts(
    @Nullable String headline,
    List<String> sections,
    List<String> keywords,
    @Nullable String language,
    @Nullable Instant published,
    @Nullable Instant modified,
    Particulars particulars) {

  private static final int MAX_NAMES = 30;
  private static final int MAX_NAME = 100;
  private static final int MAX_RIGHTS = 500;

  private static final Pattern LANGUAGE =
      Pattern.compile("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}");

  /**
   * @param url where the page was read, for relative addresses
   */
  static PageFacts of(PageEvidence page, @Nullable String url) {
    JsonLd jsonLd = JsonLd.of(page);
    var meta = new MetaTags(page);
    var urls = new PageUrls(url);
    return new PageFacts(
        PageHeadline.of(page, jsonLd, meta),
        names(
            jsonLd.texts("articleSection"),
            meta.first("article:section"),
            meta.microdata("articleSection"),
            meta.first("section", "parsely-section")),
        names(
            split(jsonLd.texts("keywords")),
            meta.first("article:tag"),
            split(meta.microdata("keywords")),
            split(meta.first("news_keywords", "keywords"))),
        language(page, jsonLd, meta),
        published(page, jsonLd, meta),
        MachineDate.first(
            join(
                jsonLd.texts("dateModified"),
                meta.first("article:modified_time", "og:updated_time"),
                meta.microdata("dateModified"),
                meta.first("last-modified", "dcterms.modified", "dc.date.modified", "lastmod"))),
        new Particulars(
            null,
            PageAuthors.of(page, jsonLd, meta),
            canonical(page, jsonLd, meta, urls),
            PageImages.of(jsonLd, meta, urls),
            rights(page, jsonLd, meta),
            null));
  }

  Draft draft(List<String> lines, List<Removal> removals) {
    List<String> authors = particulars.authors();
    String byline = authors.isEmpty() ? null : String.join(", ", authors);
    return new Draft(
        headline,
        language,
        new PageMetadata(published, modified, byline, sections, keywords),
        particulars,
        lines,
        removals);
  }

  private static @Nullable Instant published(PageEvidence page, JsonLd jsonLd, MetaTags meta) {
    Instant stated =
        MachineDate.first(
            join(
                jsonLd.texts("datePublished"),
                meta.first(
                    "article:published_time", "og:article:published_time", "og:published_time"),
                meta.microdata("datePublished"),
                jsonLd.texts("dateCreated"),
                meta.first(
                    "date",
                    "pubdate",
                    "publishdate",
                    "publish-date",
                    "dc.date.issued",
                    "dcterms.created",
                    "dc.date",
                    "dcterms.date",
                    "parsely-pub-date",
                    "sailthru.date",
                    "pdate",
                    "ptime",
                    "displaydate",
                    "created",
                    "originalpublicationdate",
                    "rnews:datepublished",
                    "cxenseparse:recs:publishtime",
                    "article.published",
                    "date.release")));
    if (stated != null) {
      return stated;
    }
    var times = new ArrayList<String>();
    for (Element time : page.times) {
      if (time.hasAttr("datetime") && times.size() < 3) {
        times.add(time.attr("datetime"));
      }
    }
    return MachineDate.first(times);
  }

  private static @Nullable String language(PageEvidence page, JsonLd jsonLd, MetaTags meta) {
    Element html = page.document.selectFirst("html");
    String own =
        html == null ? "" : html.hasAttr("lang") ? html.attr("lang") : html.attr("xml:lang");
    for (String text :
        join(
            List.of(own),
            jsonLd.texts("inLanguage"),
            meta.first("og:locale"),
            meta.microdata("inLanguage"),
            meta.first("content-language", "language", "dc.language"))) {
      String tag = text.strip().replace('_', '-');
      if (LANGUAGE.matcher(tag).matches()) {
        return tag;
      }
    }
    return null;
  }

  private static @Nullable String canonical(
      PageEvidence page, JsonLd jsonLd, MetaTags meta, PageUrls urls) {
    for (String text :
        join(
            page.link("canonical"),
            meta.first("og:url"),
            jsonLd.texts("url"),
            jsonLd.texts("mainEntityOfPage"))) {
      String url = urls.absolute(text);
      if (url != null) {
        return url;
      }
    }
    return null;
  }

  private static @Nullable String rights(PageEvidence page, JsonLd jsonLd, MetaTags meta) {
    for (String text :
        join(
            jsonLd.texts("copyrightNotice"),
            jsonLd.texts("license"),
            meta.first("copyright", "dcterms.rights", "dc.rights", "rights"),
            page.link("license"))) {
      String line = CharacterCleanup.cleanLine(text).strip();
      if (!line.isEmpty() && line.length() <= MAX_RIGHTS) {
        return line;
      }
    }
    return null;
  }

  @SafeVarargs
  private static List<String> names(List<String>... sources) {
    for (List<String> source : sources) {
      var names = new LinkedHashSet<String>();
      for (String text : source) {
        String name = CharacterCleanup.cleanLine(text).strip();
        if (!name.isEmpty() && name.length() <= MAX_NAME && names.size() < MAX_NAMES) {
          names.add(name);
        }
      }
      if (!names.isEmpty()) {
        return List.copyOf(names);
      }
    }
    return List.of();
  }

  private static List<String> split(List<String> texts) {
    return texts.stream().flatMap(t -> Stream.of(t.split("[,;\u3001\uFF0C]"))).toList();
  }

  @SafeVarargs
  private static List<String> join(List<String>... sources) {
    return Stream.of(sources).flatMap(List::stream).toList();
  }
}
