package org.articlepipeline.enrich;

import static org.articlepipeline.enrich.Samples.article;
import static org.articlepipeline.enrich.Samples.surfaces;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.articlepipeline.enrich.entities.KnowledgeBaseRecognizer;
import org.articlepipeline.enrich.knowledge.KnowledgeBase;
import org.articlepipeline.enrich.metadata.DatesStep;
import org.articlepipeline.enrich.text.Analysis;
import org.articlepipeline.enrich.text.EnrichmentStep;
import org.articlepipeline.platform.ConfigException;
import org.articlepipeline.schemas.Alias;
import org.articlepipeline.schemas.AliasStrength;
import org.articlepipeline.schemas.Article;
import org.articlepipeline.schemas.EnrichedArticle;
import org.articlepipeline.schemas.EntityType;
import org.articlepipeline.schemas.Image;
import org.articlepipeline.schemas.NamedEntity;
import org.articlepipeline.schemas.PubStatus;
import org.articlepipeline.schemas.Removal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EnrichmentTest {
  private static final Instant PUBLISHED = Instant.parse("2026-02-28T20:00:00Z");
  private static final String BODY =
      """
      Nadia Brook opened the new harbour of Northgate on Monday. The harbour had been closed for two weeks.

      “We are glad,” Brook said. Northgate’s fishermen were glad too, but Alan Lane was not.\
      """;

  private final Enrichment enrichment =
      Enrichment.of(
          KnowledgeBase.of(
              List.of(
                  Samples.person("p:lane", "Alan Lane", "Lane"),
                  Samples.person("p:brook", "Nadia Brook", "Brook"),
                  Samples.place("l:gate", "Northgate"))));

  @Test
  void anArticleGetsAllThatStepsFind() {
    EnrichedArticle found = enrichment.enrich(full(), 3);

    assertThat(found.getLanguage()).isEqualTo("en");
    assertThat(found.getLanguageConfidence()).isGreaterThan(0.6);
    assertThat(found.getWordCount()).isEqualTo(33);
    assertThat(found.getReadTime()).isEqualTo(1);
    assertThat(found.getDatePublished()).isEqualTo(PUBLISHED);
    assertThat(found.getDateModified()).isEqualTo(PUBLISHED);
    assertThat(found.getContentHash()).matches("[0-9a-f]{64}");
    assertThat(found.getClusterUri()).isEqualTo("urn:test:1");
    assertThat(found.getClusterHead()).isTrue();
    assertThat(found.getEnrichmentRun()).isEqualTo(3);
    assertThat(found.getEnrichmentVersion()).isEqualTo(Enrichment.VERSION);
    assertThat(found.getPeople())
        .extracting(NamedEntity::getName)
        .containsExactly("Nadia Brook", "Alan Lane");
    assertThat(found.getPlaces()).extracting(NamedEntity::getName).containsExactly("Northgate");
  }

  @Test
  void anEntitySaysWhereItIsNamedAndHowMuchTheArticleIsAboutIt() {
    EnrichedArticle found = enrichment.enrich(full(), 0);

    NamedEntity brook = found.getPeople().getFirst();
    assertThat(brook.getUri()).isEqualTo("p:brook");
    assertThat(brook.getAliases()).containsExactly("Brook", "Nadia Brook");
    assertThat(surfaces(brook)).containsExactly("Nadia Brook", "Brook");
    assertThat(brook.getSalience()).isEqualTo(1.0);
    assertThat(brook.getConfidence()).isEqualTo(0.95);
    assertThat(brook.getEvidence()).isEqualTo("knowledge-base");
    assertThat(found.getPlaces().getFirst().getSalience()).isBetween(0.4, 0.7);
    assertThat(found.getPeople().getLast().getSalience()).isBetween(0.1, 0.3);
  }

  @Test
  void anEntityHasTheStrongNamesOfTheKnowledgeBaseThatTheArticleDoesNotSay() {
    List<Alias> names =
        Stream.concat(
                Stream.of(
                    new Alias("Brook", AliasStrength.WEAK),
                    new Alias("Nadia Jane Brook", AliasStrength.STRONG),
                    new Alias("Mayor of Northgate", AliasStrength.STRONG)),
                IntStream.range(0, 50).mapToObj(i -> new Alias("N B " + i, AliasStrength.STRONG)))
            .toList();
    Enrichment known =
        Enrichment.of(
            KnowledgeBase.of(
                List.of(
                    Samples.entity("p:brook", "Nadia Brook", EntityType.PERSON)
                        .setAliases(names)
                        .build())));
    Article article = full();
    article.setBody("Nadia Jane Brook opened the harbour.");

    List<String> others = known.enrich(article, 0).getPeople().getFirst().getAlternateNames();

    assertThat(others).hasSize(20).startsWith("Mayor of Northgate", "N B 0");
  }

  @Test
  void whatIngestFoundIsPublishedUnchanged() {
    Article article = full();
    EnrichedArticle found = enrichment.enrich(article, 0);

    for (String field :
        List.of(
            "uri",
            "revision",
            "source",
            "pubStatus",
            "type",
            "url",
            "canonicalUrl",
            "headline",
            "subheadline",
            "byline",
            "authors",
            "sections",
            "keywords",
            "images",
            "rights",
            "datePublished",
            "expires",
            "submittedAt",
            "ingestedAt",
            "body",
            "removals",
            "extra")) {
      assertThat(found.get(field)).as(field).isEqualTo(article.get(field)).isNotNull();
    }
  }

  @ParameterizedTest
  @EnumSource(value = PubStatus.class, names = "USABLE", mode = EnumSource.Mode.EXCLUDE)
  void anArticleThatMayNotBeSeenLosesItsContentAndKeepsItsRevision(PubStatus status) {
    Article article = full();
    article.setPubStatus(status);

    EnrichedArticle found = enrichment.enrich(article, 2);

    assertThat(found).isEqualTo(stub(article, 2));
    assertThat(found.toString()).doesNotContain("Brook", "harbour");
  }

  @Test
  void anExpiredArticleLosesItsContent() {
    Article article = full();
    article.setExpires(article.getIngestedAt());

    assertThat(enrichment.enrich(article, 0)).isEqualTo(stub(article, 0));
  }

  @Test
  void anArticleWithoutContentPasses() {
    Article article = article("urn:test:1", 9).setBody(null).setHeadline(null).build();

    assertThat(enrichment.enrich(article, 0)).isEqualTo(stub(article, 0));
  }

  @Test
  void theSameArticleGivesTheSameDocument() throws Exception {
    assertThat(enrichment.enrich(full(), 0).toByteBuffer())
        .isEqualTo(enrichment.enrich(full(), 0).toByteBuffer());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                            | 0 | 0",
        "One                           | 1 | 1",
        "A well-known man’s plan, no?  | 5 | 1",
        "In 2020 it cost $3.5 million  | 6 | 1",
        "U.S. – and others …           | 3 | 1",
        "我来了                         | 3 | 1",
      })
  void wordsAreWhatStandsBetweenSpaces(String body, int words, int minutes) {
    EnrichedArticle found = enrichment.enrich(article("", body), 0);

    assertThat(found.getWordCount()).isEqualTo(words);
    assertThat(found.getReadTime()).isEqualTo(minutes);
  }

  @ParameterizedTest
  @CsvSource({"200,1", "201,2", "400,2"})
  void readingTimeIsRoundedUp(int words, int minutes) {
    assertThat(enrichment.enrich(article("", "word ".repeat(words)), 0).getReadTime())
        .isEqualTo(minutes);
  }

  @Test
  void theHashTellsHeadlineFromBody() {
    assertThat(enrichment.enrich(article("a", "b\nc"), 0).getContentHash())
        .isNotEqualTo(enrichment.enrich(article("a", "b c"), 0).getContentHash())
        .isEqualTo(enrichment.enrich(article("a", "b\nc"), 7).getContentHash());
  }

  @Test
  void aModificationDateIsKept() {
    Article article = full();
    article.setDateModified(PUBLISHED.plusSeconds(60));

    assertThat(enrichment.enrich(article, 0).getDateModified())
        .isEqualTo(PUBLISHED.plusSeconds(60));
  }

  @Test
  void aStepThatFailsIsNamed() {
    EnrichmentStep broken =
        new EnrichmentStep() {
          @Override
          public String name() {
            return "broken";
          }

          @Override
          public void apply(Analysis analysis, EnrichedArticle.Builder result) {
            throw new IllegalStateException("on purpose");
          }
        };
    Enrichment failing =
        new Enrichment(List.of(new DatesStep(), broken), new SimpleMeterRegistry());

    assertThatThrownBy(() -> failing.enrich(full(), 0))
        .isInstanceOf(StepFailedException.class)
        .hasMessageContainingAll("'broken'", "on purpose");
  }

  @Test
  void stepsCanBeSwitchedOff() {
    List<EnrichmentStep> all =
        EnrichmentSteps.all(new KnowledgeBaseRecognizer(new KnowledgeBase()));
    Enrichment some =
        new Enrichment(
            EnrichmentSteps.without(List.of("language", "length"), all), new SimpleMeterRegistry());

    EnrichedArticle found = some.enrich(full(), 0);

    assertThat(found.getWordCount()).isZero();
    assertThat(found.getLanguage()).isEqualTo("en-GB");
    assertThatThrownBy(() -> EnrichmentSteps.without(List.of("languages"), all))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            "articles.enrich.steps-off: there is no step [languages]; steps are "
                + "[dates, language, length, readability, entities, quotes, summary, key-phrases, subjects, content-hash, cluster]");
  }

  @Test
  void theAnalysisAndEachStepHaveATimer() {
    SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    List<EnrichmentStep> all =
        EnrichmentSteps.all(new KnowledgeBaseRecognizer(new KnowledgeBase()));

    new Enrichment(all, metrics).enrich(full(), 0);

    Stream.concat(Stream.of("analysis"), all.stream().map(EnrichmentStep::name))
        .forEach(
            step ->
                assertThat(metrics.get("articles.enrich.step").tag("step", step).timer().count())
                    .as(step)
                    .isEqualTo(1));
  }

  private static Article full() {
    return article("urn:test:1", 5)
        .setUrl("https://example.org/1")
        .setCanonicalUrl("https://example.org/one")
        .setHeadline("Brook opens harbour")
        .setSubheadline("After two weeks")
        .setByline("By Ida Moss")
        .setAuthors(List.of("Ida Moss"))
        .setSections(List.of("News"))
        .setKeywords(List.of("harbour"))
        .setImages(List.of(Image.newBuilder().setUrl("https://example.org/1.jpg").build()))
        .setRights("All reserved")
        .setLanguage("en-GB")
        .setDatePublished(PUBLISHED)
        .setExpires(PUBLISHED.plusSeconds(1_000_000))
        .setBody(BODY)
        .setRemovals(List.of(new Removal("Share", "share-bar", 1.0)))
        .setExtra(Map.of("desk", "coast"))
        .build();
  }

  private static EnrichedArticle stub(Article article, int run) {
    return EnrichedArticle.newBuilder()
        .setUri(article.getUri())
        .setRevision(article.getRevision())
        .setEnrichmentRun(run)
        .setEnrichmentVersion(Enrichment.VERSION)
        .setSource(article.getSource())
        .setPubStatus(article.getPubStatus())
        .setExpires(article.getExpires())
        .setSubmittedAt(article.getSubmittedAt())
        .setIngestedAt(article.getIngestedAt())
        .setClusterUri(article.getUri())
        .build();
  }
}
