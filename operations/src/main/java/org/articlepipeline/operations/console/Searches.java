package org.articlepipeline.operations.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.articlepipeline.index.elasticsearch.ElasticsearchConnection;
import org.articlepipeline.index.indices.IndexNames;
import org.articlepipeline.index.search.FrontendSearch;

/** The searches of one page: asked through the alias, as a frontend does, and kept to be shown. */
final class Searches {
  private final FrontendSearch elasticsearch;
  private final List<Shown> shown = Collections.synchronizedList(new ArrayList<>());

  Searches(ElasticsearchConnection elasticsearch) {
    this.elasticsearch = new FrontendSearch(elasticsearch);
  }

  /** A request as it can be copied. */
  record Shown(String title, String request) {}

  /** A value that articles have, and how many have it. */
  record Bucket(String value, long count) {}

  JsonNode run(String title, ObjectNode body) {
    shown.add(
        new Shown(title, "POST " + IndexNames.ARTICLES + "/_search\n" + body.toPrettyString()));
    return elasticsearch.ask(body);
  }

  List<Shown> shown() {
    return List.copyOf(shown);
  }

  /**
   * @param aggregation one of terms
   */
  static List<Bucket> buckets(JsonNode aggregation) {
    List<Bucket> buckets = new ArrayList<>();
    aggregation
        .path("buckets")
        .forEach(
            bucket ->
                buckets.add(
                    new Bucket(bucket.path("key").asText(), bucket.path("doc_count").asLong())));
    return buckets;
  }
}
