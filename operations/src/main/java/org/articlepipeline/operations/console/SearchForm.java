package org.articlepipeline.operations.console;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.articlepipeline.index.search.ArticleQuery;
import org.articlepipeline.operations.cluster.Json;

/** What a reader asks for, as the query of docs/searching.md. */
final class SearchForm {
  static final int PAGE = 10;

  /** As deep as Elasticsearch goes by page numbers. */
  private static final int MOST_PAGES = 1_000;

  /** Facets by the name of their field in the form: field of the index, and heading. */
  record Facet(String name, String field, String heading) {}

  static final List<Facet> FACETS =
      List.of(
          new Facet("person", "peopleNames", "People"),
          new Facet("organisation", "organisationNames", "Organisations"),
          new Facet("place", "placeNames", "Places"),
          new Facet("section", "sections", "Sections"),
          new Facet("source", "source", "Sources"),
          new Facet("language", "language", "Languages"));

  private final Fields fields;
  private final int page;

  SearchForm(Fields fields) {
    this.fields = fields;
    this.page = fields.number("page", 1, 1, MOST_PAGES);
  }

  String words() {
    return fields.text("q");
  }

  /** One article for each story, unless all are asked for. */
  boolean storiesOnly() {
    return !fields.text("all").equals("yes");
  }

  int page() {
    return page;
  }

  String pageAt(int number) {
    return fields.with("page", Integer.toString(number)).on("/search");
  }

  String with(Facet facet, String value) {
    return fields.with(facet.name(), value).with("page", null).on("/search");
  }

  String without(Facet facet) {
    return fields.with(facet.name(), null).with("page", null).on("/search");
  }

  String value(Facet facet) {
    return fields.text(facet.name());
  }

  /** Those that are chosen, for the form to keep. */
  Map<String, String> chosen() {
    Map<String, String> chosen = new LinkedHashMap<>();
    for (Facet facet : FACETS) {
      if (!value(facet).isEmpty()) {
        chosen.put(facet.name(), value(facet));
      }
    }
    return chosen;
  }

  ObjectNode query() {
    return query(words().isEmpty() ? null : ArticleQuery.fullTextJson(words()));
  }

  /** For when nothing has the words. */
  ObjectNode nearlyQuery() {
    return query(ArticleQuery.misspeltJson(words()));
  }

  private ObjectNode query(@org.jspecify.annotations.Nullable ObjectNode text) {
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("from", (page - 1) * PAGE).put("size", PAGE).put("track_total_hits", true);
    ObjectNode bool = json.putObject("query").putObject("bool");
    if (text != null) {
      bool.set("must", text);
      json.set("highlight", HIGHLIGHT);
    } else {
      ArrayNode sort = json.putArray("sort");
      sort.addObject().putObject("datePublished").put("order", "desc").put("missing", "_last");
      sort.addObject().put("uri", "asc");
    }
    ArrayNode filter = bool.putArray("filter");
    if (storiesOnly()) {
      filter.addObject().putObject("term").put("clusterHead", true);
    }
    ObjectNode facets = json.putObject("aggs");
    for (Facet facet : FACETS) {
      if (!value(facet).isEmpty()) {
        filter.addObject().putObject("term").put(facet.field(), value(facet));
      }
      facets.putObject(facet.name()).putObject("terms").put("field", facet.field()).put("size", 8);
    }
    return json;
  }

  private static final ObjectNode HIGHLIGHT = highlight();

  private static ObjectNode highlight() {
    ObjectNode json = Json.MAPPER.createObjectNode();
    ObjectNode fields = json.putObject("fields");
    fields
        .putObject("headline")
        .put("number_of_fragments", 0)
        .set("matched_fields", inAllLanguages("headline"));
    fields
        .putObject("body")
        .put("fragment_size", 150)
        .set("matched_fields", inAllLanguages("body"));
    return json;
  }

  private static ArrayNode inAllLanguages(String field) {
    return Json.MAPPER
        .createArrayNode()
        .add(field)
        .add("stemmed.de." + field)
        .add("stemmed.fr." + field)
        .add("stemmed.es." + field);
  }
}
