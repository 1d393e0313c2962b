package org.articlepipeline.index.indices;

import co.elastic.clients.elasticsearch._types.HealthStatus;
import co.elastic.clients.json.JsonpDeserializer;
import co.elastic.clients.transport.endpoints.SimpleJsonEndpoint;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.articlepipeline.index.elasticsearch.ElasticsearchConnection;
import org.articlepipeline.index.elasticsearch.ElasticsearchException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An index of articles: made, compared with what this version needs, tuned, deleted. */
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
  private final ArticleAliases aliases;

  public ArticleIndex(ElasticsearchConnection elasticsearch, IndexTemplate template) {
    this.elasticsearch = elasticsearch;
    this.template = template;
    this.aliases = new ArticleAliases(elasticsearch);
  }

  public boolean exists(String index) {
    return elasticsearch.call(client -> client.indices().exists(i -> i.index(index))).value();
  }

  /**
   * Makes the index that readers are to see, with its aliases, in one step.
   *
   * @param definition what differs from the template
   */
  public void createServing(String index, IndexDefinition definition) {
    ObjectNode body = definition.body(template);
    // Somebody may have put readers on another index by hand.
    body.set(
        "aliases",
        aliases.served().isEmpty() ? ArticleAliases.all(index) : ArticleAliases.write(index));
    create(index, body);
  }

  /**
   * Makes an index that is to be filled as fast as can be: nobody reads it, so it is not refreshed,
   * and it can be filled again, so it has no replicas.
   *
   * @throws ElasticsearchException when Elasticsearch does not answer, or refuses the definition
   */
  public void createFilling(String index, IndexDefinition definition) {
    ObjectNode body = definition.body(template);
    body.withObject("/settings").put("number_of_replicas", 0).put("refresh_interval", "-1");
    body.set("aliases", ArticleAliases.write(index));
    create(index, body);
  }

  private void create(String index, ObjectNode body) {
    template.put(elasticsearch);
    try {
      elasticsearch.call(
          client ->
              client
                  .indices()
                  .create(
                      create -> create.index(index).withJson(new StringReader(body.toString()))));
      LOG.atInfo().addKeyValue("index", index).log("index created");
    } catch (ElasticsearchException e) {
      // Another instance was faster.
      if (e.status() == 0 || !exists(index)) {
        throw e;
      }
    }
  }

  /**
   * @throws MappingRefusedException when the index has not the mapping that this version writes to
   */
  public void requireMapping(String index) {
    JsonNode live = definition(index);
    List<String> differences =
        new ArrayList<>(
            MappingDifference.between("mapping", live.path("mappings"), template.mappings()));
    differences.addAll(MappingDifference.between("analysis", analysis(live), template.analysis()));
    if (IndexDefinition.isCustom(live.path("mappings"))) {
      // Made with a mapping of the operator's own: it may say other things, not fewer.
      differences.removeIf(difference -> !MappingDifference.isMissingField(difference));
    }
    if (!differences.isEmpty()) {
      throw new MappingRefusedException(index, differences);
    }
  }

  /**
   * Settings that are not what is configured, in words. They hinder nobody, and some can only be
   * changed by a rebuild.
   */
  public List<String> otherSettings(String index) {
    ObjectNode live = definition(index).path("settings").path("index").deepCopy();
    ObjectNode needed = template.settings().deepCopy();
    needed.remove("analysis");
    live.remove("analysis");
    return MappingDifference.ofNeeded("setting", live, needed);
  }

  /** Replicas and refreshes as they are configured: what {@link #createFilling} left out. */
  public void serveable(String index) {
    JsonNode settings = template.settings();
    elasticsearch.call(
        client ->
            client
                .indices()
                .putSettings(
                    put ->
                        put.index(index)
                            .settings(
                                s ->
                                    s.numberOfReplicas(settings.path("number_of_replicas").asText())
                                        .refreshInterval(
                                            time ->
                                                time.time(
                                                    settings.path("refresh_interval").asText())))));
  }

  /** Names of all indices of articles, also of those that nobody writes. */
  public Set<String> names() {
    return elasticsearch
        .call(client -> client.indices().getAlias(alias -> alias.index("articles-*")))
        .aliases()
        .keySet();
  }

  /** Whether all its copies are there. */
  public boolean allocated(String index) {
    return elasticsearch.call(client -> client.cluster().health(h -> h.index(index))).status()
        == HealthStatus.Green;
  }

  /** What was written so far is found from now on. */
  public void refresh(List<String> indices) {
    elasticsearch.call(client -> client.indices().refresh(r -> r.index(indices)));
  }

  /** Nothing when it is gone already. */
  public void delete(String index) {
    elasticsearch.find(client -> client.indices().delete(delete -> delete.index(index)));
    LOG.atInfo().addKeyValue("index", index).log("index deleted");
  }

  private JsonNode definition(String index) {
    return elasticsearch
        .call(
            client ->
                client._transport().performRequest(index, DEFINITION, client._transportOptions()))
        .path(index);
  }

  private static JsonNode analysis(JsonNode live) {
    return live.path("settings").path("index").path("analysis");
  }
}
