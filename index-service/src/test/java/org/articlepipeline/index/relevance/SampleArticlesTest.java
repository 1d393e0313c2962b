package org.articlepipeline.index.relevance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.articlepipeline.index.search.JudgedQuery;
import org.articlepipeline.schemas.EnrichedArticle;
import org.junit.jupiter.api.Test;

/** The suite is as large as it says, and its held-out part stays what it was. */
final class SampleArticlesTest {
  private final SampleArticles articles = SampleArticles.load(Instant.now());

  @Test
  void everyArticleIsEnriched() {
    assertThat(articles.written()).hasSizeGreaterThanOrEqualTo(300);
    assertThat(articles.enriched())
        .extracting(EnrichedArticle::getUri)
        .containsExactlyElementsOf(articles.written().keySet());
  }

  @Test
  void aThirdOfTheQueriesIsHeldOut() {
    List<JudgedQuery> queries = articles.queries();

    assertThat(queries).extracting(JudgedQuery::words).doesNotHaveDuplicates().hasSize(111);
    assertThat(queries.stream().filter(JudgedQuery::heldOut)).hasSize(40);
  }
}
