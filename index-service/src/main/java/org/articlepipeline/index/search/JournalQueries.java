package org.articlepipeline.index.search;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.HitsMetadata;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.articlepipeline.index.elasticsearch.ElasticsearchConnection;
import org.articlepipeline.index.elasticsearch.ElasticsearchException;
import org.articlepipeline.index.indices.IndexNames;
import org.jspecify.annotations.Nullable;

/**
 * Receipts and dead letters as they were indexed, which is some seconds after they were written.
 * All methods throw {@link ElasticsearchException} when Elasticsearch does not answer or refuses.
 */
public final class JournalQueries {
  private static final int MAX_RECEIPTS = 1_000;

  private final ElasticsearchConnection elasticsearch;

  public JournalQueries(ElasticsearchConnection elasticsearch) {
    this.elasticsearch = elasticsearch;
  }

  /**
   * Which dead letters to list; null takes any.
   *
   * @param reason a {@code Reason}'s code
   * @param stage ingest, enrich or index
   */
  public record Filter(@Nullable String reason, @Nullable String stage, @Nullable String uri) {
    public static final Filter ALL = new Filter(null, null, null);

    private List<Query> terms() {
      return Stream.of(term("reason", reason), term("stage", stage), term("uri", uri))
          .flatMap(Optional::stream)
          .toList();
    }

    private static Optional<Query> term(String field, @Nullable String value) {
      return Optional.ofNullable(value).map(v -> JournalQueries.term(field, v));
    }
  }

  /**
   * One page.
   *
   * @param total of all pages
   */
  public record Page(long total, List<DeadLetterEntry> entries) {}

  /** The newest 1,000 receipts of an article, oldest first. */
  public List<ReceiptEntry> journey(String uri) {
    return search(
            IndexNames.RECEIPTS,
            search ->
                search
                    .size(MAX_RECEIPTS)
                    .query(term("uri", uri))
                    .sort(by -> by.field(at -> at.field("at").order(SortOrder.Desc))))
        .hits()
        .stream()
        .map(ReceiptEntry::of)
        .sorted(ReceiptEntry.BY_TIME)
        .toList();
  }

  /** Newest first. */
  public Page deadLetters(Filter filter, int from, int size) {
    HitsMetadata<JsonNode> found =
        search(
            IndexNames.DEAD_LETTERS,
            search ->
                search
                    .from(from)
                    .size(size)
                    .trackTotalHits(all -> all.enabled(true))
                    .query(query -> query.bool(bool -> bool.filter(filter.terms())))
                    .sort(by -> by.field(at -> at.field("at").order(SortOrder.Desc)))
                    .source(source -> source.filter(fields -> fields.excludes("value"))));
    return new Page(
        ArticleSearch.total(found), found.hits().stream().map(DeadLetterEntry::of).toList());
  }

  /** One with its value, by the id of an entry. */
  public Optional<DeadLetterEntry> deadLetter(String id) {
    return search(
            IndexNames.DEAD_LETTERS, search -> search.query(query -> query.ids(i -> i.values(id))))
        .hits()
        .stream()
        .map(DeadLetterEntry::of)
        .findFirst();
  }

  /** No index at all is no error: nothing was journaled yet. */
  private HitsMetadata<JsonNode> search(
      String prefix, UnaryOperator<SearchRequest.Builder> search) {
    return elasticsearch
        .call(
            client ->
                client.search(
                    request -> search.apply(request.index(prefix + "-*")), JsonNode.class))
        .hits();
  }

  private static Query term(String field, String value) {
    return Query.of(query -> query.term(term -> term.field(field).value(value)));
  }
}
