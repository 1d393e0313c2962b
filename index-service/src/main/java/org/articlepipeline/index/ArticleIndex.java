package org.articlepipeline.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The index that is written and served: found or made at start, with its aliases. */
final class ArticleIndex {
  private static final Logger LOG = LoggerFactory.getLogger(ArticleIndex.class);

  private final ElasticsearchConnection elasticsearch;
  private final IndexTemplate template;

  ArticleIndex(ElasticsearchConnection elasticsearch, IndexTemplate template) {
    this.elasticsearch = elasticsearch;
    this.template = template;
  }

  /**
   * Brings template, index and aliases about; doing it again changes nothing.
   *
   * @param beforeCreate gets the name of an index that is about to be made: it will be empty, so
   *     whatever an earlier index of that name had consumed must be consumed again
   * @return the index's name
   * @throws MappingRefusedException when the index that is there has another mapping; then nothing
   *     was changed
   * @throws ElasticsearchException when Elasticsearch does not answer or refuses
   */
  String prepare(Consumer<String> beforeCreate) {
    String index = served().orElse(IndexNames.FIRST_INDEX);
    boolean exists = elasticsearch.find("/" + index + "/_mapping").isPresent();
    if (exists) {
      List<String> differences = differences(index);
      if (!differences.isEmpty()) {
        throw new MappingRefusedException(index, differences);
      }
    }
    template.put(elasticsearch);
    if (!exists) {
      beforeCreate.accept(index);
      elasticsearch.call("PUT", "/" + index, null);
      LOG.atInfo().addKeyValue("index", index).log("index created");
    }
    elasticsearch.call("POST", "/_aliases", aliases(index));
    return index;
  }

  /** The index behind the alias that frontends read. */
  private Optional<String> served() {
    List<String> indices = new ArrayList<>();
    elasticsearch
        .find("/_alias/" + IndexNames.ARTICLES)
        .ifPresent(found -> found.fieldNames().forEachRemaining(indices::add));
    if (indices.size() > 1) {
      throw new IllegalStateException(
          "alias %s is on several indices (%s): leave it on one"
              .formatted(IndexNames.ARTICLES, indices));
    }
    return indices.stream().findFirst();
  }

  private List<String> differences(String index) {
    JsonNode live = elasticsearch.call("GET", "/" + index, null).path(index);
    List<String> differences =
        new ArrayList<>(
            MappingDifference.between("mapping", live.path("mappings"), template.mappings()));
    differences.addAll(
        MappingDifference.between(
            "analysis", live.path("settings").path("index").path("analysis"), template.analysis()));
    return differences;
  }

  /** One request, so that no reader sees a state between. */
  static ObjectNode aliases(String index) {
    ObjectNode body = ElasticsearchConnection.JSON.createObjectNode();
    ArrayNode actions = body.putArray("actions");
    add(actions, index, IndexNames.writeAlias(index)).put("is_write_index", true);
    add(actions, index, IndexNames.ARTICLES).set("filter", visible());
    add(actions, index, IndexNames.ARTICLES_ALL);
    return body;
  }

  /** What readers of the alias see: usable, not expired, not a canary. */
  static JsonNode visible() {
    return IndexTemplate.json("articles-filter.json");
  }

  private static ObjectNode add(ArrayNode actions, String index, String alias) {
    return actions.addObject().putObject("add").put("index", index).put("alias", alias);
  }
}
