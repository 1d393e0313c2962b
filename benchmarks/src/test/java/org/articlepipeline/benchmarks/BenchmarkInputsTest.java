package org.articlepipeline.benchmarks;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.articlepipeline.ingest.Ingested;
import org.articlepipeline.schemas.Article;
import org.articlepipeline.schemas.EnrichedArticle;
import org.articlepipeline.schemas.NamedEntity;
import org.junit.jupiter.api.Test;

/** A benchmark of a page that is refused would be fast. */
class BenchmarkInputsTest {

  @Test
  void thePageIsAnArticleOfItsSize() {
    assertThat(NewsPage.html()).hasSize(NewsPage.SIZE).isEqualTo(NewsPage.html());

    Article article = article(new HtmlIngestBenchmark().ingest());

    assertThat(article.getHeadline()).startsWith("The harbour bridge opens again");
    assertThat(article.getAuthors()).containsExactly("Mara Lindqvist");
    assertThat(requireNonNull(article.getBody()).split("\n\n")).hasSizeBetween(30, 35);
  }

  @Test
  void theTextIsAnArticleOfItsSize() {
    assertThat(ScrapedText.text()).hasSize(ScrapedText.SIZE);

    Article article = article(new TextIngestBenchmark().ingest());

    assertThat(article.getByline()).isEqualTo("Mara Lindqvist");
    assertThat(article.getRemovals()).hasSizeGreaterThanOrEqualTo(3);
  }

  @Test
  void theArticleNamesWhatTheKnowledgeBaseHas() {
    var benchmark = new EnrichBenchmark();
    benchmark.write();

    EnrichedArticle found = benchmark.enrich();

    assertThat(found.getBody())
        .hasSizeBetween(benchmark.characters - 2, benchmark.characters + 300);
    assertThat(found.getLanguage()).isEqualTo("en");
    for (List<NamedEntity> entities :
        List.of(found.getPeople(), found.getOrganisations(), found.getPlaces())) {
      assertThat(entities)
          .filteredOn(e -> String.valueOf(e.getUri()).startsWith("urn:newsroom:"))
          .hasSizeGreaterThan(3);
    }
  }

  @Test
  void theKnowledgeBaseHasAsManyNamesAsAskedFor() {
    assertThat(GeneratedKnowledge.of(20_000).names()).isBetween(20_000, 20_003);
  }

  private static Article article(Ingested ingested) {
    return switch (ingested) {
      case Ingested.Accepted accepted -> accepted.article();
      case Ingested.Rejected(var rejection) -> throw new AssertionError(rejection.message());
    };
  }
}
