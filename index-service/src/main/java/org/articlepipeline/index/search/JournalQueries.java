package org.articlepipeline.index.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.HitsMetadata;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
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
  private static final int MAX_REASONS = 100;

  private final ElasticsearchConnection elasticsearch;

  public JournalQueries(ElasticsearchConnection elasticsearch) {
    this.elasticsearch = elasticsearch;
  }

  /**
   * Which dead letters to list; null takes any.
   *
   * @param reason a {@code Reason}'s code
   * @param stage ingest, enrich or index
   * @param since written at this time or later
   */
  public record Filter(
      @Nullable String reason,
      @Nullable String stage,
      @Nullable String uri,
      @Nullable Instant since) {
    public static final Filter ALL = new Filter(null, null, null);

    public Filter(@Nullable String reason, @Nullable String stage, @Nullable String uri) {
      this(reason, stage, uri, null);
    }

    private List<Query> terms() {
      return Stream.of(term("reason", reason), term("stage", stage), term("uri", uri), time())
          .flatMap(Optional::stream)
          .toList();
    }

    private Optional<Query> time() {
      return Optional.ofNullable(since)
          .map(
              instant ->
                  Query.of(
                      query ->
                          query.range(
                              range ->
                                  range.date(date -> date.field("at").gte(instant.toString())))));
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

  /**
   * One page of many: what comes after the last entry of the one before costs the same on each.
   *
   * @param next where the next page begins, as {@code after}; null when this is the last
   */
  public record Slice(long total, List<DeadLetterEntry> entries, @Nullable String next) {}

  /**
   * Newest first.
   *
   * @param after {@link Slice#next} of the page before, null for the first
   * @throws IllegalArgumentException when {@code after} is none
   */
  public Slice deadLettersAfter(Filter filter, @Nullable String after, int size) {
    List<FieldValue> cursor = after == null ? List.of() : cursor(after);
    HitsMetadata<JsonNode> found =
        search(
            IndexNames.DEAD_LETTERS,
            search -> {
              search
                  .size(size)
                  .trackTotalHits(all -> all.enabled(true))
                  .query(query -> query.bool(bool -> bool.filter(filter.terms())))
                  .source(source -> source.filter(fields -> fields.excludes("value")));
              CURSOR.forEach(
                  (field, order) ->
                      search.sort(
                          by -> by.field(sort -> sort.field(field).order(order).missing("_last"))));
              return cursor.isEmpty() ? search : search.searchAfter(cursor);
            });
    List<co.elastic.clients.elasticsearch.core.search.Hit<JsonNode>> hits = found.hits();
    return new Slice(
        ArticleSearch.total(found),
        hits.stream().map(DeadLetterEntry::of).toList(),
        hits.size() < size ? null : text(hits.getLast().sort()));
  }

  /** Where a failed record was tells apart letters of the same millisecond. */
  private static final Map<String, SortOrder> CURSOR =
      new TreeMap<>(
          Map.of(
              "at", SortOrder.Desc,
              "offset", SortOrder.Desc,
              "partition", SortOrder.Asc,
              "topic", SortOrder.Asc));

  private static String text(List<FieldValue> sort) {
    return sort.stream().map(FieldValue::_toJsonString).collect(Collectors.joining("~"));
  }

  private static List<FieldValue> cursor(String text) {
    String[] parts = text.split("~", -1);
    if (parts.length != CURSOR.size()) {
      throw new IllegalArgumentException("no place in a list: " + text);
    }
    List<FieldValue> values = new ArrayList<>();
    for (String part : parts) {
      values.add(
          part.matches("\\d{1,18}") ? FieldValue.of(Long.parseLong(part)) : FieldValue.of(part));
    }
    return values;
  }

  /** All reasons that dead letters of this filter have, the most frequent first. */
  public List<DeadLetterGroup> deadLetterGroups(Filter filter) {
    Map<String, Aggregate> found =
        elasticsearch
            .call(
                client ->
                    client.search(
                        search ->
                            search
                                .index(IndexNames.DEAD_LETTERS + "-*")
                                .size(0)
                                .query(query -> query.bool(bool -> bool.filter(filter.terms())))
                                .aggregations(
                                    "reasons",
                                    by ->
                                        by.terms(terms -> terms.field("reason").size(MAX_REASONS))
                                            .aggregations(
                                                "stages", in -> in.terms(of -> of.field("stage")))
                                            .aggregations(
                                                "oldest", in -> in.min(of -> of.field("at")))
                                            .aggregations(
                                                "newest", in -> in.max(of -> of.field("at")))),
                        JsonNode.class))
            .aggregations();
    return JournalActivity.terms(found, "reasons").stream()
        .map(
            bucket ->
                new DeadLetterGroup(
                    bucket.key().stringValue(),
                    bucket.docCount(),
                    JournalActivity.counts(bucket.aggregations(), "stages"),
                    time(bucket.aggregations().get("oldest")),
                    time(bucket.aggregations().get("newest"))))
        .toList();
  }

  private static Instant time(@Nullable Aggregate found) {
    Double millis =
        found == null ? null : found.isMin() ? found.min().value() : found.max().value();
    return Instant.ofEpochMilli(millis == null ? 0 : millis.longValue());
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
