package org.articlepipeline.index.audit;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.Time;
import co.elastic.clients.elasticsearch._types.query_dsl.FieldAndFormat;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.get.GetResult;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.json.JsonData;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.articlepipeline.index.document.ArticleDocument;
import org.articlepipeline.index.document.DocumentId;
import org.articlepipeline.index.document.Fingerprint;
import org.articlepipeline.index.document.Indexable;
import org.articlepipeline.index.elasticsearch.ElasticsearchConnection;

/** What one index holds, without its content. */
final class IndexDocuments {
  private static final int PAGE = 10_000;
  private static final int GET = 500;
  private static final Time KEEP = Time.of(time -> time.time("1m"));
  private static final List<String> FIELDS =
      Stream.concat(Stream.of("uri"), ArticleDocument.AUDIT_FIELDS.stream()).toList();
  private static final List<String> SOURCE =
      Stream.concat(Stream.of("revision", "enrichmentRun"), FIELDS.stream()).toList();
  private static final List<FieldAndFormat> DOC_VALUES =
      FIELDS.stream().map(name -> FieldAndFormat.of(field -> field.field(name))).toList();

  private final ElasticsearchConnection elasticsearch;
  private final String index;

  IndexDocuments(ElasticsearchConnection elasticsearch, String index) {
    this.elasticsearch = elasticsearch;
    this.index = index;
  }

  /**
   * A document.
   *
   * @param version by its revision and enrichment run; 0 when it was found by a search
   * @param written Elasticsearch's own, which is higher when somebody else has written it
   */
  record Held(String uri, long version, long written, long hashA, long hashB) {
    boolean is(Fingerprint fingerprint) {
      return hashA == fingerprint.hashA() && hashB == fingerprint.hashB();
    }
  }

  void refresh() {
    elasticsearch.call(client -> client.indices().refresh(r -> r.index(index)));
  }

  /** All that are searchable, from doc values, page by page. */
  void inBuckets(BitSet buckets, Consumer<Held> each) {
    Query query =
        Query.of(
            q ->
                q.terms(
                    terms ->
                        terms
                            .field(ArticleDocument.AUDIT_BUCKET)
                            .terms(
                                values ->
                                    values.value(
                                        buckets.stream().mapToObj(FieldValue::of).toList()))));
    String pit =
        elasticsearch
            .call(client -> client.openPointInTime(open -> open.index(index).keepAlive(KEEP)))
            .id();
    try {
      List<FieldValue> after = List.of();
      List<Hit<Void>> page;
      do {
        page = page(query, pit, after).hits().hits();
        page.forEach(hit -> each.accept(held(hit)));
        after = page.isEmpty() ? after : page.getLast().sort();
      } while (page.size() == PAGE);
    } finally {
      elasticsearch.call(client -> client.closePointInTime(close -> close.id(pit)));
    }
  }

  private SearchResponse<Void> page(Query query, String pit, List<FieldValue> after) {
    return elasticsearch.call(
        client ->
            client.search(
                search -> {
                  if (!after.isEmpty()) {
                    search.searchAfter(after);
                  }
                  return search
                      .pit(p -> p.id(pit).keepAlive(KEEP))
                      .size(PAGE)
                      .query(query)
                      .source(source -> source.fetch(false))
                      .docvalueFields(DOC_VALUES)
                      .sort(by -> by.field(field -> field.field("_shard_doc")))
                      .trackTotalHits(total -> total.enabled(false));
                },
                Void.class));
  }

  private static Held held(Hit<Void> hit) {
    Map<String, JsonData> fields = hit.fields();
    return new Held(
        first(fields, "uri").asText(),
        0,
        0,
        first(fields, ArticleDocument.AUDIT_HASH_A).asLong(),
        first(fields, ArticleDocument.AUDIT_HASH_B).asLong());
  }

  private static JsonNode first(Map<String, JsonData> fields, String name) {
    return Objects.requireNonNull(fields.get(name), name).to(JsonNode.class).path(0);
  }

  /** By uri, as they are this moment, searchable or not; what is not there is left out. */
  Map<String, Held> get(Collection<String> uris) {
    Map<String, Held> found = new HashMap<>();
    List<String> all = List.copyOf(uris);
    for (int from = 0; from < all.size(); from += GET) {
      List<String> some = all.subList(from, Math.min(all.size(), from + GET));
      elasticsearch
          .call(
              client ->
                  client.mget(
                      get ->
                          get.index(index)
                              .ids(some.stream().map(DocumentId::of).toList())
                              .sourceIncludes(SOURCE),
                      JsonNode.class))
          .docs()
          .forEach(
              item -> {
                if (item.isResult() && item.result().found()) {
                  Held held = held(item.result());
                  found.put(held.uri(), held);
                }
              });
    }
    return found;
  }

  private static Held held(GetResult<JsonNode> result) {
    JsonNode source = Objects.requireNonNull(result.source(), "source");
    return new Held(
        source.path("uri").asText(),
        Indexable.version(source.path("revision").asLong(), source.path("enrichmentRun").asInt()),
        Objects.requireNonNullElse(result.version(), 0L),
        source.path(ArticleDocument.AUDIT_HASH_A).asLong(),
        source.path(ArticleDocument.AUDIT_HASH_B).asLong());
  }
}
