package org.articlepipeline.operations.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.articlepipeline.index.document.DocumentId;
import org.articlepipeline.operations.cluster.Json;

/** A newsroom's search as its frontend would build it, with the queries that it asks. */
final class SearchPages {
  private static final Recipe HEADLINES = Recipe.named("headlines");
  private static final Recipe PEOPLE = Recipe.named("people");
  private static final Recipe MORE_LIKE_THIS = Recipe.named("more-like-this");
  private static final Recipe ABOUT = Recipe.named("entity-about");
  private static final Recipe NEWEST = Recipe.named("entity-newest");
  private static final Recipe STORY = Recipe.named("story");

  private static final int LONGEST_PREFIX = 100;

  private final Site site;

  SearchPages(Site site) {
    this.site = site;
  }

  /** What is chosen of a facet, or may be. */
  record FacetView(SearchForm.Facet facet, String chosen, List<Searches.Bucket> buckets) {}

  /**
   * Hits.
   *
   * @param nearly nothing has the words, these have nearly the same ones
   */
  record Hits(long total, long millis, boolean nearly, List<Found> found, List<FacetView> facets) {
    static final Hits NONE = new Hits(0, 0, false, List.of(), List.of());
  }

  /** The page of hits. */
  record Results(Frame frame, SearchForm form, Hits hits, List<Searches.Shown> queries) {
    boolean hasNext() {
      return form.page() * (long) SearchForm.PAGE < hits.total();
    }
  }

  /** One article with others like it. */
  record Article(
      Frame frame,
      JsonNode article,
      List<Named> names,
      List<Found> alike,
      List<Searches.Shown> queries) {
    List<String> paragraphs() {
      return List.of(article.path("body").asText("").split("\n\n"));
    }

    /** Only what a browser may follow; the text of a link is not trusted. */
    String link() {
      String url = article.path("url").asText("");
      return url.startsWith("https://") || url.startsWith("http://") ? url : "";
    }
  }

  /** An entity of an article; without a uri when no knowledge base knows it. */
  record Named(String kind, String name, String uri) {}

  /** The articles of an entity, or of a story. */
  record Listing(
      Frame frame,
      String uri,
      String about,
      List<Found> first,
      String then,
      List<Found> second,
      List<Searches.Bucket> with,
      List<Searches.Shown> queries) {}

  Reply search(Exchange exchange) {
    var form = new SearchForm(exchange.query());
    var searches = new Searches(site.backend().elasticsearch());
    Answer<Hits> hits = new Questions().ask("Elasticsearch", () -> hits(form, searches)).answer();
    return site.page(
        "search",
        new Results(
            site.frame(exchange, "Search", hits), form, hits.or(Hits.NONE), searches.shown()));
  }

  private static Hits hits(SearchForm form, Searches searches) {
    JsonNode answer = searches.run("The search", form.query());
    boolean nearly = total(answer) == 0 && !form.words().isEmpty();
    if (nearly) {
      answer = searches.run("Nothing found: nearly the same words", form.nearlyQuery());
    }
    JsonNode facets = answer.path("aggregations");
    return new Hits(
        total(answer),
        answer.path("took").asLong(),
        nearly,
        withStories(Found.of(answer), searches),
        SearchForm.FACETS.stream()
            .map(
                facet ->
                    new FacetView(
                        facet, form.value(facet), Searches.buckets(facets.path(facet.name()))))
            .toList());
  }

  private static long total(JsonNode answer) {
    return answer.at("/hits/total/value").asLong();
  }

  /** How large the story of each is, asked for all at once. */
  private static List<Found> withStories(List<Found> found, Searches searches) {
    if (found.isEmpty()) {
      return found;
    }
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("size", 0);
    var uris = json.putObject("query").putObject("terms").putArray("clusterUri");
    found.forEach(hit -> uris.add(hit.clusterUri()));
    json.putObject("aggs")
        .putObject("stories")
        .putObject("terms")
        .put("field", "clusterUri")
        .put("size", SearchForm.PAGE);
    Map<String, Long> sizes =
        Searches.buckets(
                searches.run("How many articles each story has", json).at("/aggregations/stories"))
            .stream()
            .collect(Collectors.toMap(Searches.Bucket::value, Searches.Bucket::count));
    return found.stream()
        .map(hit -> hit.inStoryOf(sizes.getOrDefault(hit.clusterUri(), 1L)))
        .toList();
  }

  /** As the reader types: headlines and names. */
  Reply suggest(Exchange exchange) {
    String words = exchange.query().text("q");
    String typed = words.substring(0, Math.min(words.length(), LONGEST_PREFIX));
    var searches = new Searches(site.backend().elasticsearch());
    ObjectNode json = Json.MAPPER.createObjectNode();
    var suggestions = json.putArray("suggestions");
    if (!typed.isEmpty()) {
      Answer<Set<String>> found =
          new Questions().ask("Elasticsearch", () -> suggestions(typed, searches)).answer();
      found.orUnavailable().forEach(suggestions::add);
    }
    json.put(
        "queries",
        searches.shown().stream().map(Searches.Shown::request).collect(Collectors.joining("\n\n")));
    return Reply.json(json);
  }

  private static Set<String> suggestions(String typed, Searches searches) {
    Map<String, String> words = Map.of("WORDS", typed);
    Set<String> suggestions = new LinkedHashSet<>();
    Searches.buckets(
            searches.run("Names", PEOPLE.filled(words)).at("/aggregations/people/typed/names"))
        .forEach(bucket -> suggestions.add(bucket.value()));
    Found.of(searches.run("Headlines", HEADLINES.filled(words)))
        .forEach(found -> suggestions.add(found.article().path("headline").asText()));
    return suggestions;
  }

  Reply article(Exchange exchange) {
    String uri = exchange.query().text("uri");
    var searches = new Searches(site.backend().elasticsearch());
    ObjectNode one = Json.MAPPER.createObjectNode();
    one.putObject("query").putObject("term").put("uri", uri);
    Answer<List<Found>> found =
        new Questions()
            .ask("Elasticsearch", () -> Found.of(searches.run("The article", one)))
            .answer();
    JsonNode article =
        found.orUnavailable().stream()
            .findFirst()
            .orElseThrow(
                () ->
                    PageException.notFound(
                        "Readers see no article '%s'. Its journey says what became of it."
                            .formatted(uri)))
            .article();
    Map<String, String> values =
        Map.of("URI", DocumentId.of(uri), "CLUSTER_URI", article.path("clusterUri").asText(uri));
    Answer<List<Found>> alike =
        new Questions()
            .ask(
                "Elasticsearch",
                () -> Found.of(searches.run("More like this", MORE_LIKE_THIS.filled(values))))
            .answer();
    return site.page(
        "article",
        new Article(
            site.frame(exchange, article.path("headline").asText("Article"), alike),
            article,
            names(article),
            alike.or(List.of()),
            searches.shown()));
  }

  private static List<Named> names(JsonNode article) {
    List<Named> names = new ArrayList<>();
    for (String kind : List.of("people", "organisations", "places", "others")) {
      article
          .path(kind)
          .forEach(
              entity ->
                  names.add(
                      new Named(
                          kind, entity.path("name").asText(), entity.path("uri").asText(""))));
    }
    return names;
  }

  Reply entity(Exchange exchange) {
    String uri = exchange.query().text("uri");
    Map<String, String> values = Map.of("ENTITY_URI", uri);
    var searches = new Searches(site.backend().elasticsearch());
    var questions = new Questions();
    var askedAbout =
        questions.ask(
            "Elasticsearch",
            () -> Found.of(searches.run("People: most about it first", ABOUT.filled(values))));
    var askedNewest =
        questions.ask(
            "Elasticsearch",
            () -> searches.run("Newest first, and who is named with it", NEWEST.filled(values)));
    Answer<List<Found>> about = askedAbout.answer();
    Answer<JsonNode> newest = askedNewest.answer();
    return site.page(
        "listing",
        new Listing(
            site.frame(exchange, "Entity", about, newest),
            uri,
            "Most about it",
            about.or(List.of()),
            "Newest",
            newest.optional().map(Found::of).orElse(List.of()),
            newest
                .optional()
                .map(answer -> Searches.buckets(answer.at("/aggregations/with")))
                .orElse(List.of()),
            searches.shown()));
  }

  Reply story(Exchange exchange) {
    String uri = exchange.query().text("uri");
    var searches = new Searches(site.backend().elasticsearch());
    Answer<List<Found>> story =
        new Questions()
            .ask(
                "Elasticsearch",
                () ->
                    Found.of(
                        searches.run(
                            "The story, as it came", STORY.filled(Map.of("CLUSTER_URI", uri)))))
            .answer();
    return site.page(
        "listing",
        new Listing(
            site.frame(exchange, "Story", story),
            uri,
            "As it came",
            story.or(List.of()),
            "",
            List.of(),
            List.of(),
            searches.shown()));
  }
}
