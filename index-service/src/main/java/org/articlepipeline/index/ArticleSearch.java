package org.articlepipeline.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Full-text search as a frontend does it: through the alias that shows what may be seen. */
public final class ArticleSearch {
  private final ElasticsearchConnection elasticsearch;

  public ArticleSearch(ElasticsearchConnection elasticsearch) {
    this.elasticsearch = elasticsearch;
  }

  /**
   * One page of what was found, best first.
   *
   * @param total of all pages
   * @param tookMillis by Elasticsearch's own clock
   */
  public record Hits(long total, long tookMillis, List<Hit> hits) {}

  /**
   * One article.
   *
   * @param document as in {@link ArticleDocument}
   * @param highlights field to fragments, found words between {@code <em>} and {@code </em>}
   */
  public record Hit(
      String uri, double score, JsonNode document, Map<String, List<String>> highlights) {}

  /**
   * @param query words, "phrases", +must, -not, a|b, prefix*: never a syntax error
   * @throws ElasticsearchException when Elasticsearch does not answer or refuses
   */
  public Hits search(String query, int from, int size) {
    ObjectNode body = ElasticsearchConnection.JSON.createObjectNode();
    body.put("from", from).put("size", size).put("track_total_hits", true);
    ObjectNode words = body.putObject("query").putObject("simple_query_string");
    words.put("query", query).put("default_operator", "and");
    List.of(
            "headline^4",
            "headline.exact^2",
            "subheadline^2",
            "entityNames^2",
            "keywords.folded^2",
            "sections.folded",
            "authors.folded",
            "byline",
            "summary",
            "body")
        .forEach(words.withArrayProperty("fields")::add);
    ObjectNode highlight = body.putObject("highlight");
    highlight.put("number_of_fragments", 3).put("fragment_size", 150);
    highlight.putObject("fields").putObject("body");
    ((ObjectNode) highlight.path("fields")).putObject("headline").put("number_of_fragments", 0);
    JsonNode answer = elasticsearch.call("POST", "/" + IndexNames.ARTICLES + "/_search", body);
    List<Hit> hits = new ArrayList<>();
    answer.path("hits").path("hits").forEach(hit -> hits.add(hit(hit)));
    return new Hits(
        answer.path("hits").path("total").path("value").asLong(),
        answer.path("took").asLong(),
        List.copyOf(hits));
  }

  /**
   * What readers may see of one article, as soon as it is searchable.
   *
   * @throws ElasticsearchException when Elasticsearch does not answer or refuses
   */
  public Optional<JsonNode> find(String uri) {
    ObjectNode body = ElasticsearchConnection.JSON.createObjectNode();
    body.putObject("query").putObject("term").put("uri", uri);
    JsonNode answer = elasticsearch.call("POST", "/" + IndexNames.ARTICLES + "/_search", body);
    return Optional.of(answer.path("hits").path("hits").path(0).path("_source"))
        .filter(JsonNode::isObject);
  }

  /**
   * What the served index holds of an article, visible or not, at once after it was written.
   *
   * @throws ElasticsearchException when Elasticsearch does not answer or refuses
   */
  public Optional<JsonNode> stored(String uri) {
    String id = URLEncoder.encode(DocumentId.of(uri), StandardCharsets.UTF_8).replace("+", "%20");
    return elasticsearch
        .find("/" + IndexNames.ARTICLES_ALL + "/_doc/" + id)
        .map(found -> found.path("_source"))
        .filter(JsonNode::isObject);
  }

  private static Hit hit(JsonNode hit) {
    Map<String, List<String>> highlights = new LinkedHashMap<>();
    hit.path("highlight")
        .properties()
        .forEach(
            field -> {
              List<String> fragments = new ArrayList<>();
              field.getValue().forEach(fragment -> fragments.add(fragment.asText()));
              highlights.put(field.getKey(), List.copyOf(fragments));
            });
    JsonNode document = hit.path("_source");
    return new Hit(
        document.path("uri").asText(), hit.path("_score").asDouble(), document, highlights);
  }
}
