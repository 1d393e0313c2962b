package org.articlepipeline.index.relevance;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch._types.Refresh;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.util.BinaryData;
import co.elastic.clients.util.ContentType;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.articlepipeline.embedded.EmbeddedStack;
import org.articlepipeline.embedded.UsesStack;
import org.articlepipeline.index.TestPipeline;
import org.articlepipeline.index.document.ArticleDocument;
import org.articlepipeline.index.document.DocumentId;
import org.articlepipeline.index.elasticsearch.ElasticsearchConnection;
import org.articlepipeline.index.indices.IndexSettings;
import org.articlepipeline.index.indices.IndexTemplate;
import org.articlepipeline.index.search.ArticleSearch;
import org.articlepipeline.index.search.JudgedQuery;
import org.articlepipeline.schemas.EnrichedArticle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What readers want is on the first page, in the right order. Its report is {@code
 * target/relevance.txt}. The queries were judged before the query was tuned; those held out were
 * never looked at.
 */
@UsesStack
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RelevanceIT {
  /** Of its own, and not of the articles' template: others search at the same time. */
  private static final String INDEX = "relevance-suite";

  private final TestPipeline pipeline;
  private final ElasticsearchConnection elasticsearch;
  private final Instant now = Instant.now();
  private final SampleArticles articles = SampleArticles.load(now);

  RelevanceIT(EmbeddedStack stack) {
    pipeline = new TestPipeline(stack);
    elasticsearch = pipeline.elasticsearch();
  }

  @BeforeAll
  void index() {
    String definition =
        IndexTemplate.articles(new IndexSettings(1, 0, "1s")).body().path("template").toString();
    elasticsearch.call(
        client ->
            client
                .indices()
                .create(create -> create.index(INDEX).withJson(new StringReader(definition))));
    BulkRequest.Builder bulk = new BulkRequest.Builder().index(INDEX).refresh(Refresh.True);
    for (EnrichedArticle article : articles.enriched()) {
      BinaryData document =
          BinaryData.of(ArticleDocument.toIndex(article, now), ContentType.APPLICATION_JSON);
      bulk.operations(
          op -> op.index(index -> index.id(DocumentId.of(article.getUri())).document(document)));
    }
    assertThat(elasticsearch.call(client -> client.bulk(bulk.build())).errors()).isFalse();
  }

  @AfterAll
  void remove() {
    elasticsearch.call(client -> client.indices().delete(delete -> delete.index(INDEX)));
    pipeline.close();
  }

  @Test
  void theFirstPageIsWhatReadersWant() {
    ArticleSearch search = new ArticleSearch(elasticsearch, INDEX);
    RelevanceReport report =
        new RelevanceReport(articles.queries().stream().map(query -> line(query, search)).toList());
    report.write(Path.of("target", "relevance.txt"));

    assertThat(report.mean(false)).as("see target/relevance.txt").isGreaterThan(0.885);
    assertThat(report.mean(true)).as("held out").isGreaterThan(0.87);
  }

  private static RelevanceReport.Line line(JudgedQuery query, ArticleSearch search) {
    List<String> hits =
        search.search(query.words(), 0, JudgedQuery.DEPTH).hits().stream()
            .map(ArticleSearch.Hit::uri)
            .toList();
    return new RelevanceReport.Line(query, query.ndcg(hits), hits);
  }
}
