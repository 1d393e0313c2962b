package org.articlepipeline.index.indices;

import co.elastic.clients.elasticsearch._types.CommonStatsFlag;
import co.elastic.clients.elasticsearch.indices.stats.IndicesStats;
import co.elastic.clients.json.JsonData;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.articlepipeline.index.elasticsearch.ElasticsearchConnection;
import org.articlepipeline.index.elasticsearch.ElasticsearchException;
import org.articlepipeline.index.elasticsearch.HttpStatus;
import org.jspecify.annotations.Nullable;

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
   * @param state serving, filling or standby; empty for an index that no pipeline writes articles
   *     to
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
      String consumerGroup,
      String state) {}

  /**
   * @throws ElasticsearchException when Elasticsearch does not answer or refuses
   */
  public static IndexStatus read(ElasticsearchConnection elasticsearch) {
    List<String> patterns = List.of("articles-*", "article-receipts-*", "dead-letters-*");
    Map<String, co.elastic.clients.elasticsearch.indices.IndexState> definitions =
        elasticsearch.call(client -> client.indices().get(get -> get.index(patterns))).indices();
    Map<String, IndicesStats> stats =
        elasticsearch
            .call(
                client ->
                    client
                        .indices()
                        .stats(get -> get.index(patterns).metric(CommonStatsFlag.Store)))
            .indices();
    Optional<IndexState> state = new IndexStateStore(elasticsearch).find();
    return new IndexStatus(
        definitions.entrySet().stream()
            .map(
                index ->
                    index(
                        index.getKey(),
                        index.getValue(),
                        stats.get(index.getKey()),
                        count(elasticsearch, index.getKey()),
                        state
                            .flatMap(now -> now.entry(index.getKey()))
                            .map(entry -> entry.role().name().toLowerCase(Locale.ROOT))
                            .orElse("")))
            .sorted(
                Comparator.comparing((Index index) -> index.consumerGroup().isEmpty())
                    .thenComparing(Index::name))
            .toList());
  }

  /** Counted by search: statistics count every nested document as one of its own. */
  private static long count(ElasticsearchConnection elasticsearch, String index) {
    try {
      return elasticsearch.call(client -> client.count(of -> of.index(index))).count();
    } catch (ElasticsearchException e) {
      if (e.status() == HttpStatus.UNAVAILABLE) {
        return UNKNOWN;
      }
      throw e;
    }
  }

  private static Index index(
      String name,
      co.elastic.clients.elasticsearch.indices.IndexState definition,
      @Nullable IndicesStats stats,
      long documents,
      String state) {
    Set<String> aliases = definition.aliases().keySet();
    Map<String, JsonData> meta =
        definition.mappings() == null ? Map.of() : definition.mappings().meta();
    return new Index(
        name,
        documents,
        bytes(stats),
        stats == null || stats.health() == null ? "" : stats.health().jsonValue(),
        List.copyOf(aliases),
        meta.containsKey("version") ? meta.get("version").to(Integer.class) : 0,
        meta.containsKey("hash") ? meta.get("hash").to(String.class) : "",
        aliases.contains(IndexNames.ARTICLES),
        name.startsWith("articles-") ? IndexNames.consumerGroup(name) : "",
        state);
  }

  private static long bytes(@Nullable IndicesStats stats) {
    return stats == null || stats.total() == null || stats.total().store() == null
        ? 0
        : stats.total().store().sizeInBytes();
  }
}
