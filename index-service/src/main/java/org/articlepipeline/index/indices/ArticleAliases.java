package org.articlepipeline.index.indices;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.indices.UpdateAliasesRequest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.util.Set;
import java.util.TreeSet;
import org.articlepipeline.index.elasticsearch.ElasticsearchConnection;

/** The aliases through which articles are read and written. */
public final class ArticleAliases {
  private final ElasticsearchConnection elasticsearch;

  public ArticleAliases(ElasticsearchConnection elasticsearch) {
    this.elasticsearch = elasticsearch;
  }

  /** The indices behind the alias that frontends read: one, or none before the first start. */
  public Set<String> served() {
    return elasticsearch
        .find(client -> client.indices().getAlias(alias -> alias.name(IndexNames.ARTICLES)))
        .<Set<String>>map(found -> new TreeSet<>(found.aliases().keySet()))
        .orElse(Set.of());
  }

  /** All indices that can be written. */
  public Set<String> written() {
    return elasticsearch
        .find(client -> client.indices().getAlias(alias -> alias.name(IndexNames.writeAlias("-*"))))
        .<Set<String>>map(found -> new TreeSet<>(found.aliases().keySet()))
        .orElse(Set.of());
  }

  /**
   * Brings the aliases of the index that readers see up to date; doing it again changes nothing.
   *
   * @throws IllegalStateException when readers are on another index, or on several
   */
  public void requireServing(String index) {
    Set<String> served = served();
    if (!served.isEmpty() && !served.equals(Set.of(index))) {
      throw new IllegalStateException(
          "alias %s is on %s, but %s is the index that is served: POST _aliases so that it is on that one alone"
              .formatted(IndexNames.ARTICLES, String.join(" and ", served), index));
    }
    elasticsearch.call(client -> client.indices().updateAliases(serving(index).build()));
  }

  /** Readers see {@code to} instead of any other, in one step. */
  public void switchTo(String to) {
    UpdateAliasesRequest.Builder request = serving(to);
    served().stream()
        .filter(from -> !from.equals(to))
        .forEach(
            from -> {
              request.actions(a -> a.remove(alias -> alias.index(from).alias(IndexNames.ARTICLES)));
              request.actions(
                  a -> a.remove(alias -> alias.index(from).alias(IndexNames.ARTICLES_ALL)));
            });
    elasticsearch.call(client -> client.indices().updateAliases(request.build()));
  }

  /** One request, so that no reader sees a state between. */
  static UpdateAliasesRequest.Builder serving(String index) {
    return new UpdateAliasesRequest.Builder()
        .actions(
            a ->
                a.add(
                    alias ->
                        alias.index(index).alias(IndexNames.writeAlias(index)).isWriteIndex(true)))
        .actions(
            a -> a.add(alias -> alias.index(index).alias(IndexNames.ARTICLES).filter(visible())))
        .actions(a -> a.add(alias -> alias.index(index).alias(IndexNames.ARTICLES_ALL)));
  }

  /** For an index that is made. */
  static ObjectNode write(String index) {
    ObjectNode aliases = ElasticsearchConnection.JSON.createObjectNode();
    aliases.putObject(IndexNames.writeAlias(index)).put("is_write_index", true);
    return aliases;
  }

  static ObjectNode all(String index) {
    ObjectNode aliases = write(index);
    aliases.putObject(IndexNames.ARTICLES).set("filter", filter());
    aliases.putObject(IndexNames.ARTICLES_ALL);
    return aliases;
  }

  /** What readers of the alias see: usable, not expired, not a canary. */
  private static Query visible() {
    return Query.of(query -> query.withJson(new StringReader(filter().toString())));
  }

  private static JsonNode filter() {
    return IndexTemplate.json("articles-filter.json");
  }
}
