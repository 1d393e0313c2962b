package org.articlepipeline.index.audit;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.util.BinaryData;
import co.elastic.clients.util.ContentType;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.articlepipeline.embedded.EmbeddedStack;
import org.articlepipeline.embedded.UsesStack;
import org.articlepipeline.index.Samples;
import org.articlepipeline.index.TestPipeline;
import org.articlepipeline.index.document.ArticleDocument;
import org.articlepipeline.index.elasticsearch.ElasticsearchConnection;
import org.articlepipeline.index.indices.IndexSettings;
import org.articlepipeline.index.indices.IndexTemplate;
import org.articlepipeline.schemas.EnrichedArticle;
import org.articlepipeline.schemas.NamedEntity;
import org.articlepipeline.schemas.PubStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A new index is refused for each reason that there is, and for no other. */
@UsesStack
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class QualityGateIT {
  private static final Duration GRACE = Duration.ofDays(30);
  private static final String SERVING = "articles-000801";
  private static final String CANDIDATE = "articles-000802";
  private static final int ARTICLES = 60;
  private static final List<String> TOWNS = List.of("Port Salvo", "Grimsay", "Lower Haven");

  private final TestPipeline pipeline;
  private final ElasticsearchConnection elasticsearch;
  private final List<EnrichedArticle> articles = new ArrayList<>();
  private final Map<Integer, Long> before;

  @TempDir Path folder;

  QualityGateIT(EmbeddedStack stack) {
    pipeline = new TestPipeline(stack);
    elasticsearch = pipeline.elasticsearch();
    before = pipeline.log().ends();
  }

  @BeforeAll
  void publish() {
    for (int i = 0; i < ARTICLES; i++) {
      String town = TOWNS.get(i % 3);
      articles.add(
          Samples.article("urn:gate:" + i, 1)
              .setSource("gate" + i % 2)
              .setPubStatus(i % 20 == 19 ? PubStatus.CANCELED : PubStatus.USABLE)
              .setHeadline("Mill number %d of %s turns".formatted(i, town))
              .setBody(
                  "Wheel and water, "
                      + "grain ".repeat(i % 7 + 1)
                      + i
                      + ". It stands in "
                      + town
                      + ".")
              .setKeywords(List.of("mills"))
              .setContentHash("hash" + i)
              .setPlaces(List.of(NamedEntity.newBuilder().setName(town).build()))
              .build());
    }
    pipeline.publishAll(articles);
    IndexTemplate.articles(new IndexSettings(1, 0, "1s")).put(elasticsearch);
    make(SERVING, "{}");
    articles.forEach(article -> write(SERVING, article));
    refresh(SERVING);
  }

  @AfterAll
  void clean() {
    delete(SERVING);
    pipeline.close();
  }

  @Test
  void anIndexThatIsAsGoodPassesAlsoWhenItWasFilledInAnotherOrder() {
    make(CANDIDATE, "{}");
    articles.reversed().forEach(article -> write(CANDIDATE, article));

    GateReport report = check(null);

    assertThat(report.checks())
        .extracting(GateReport.Check::name)
        .containsExactly("mapping", "counts", "coverage", "audit", "ranking");
    assertThat(report.lines()).allMatch(line -> line.startsWith("ok "));
    assertThat(report.passed()).isTrue();
    assertThat(report.lines().getLast()).contains("100 % of the first ten", "NDCG@10 1.000");
  }

  @Test
  void anArticleThatIsMissingIsCountedAndNamed() {
    make(CANDIDATE, "{}");
    articles.stream()
        .filter(article -> !article.getUri().equals("urn:gate:5"))
        .forEach(article -> write(CANDIDATE, article));

    GateReport report = check(null);

    assertThat(report.passed()).isFalse();
    assertThat(regressions(report, "counts"))
        .containsExactly(
            "pubStatus USABLE: 56 articles, before 57 (-1.8 %)",
            "source gate1: 26 articles, before 27 (-3.7 %)");
    assertThat(regressions(report, "audit")).containsExactly("missing: urn:gate:5");
  }

  @Test
  void anOlderRevisionIsRefusedByTheAuditAlone() {
    make(CANDIDATE, "{}");
    articles.forEach(article -> write(CANDIDATE, article));
    EnrichedArticle other =
        EnrichedArticle.newBuilder(articles.getFirst()).setContentHash("other").build();
    write(CANDIDATE, other);

    GateReport report = check(null);

    assertThat(refusing(report)).containsExactly("audit");
    assertThat(regressions(report, "audit")).containsExactly("stale: urn:gate:0");
  }

  @Test
  void aFieldThatFewerArticlesHaveIsNamedWithItsShares() {
    make(CANDIDATE, "{}");
    articles.forEach(
        article ->
            write(CANDIDATE, EnrichedArticle.newBuilder(article).setKeywords(List.of()).build()));

    GateReport report = check(null);

    assertThat(refusing(report)).containsExactly("coverage");
    assertThat(regressions(report, "coverage"))
        .containsExactly("keywords: 0.0 % of the articles have it, before 100.0 %");
  }

  @Test
  void aMappingThatQueriesCanNotUseIsRefused() {
    make(
        CANDIDATE,
        """
        {"mappings": {"properties": {
          "clusterHead": {"type": "keyword"},
          "body": {"type": "text", "analyzer": "keyword"}}}}
        """);
    articles.forEach(article -> write(CANDIDATE, article));

    GateReport report = check(null);

    assertThat(refusing(report)).contains("mapping");
    assertThat(regressions(report, "mapping"))
        .contains(
            "clusterHead: keyword, but queries need boolean",
            "body.exact: missing, but queries need text");
  }

  @Test
  void anIndexThatFindsOtherArticlesFirstIsRefusedWithItsWorstQueries() throws IOException {
    make(CANDIDATE, "{}");
    NamedEntity elsewhere =
        NamedEntity.newBuilder(articles.getFirst().getPlaces().getFirst())
            .setName("Elsewhere")
            .build();
    articles.forEach(
        article ->
            write(
                CANDIDATE,
                EnrichedArticle.newBuilder(article)
                    .setHeadline("Nothing new")
                    .setBody("Nobody came.")
                    .setPlaces(List.of(elsewhere))
                    .build()));
    Path golden =
        Files.writeString(
            folder.resolve("golden.jsonl"),
            "{\"query\": \"mill Salvo\", \"uris\": [\"urn:gate:0\"]}\n\n");

    GateReport report = check(golden);

    assertThat(refusing(report)).containsExactly("ranking", "golden");
    assertThat(regressions(report, "ranking"))
        .hasSize(5)
        .allMatch(line -> line.contains("0 % of the first ten are as good, NDCG@10 0.00"));
    assertThat(regressions(report, "golden"))
        .singleElement()
        .asString()
        .startsWith("\"mill Salvo\": 0 % of the first ten are as good, NDCG@10 0.00, before ");
  }

  @Test
  void aGoldenFileThatCanNotBeReadIsRefusedWithItsLine() throws IOException {
    make(CANDIDATE, "{}");
    articles.forEach(article -> write(CANDIDATE, article));
    Path golden = Files.writeString(folder.resolve("bad.jsonl"), "{\"query\": \"mill\"}\n");

    GateReport report = check(golden);

    assertThat(refusing(report)).containsExactly("golden");
    assertThat(regressions(report, "golden"))
        .singleElement()
        .asString()
        .contains("bad.jsonl, line 1: write {\"query\"");
  }

  private GateReport check(@Nullable Path golden) {
    refresh(CANDIDATE);
    EnrichedLog log = pipeline.log().startingAt(before);
    QualityGate gate =
        new QualityGate(elasticsearch, log, new Limits(golden), GRACE, Clock.systemUTC());
    gate.prepare();
    try {
      return gate.check(SERVING, CANDIDATE, log.ends());
    } finally {
      delete(CANDIDATE);
    }
  }

  private static List<String> refusing(GateReport report) {
    return report.checks().stream()
        .filter(check -> !check.passed())
        .map(GateReport.Check::name)
        .toList();
  }

  private static List<String> regressions(GateReport report, String name) {
    return report.checks().stream()
        .filter(check -> check.name().equals(name))
        .flatMap(check -> check.regressions().stream())
        .toList();
  }

  private void make(String index, String body) {
    elasticsearch.call(
        client -> client.indices().create(i -> i.index(index).withJson(new StringReader(body))));
  }

  private void write(String index, EnrichedArticle article) {
    elasticsearch.call(
        client ->
            client.index(
                i ->
                    i.index(index)
                        .id(article.getUri())
                        .document(
                            BinaryData.of(
                                ArticleDocument.toIndex(article, Instant.now()),
                                ContentType.APPLICATION_JSON))));
  }

  private void refresh(String index) {
    elasticsearch.call(client -> client.indices().refresh(i -> i.index(index)));
  }

  private void delete(String index) {
    elasticsearch.call(client -> client.indices().delete(i -> i.index(index)));
  }

  /** The defaults. */
  private record Limits(@Nullable Path golden) implements GateConfig {
    @Override
    public double countDrop() {
      return 0;
    }

    @Override
    public double coverageDrop() {
      return 0.01;
    }

    @Override
    public long auditFindings() {
      return 0;
    }

    @Override
    public double overlap() {
      return 0.8;
    }

    @Override
    public double ndcgDrop() {
      return 0.1;
    }

    @Override
    public Optional<Path> goldenFile() {
      return Optional.ofNullable(golden);
    }
  }
}
