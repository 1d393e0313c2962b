package org.articlepipeline.index.search;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.get.GetResult;
import co.elastic.clients.elasticsearch.core.search.Highlight;
import co.elastic.clients.elasticsearch.core.search.HighlightField;
import co.elastic.clients.elasticsearch.core.search.HitsMetadata;
import co.elastic.clients.elasticsearch.core.search.SourceConfig;
import co.elastic.clients.elasticsearch.core.search.TotalHits;
import co.elastic.clients.util.NamedValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.articlepipeline.index.document.ArticleDocument;
import org.articlepipeline.index.document.DocumentId;
import org.articlepipeline.index.elasticsearch.ElasticsearchConnection;
import org.articlepipeline.index.elasticsearch.ElasticsearchException;
import org.articlepipeline.index.indices.IndexNames;

/** Full-text search as a frontend does it: through the alias that shows what may be seen. */
public final class ArticleSearch {
  /** Without what only the audit reads. */
  private static final SourceConfig AS_DOCUMENTED =
      SourceConfig.of(
          source -> source.filter(fields -> fields.excludes(ArticleDocument.AUDIT_FIELDS)));

  private static final Highlight HIGHLIGHT =
      Highlight.of(
          highlight ->
              highlight
                  .numberOfFragments(3)
                  .fragmentSize(150)
                  .fields(
                      NamedValue.of("body", HighlightField.of(field -> field)),
                      NamedValue.of(
                          "headline", HighlightField.of(field -> field.numberOfFragments(0)))));

  private final ElasticsearchConnection elasticsearch;
  private final String index;

  public ArticleSearch(ElasticsearchConnection elasticsearch) {
    this(elasticsearch, IndexNames.ARTICLES);
  }

  /**
   * @param index another index or alias for {@link #search}, to compare
   */
  public ArticleSearch(ElasticsearchConnection elasticsearch, String index) {
    this.elasticsearch = elasticsearch;
    this.index = index;
  }

  /**
   * One page of what was found, best first.
   *
   * @param total of all pages
   * @param tookMillis by Elasticsearch's own clock
   * @param nearly nothing has the words, these have nearly the same ones
   */
  public record Hits(long total, long tookMillis, List<Hit> hits, boolean nearly) {}

  /**
   * One article.
   *
   * @param document as in {@link ArticleDocument}
   * @param highlights field to fragments, found words between {@code <em>} and {@code </em>}
   */
  public record Hit(
      String uri, double score, JsonNode document, Map<String, List<String>> highlights) {}

  /**
   * What has the words; when there is nothing, what has nearly the same words.
   *
   * @param query words, "phrases", +must, -not, a|b, prefix*: never a syntax error
   * @throws ElasticsearchException when Elasticsearch does not answer or refuses
   */
  public Hits search(String query, int from, int size) {
    Hits found = page(ArticleQuery.fullText(query), from, size, false);
    return found.total() > 0 ? found : page(ArticleQuery.misspelt(query), from, size, true);
  }

  private Hits page(Query query, int from, int size, boolean nearly) {
    SearchResponse<JsonNode> answer =
        elasticsearch.call(
            client ->
                client.search(
                    search ->
                        search
                            .index(index)
                            .from(from)
                            .size(size)
                            .trackTotalHits(all -> all.enabled(true))
                            .source(AS_DOCUMENTED)
                            .query(query)
                            .highlight(HIGHLIGHT),
                    JsonNode.class));
    return new Hits(
        total(answer.hits()),
        answer.took(),
        answer.hits().hits().stream().map(ArticleSearch::hit).toList(),
        nearly);
  }

  /**
   * What readers may see of one article, as soon as it is searchable.
   *
   * @throws ElasticsearchException when Elasticsearch does not answer or refuses
   */
  public Optional<JsonNode> find(String uri) {
    return elasticsearch
        .call(
            client ->
                client.search(
                    search ->
                        search
                            .index(IndexNames.ARTICLES)
                            .source(AS_DOCUMENTED)
                            .query(query -> query.term(term -> term.field("uri").value(uri))),
                    JsonNode.class))
        .hits()
        .hits()
        .stream()
        .map(ArticleSearch::source)
        .findFirst();
  }

  /**
   * What the served index holds of an article, visible or not, at once after it was written.
   *
   * @throws ElasticsearchException when Elasticsearch does not answer or refuses
   */
  public Optional<JsonNode> stored(String uri) {
    return elasticsearch
        .find(
            client ->
                client.get(
                    get -> get.index(IndexNames.ARTICLES_ALL).id(DocumentId.of(uri)),
                    JsonNode.class))
        .map(GetResult::source);
  }

  static long total(HitsMetadata<?> hits) {
    TotalHits total = hits.total();
    return total == null ? 0 : total.value();
  }

  static JsonNode source(co.elastic.clients.elasticsearch.core.search.Hit<JsonNode> hit) {
    return Objects.requireNonNullElse(hit.source(), MissingNode.getInstance());
  }

  private static Hit hit(co.elastic.clients.elasticsearch.core.search.Hit<JsonNode> hit) {
    JsonNode document = source(hit);
    return new Hit(
        document.path("uri").asText(),
        Objects.requireNonNullElse(hit.score(), 0.0),
        document,
        hit.highlight());
  }
}
