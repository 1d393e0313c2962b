package org.articlepipeline.index.indices;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.indices.UpdateAliasesRequest;
import co.elastic.clients.json.JsonpDeserializer;
import co.elastic.clients.transport.endpoints.SimpleJsonEndpoint;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.articlepipeline.index.elasticsearch.ElasticsearchConnection;
import org.articlepipeline.index.elasticsearch.ElasticsearchException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The index that is written and served: found or made at start, with its aliases. */
public final class ArticleIndex {
  private static final Logger LOG = LoggerFactory.getLogger(ArticleIndex.class);

  /** As it is on the wire: the client's own model would lose what it does not know. */
  private static final SimpleJsonEndpoint<String, JsonNode> DEFINITION =
      new SimpleJsonEndpoint<>(
          "indices.get",
          index -> "GET",
          index -> "/" + index,
          index -> Map.of(),
          index -> Map.of(),
          index -> Map.of(),
          false,
          JsonpDeserializer.of(JsonNode.class));

  private final ElasticsearchConnection elasticsearch;
  private final IndexTemplate template;

  public ArticleIndex(ElasticsearchConnection elasticsearch, IndexTemplate template) {
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
  public String prepare(Consumer<String> beforeCreate) {
    String index = served().orElse(IndexNames.FIRST_INDEX);
    boolean exists =
        elasticsearch.call(client -> client.indices().exists(i -> i.index(index))).value();
    if (exists) {
      List<String> differences = differences(index);
      if (!differences.isEmpty()) {
        throw new MappingRefusedException(index, differences);
      }
    }
    template.put(elasticsearch);
    if (!exists) {
      beforeCreate.accept(index);
      elasticsearch.call(client -> client.indices().create(i -> i.index(index)));
      LOG.atInfo().addKeyValue("index", index).log("index created");
    }
    elasticsearch.call(client -> client.indices().updateAliases(aliases(index)));
    return index;
  }

  /** The index behind the alias that frontends read. */
  private Optional<String> served() {
    Set<String> indices =
        elasticsearch
            .find(client -> client.indices().getAlias(alias -> alias.name(IndexNames.ARTICLES)))
            .map(found -> found.aliases().keySet())
            .orElse(Set.of());
    if (indices.size() > 1) {
      throw new IllegalStateException(
          "alias %s is on several indices (%s): leave it on one"
              .formatted(IndexNames.ARTICLES, indices));
    }
    return indices.stream().findFirst();
  }

  private List<String> differences(String index) {
    JsonNode live =
        elasticsearch
            .call(
                client ->
                    client
                        ._transport()
                        .performRequest(index, DEFINITION, client._transportOptions()))
            .path(index);
    List<String> differences =
        new ArrayList<>(
            MappingDifference.between("mapping", live.path("mappings"), template.mappings()));
    differences.addAll(
        MappingDifference.between(
            "analysis", live.path("settings").path("index").path("analysis"), template.analysis()));
    return differences;
  }

  /** One request, so that no reader sees a state between. */
  static UpdateAliasesRequest aliases(String index) {
    return UpdateAliasesRequest.of(
        request ->
            request
                .actions(
                    a ->
                        a.add(
                            alias ->
                                alias
                                    .index(index)
                                    .alias(IndexNames.writeAlias(index))
                                    .isWriteIndex(true)))
                .actions(
                    a ->
                        a.add(
                            alias ->
                                alias.index(index).alias(IndexNames.ARTICLES).filter(visible())))
                .actions(a -> a.add(alias -> alias.index(index).alias(IndexNames.ARTICLES_ALL))));
  }

  /** What readers of the alias see: usable, not expired, not a canary. */
  private static Query visible() {
    return Query.of(
        query ->
            query.withJson(
                new StringReader(IndexTemplate.json("articles-filter.json").toString())));
  }
}
