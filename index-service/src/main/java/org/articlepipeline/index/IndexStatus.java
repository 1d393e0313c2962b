package org.articlepipeline.index;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The pipeline's indices as they are now.
 *
 * @param indices article indices first, then those of receipts and dead letters, each by name
 */
public record IndexStatus(List<Index> indices) {
  /** Number of documents while no shard of the index is up. */
  public static final long UNKNOWN = -1;

  /**
   * One index.
   *
   * @param documents nested ones not counted; {@link #UNKNOWN} while no shard is up
   * @param bytes on disk, replicas included
   * @param health green, yellow or red
   * @param mappingVersion 0 when the index does not say
   * @param mappingHash SHA-256, empty when the index does not say
   * @param serving whether the alias {@code articles} reads it
   * @param consumerGroup the group that fills it, empty for an index of the journal
   */
  public record Index(
      String name,
      long documents,
      long bytes,
      String health,
      List<String> aliases,
      int mappingVersion,
      String mappingHash,
      boolean serving,
      String consumerGroup) {}

  /**
   * @throws ElasticsearchException when Elasticsearch does not answer or refuses
   */
  public static IndexStatus read(ElasticsearchConnection elasticsearch) {
    String patterns = "articles-*,article-receipts-*,dead-letters-*";
    JsonNode definitions =
        elasticsearch.call(
            "GET",
            "/" + patterns + "?filter_path=*.aliases.*,*.mappings._meta,*.settings.index.uuid",
            null);
    JsonNode stats =
        elasticsearch.call(
            "GET",
            "/"
                + patterns
                + "/_stats/docs,store?filter_path=indices.*.health,indices.*.total.store.size_in_bytes",
            null);
    List<Index> indices = new ArrayList<>();
    definitions
        .properties()
        .forEach(
            index ->
                indices.add(
                    index(
                        index.getKey(),
                        index.getValue(),
                        stats.path("indices").path(index.getKey()),
                        count(elasticsearch, index.getKey()))));
    indices.sort(
        Comparator.comparing((Index index) -> index.consumerGroup().isEmpty())
            .thenComparing(Index::name));
    return new IndexStatus(List.copyOf(indices));
  }

  /** Counted by search: statistics count every nested document as one of its own. */
  private static long count(ElasticsearchConnection elasticsearch, String index) {
    try {
      return elasticsearch.call("GET", "/" + index + "/_count", null).path("count").asLong();
    } catch (ElasticsearchException e) {
      if (e.status() == Outcome.UNAVAILABLE) {
        return UNKNOWN;
      }
      throw e;
    }
  }

  private static Index index(String name, JsonNode definition, JsonNode stats, long documents) {
    List<String> aliases = new ArrayList<>();
    definition.path("aliases").fieldNames().forEachRemaining(aliases::add);
    JsonNode meta = definition.path("mappings").path("_meta");
    return new Index(
        name,
        documents,
        stats.path("total").path("store").path("size_in_bytes").asLong(),
        stats.path("health").asText(""),
        List.copyOf(aliases),
        meta.path("version").asInt(),
        meta.path("hash").asText(""),
        aliases.contains(IndexNames.ARTICLES),
        name.startsWith("articles-") ? IndexNames.consumerGroup(name) : "");
  }
}
