package org.articlepipeline.index.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.elastic.clients.util.BinaryData;
import co.elastic.clients.util.ContentType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.articlepipeline.embedded.EmbeddedStack;
import org.articlepipeline.index.RunningService;
import org.articlepipeline.index.Samples;
import org.articlepipeline.index.document.ArticleDocument;
import org.articlepipeline.index.indices.IndexNames;
import org.articlepipeline.schemas.EnrichedArticle;
import org.articlepipeline.schemas.PubStatus;
import org.junit.jupiter.api.Test;

/** What the audit says of an index that the service filled, and that was damaged by hand. */
final class AuditIT extends RunningService {
  private static final String INDEX = "articles-000001";

  AuditIT(EmbeddedStack stack) {
    super(stack);
  }

  @Test
  void anIndexAddsUpToTheArticlesThatWerePublished() {
    BucketSums before = IndexSums.read(pipeline.elasticsearch(), IndexNames.ARTICLES_ALL);
    List<EnrichedArticle> articles = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      articles.add(
          Samples.article("urn:sums:" + i, i + 1)
              .setSource("sums")
              .setContentHash("hash" + i)
              .setPubStatus(i % 10 == 0 ? PubStatus.CANCELED : PubStatus.USABLE)
              .build());
    }
    pipeline.publishAll(articles);
    articles.forEach(article -> before.add(ArticleDocument.fingerprint(article, Instant.now())));
    await().atMost(TIME).until(() -> pipeline.refreshedCount("sums") == 500);

    BucketSums after = IndexSums.read(pipeline.elasticsearch(), IndexNames.ARTICLES_ALL);

    assertThat(after.articles()).isEqualTo(before.articles());
    assertThat(after.differing(before).isEmpty()).isTrue();
  }

  @Test
  void whatIsMissingStaleOrAGhostIsNamedAndMended() {
    List<EnrichedArticle> articles = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      articles.add(article("urn:damaged:" + i, 5).setSource("damaged").build());
    }
    EnrichedArticle canceled =
        article("urn:damaged:canceled", 5)
            .setSource("damaged")
            .setPubStatus(PubStatus.CANCELED)
            .setIngestedAt(Instant.now())
            .build();
    articles.add(canceled);
    // ended so long ago that its stub may have been purged
    articles.add(
        EnrichedArticle.newBuilder(canceled)
            .setUri("urn:damaged:purged")
            .setIngestedAt(Instant.now().minus(Duration.ofDays(31)))
            .build());
    pipeline.publishAll(articles);
    await().atMost(TIME).until(() -> pipeline.refreshedCount("damaged") == 202);
    assertThat(found(audit(false), "urn:damaged")).isEmpty();

    delete("urn:damaged:7");
    delete("urn:damaged:canceled");
    delete("urn:damaged:purged");
    replace(article("urn:damaged:8", 4).build());
    // the same revision with other content
    replace(article("urn:damaged:9", 5).setContentHash("another").build());
    replace(article("urn:damaged:ghost", 3).build());

    AuditReport damaged = audit(false);
    assertThat(found(damaged, "urn:damaged"))
        .containsExactly(
            "missing urn:damaged:7",
            "missing urn:damaged:canceled",
            "stale urn:damaged:8",
            "stale urn:damaged:9",
            "ghost urn:damaged:ghost");
    assertThat(damaged.clean()).isFalse();

    // At least: tests before may have left an article in the log that the index refuses.
    AuditReport careful = audit(true, 0);
    assertThat(careful.repaired()).isGreaterThanOrEqualTo(4);
    assertThat(careful.problems())
        .anyMatch(
            problem ->
                problem.contains(" in the index alone are more than 0, so none was deleted"));

    AuditReport repaired = audit(true);
    assertThat(found(repaired, "urn:damaged")).containsExactly("ghost urn:damaged:ghost");
    assertThat(repaired.repaired()).isPositive();
    assertThat(found(audit(false), "urn:damaged")).isEmpty();
    assertThat(pipeline.stored("urn:damaged:8").orElseThrow().path("revision").asLong())
        .isEqualTo(5);
    assertThat(pipeline.stored("urn:damaged:canceled").orElseThrow().has("body")).isFalse();
    assertThat(pipeline.stored("urn:damaged:ghost")).isEmpty();
  }

  @Test
  void aNewerDocumentThanTheLogsIsNamedAndNotTouched() {
    pipeline.publish(article("urn:ahead:1", 5).setSource("ahead").build());
    await().atMost(TIME).until(() -> pipeline.refreshedCount("ahead") == 1);
    replace(article("urn:ahead:1", 9).build());

    AuditReport report = audit(true);

    assertThat(found(report, "urn:ahead")).containsExactly("ahead urn:ahead:1");
    assertThat(report.problems())
        .contains("1 newer in the index than in the log: if the log is right, rebuild the index");
    assertThat(report.clean()).isFalse();
    pipeline.publish(article("urn:ahead:1", 9).build());
    await().atMost(TIME).until(() -> found(audit(false), "urn:ahead").isEmpty());
  }

  @Test
  void whatCanNotBeIndexedIsNoGhostAndWhatWasRefusedIsKnownToBe() {
    pipeline.publish(article("urn:odd:1", 5).setSource("odd").build());
    await().atMost(TIME).until(() -> pipeline.refreshedCount("odd") == 1);
    // the log's last word on it can't be read
    pipeline.publishBytes("urn:odd:1", new byte[] {1, 2, 3});
    pipeline.publishBytes("urn:odd:2", null);
    replace(article("urn:odd:2", 1).build());
    pipeline.publish(article("urn:odd:3", 1).setLanguageConfidence(Double.NaN).build());
    await()
        .atMost(TIME)
        .untilAsserted(
            () -> {
              assertThat(pipeline.outcomes("urn:odd:3")).containsExactly("REJECTED 1");
              assertThat(found(audit(false), "urn:odd")).containsExactly("rejected urn:odd:3");
            });

    AuditReport report = audit(true);

    assertThat(found(report, "urn:odd")).containsExactly("rejected urn:odd:3");
    assertThat(report.problems())
        .anyMatch(problem -> problem.contains("urn:odd:3") && problem.contains("400"));
    pipeline.publish(article("urn:odd:3", 2).setSource("odd").build());
    await().atMost(TIME).until(() -> pipeline.refreshedCount("odd") == 2);
    assertThat(found(audit(false), "urn:odd")).isEmpty();
    // the dead letter is of another record
    delete("urn:odd:3");
    assertThat(found(audit(false), "urn:odd")).containsExactly("missing urn:odd:3");
    assertThat(found(audit(true), "urn:odd")).containsExactly("missing urn:odd:3");
  }

  @Test
  void whatIsOnItsWayIsNoFinding() {
    // the service that writes this index has not begun
    String standby = "articles-000099";
    pipeline
        .elasticsearch()
        .call(
            client ->
                client
                    .indices()
                    .create(
                        index ->
                            index
                                .index(standby)
                                .aliases(IndexNames.writeAlias(standby), alias -> alias)));
    pipeline.publish(article("urn:way:1", 1).setSource("way").build());

    AuditReport report = audit(Duration.ZERO).run(standby, false, 0, EnrichedLog.Progress.NONE);

    assertThat(report.found()).isZero();
    assertThat(report.onTheirWay()).isGreaterThan(0);
    assertThat(report.clean()).isTrue();
    pipeline.elasticsearch().call(client -> client.indices().delete(i -> i.index(standby)));
  }

  /** Of this test's own articles: other tests leave theirs. */
  private static List<String> found(AuditReport report, String prefix) {
    List<String> found = new ArrayList<>();
    report.missing().forEach(uri -> found.add("missing " + uri));
    report.stale().forEach(uri -> found.add("stale " + uri));
    report.ghosts().forEach(uri -> found.add("ghost " + uri));
    report.ahead().forEach(uri -> found.add("ahead " + uri));
    report.rejected().forEach(uri -> found.add("rejected " + uri));
    return found.stream().filter(line -> line.contains(prefix)).toList();
  }

  private AuditReport audit(boolean repair) {
    return audit(repair, Audit.MAX_GHOSTS);
  }

  private AuditReport audit(boolean repair, int maxGhosts) {
    return audit(TIME).run(INDEX, repair, maxGhosts, EnrichedLog.Progress.NONE);
  }

  private Audit audit(Duration patience) {
    return new Audit(
        pipeline.elasticsearch(), pipeline.log(), Duration.ofDays(30), patience, Clock.systemUTC());
  }

  private static EnrichedArticle.Builder article(String uri, long revision) {
    return Samples.article(uri, revision).setContentHash("hash of " + uri + revision);
  }

  private void delete(String uri) {
    pipeline.elasticsearch().call(client -> client.delete(d -> d.index(INDEX).id(uri)));
  }

  /** As nobody may: another version than the log's. */
  private void replace(EnrichedArticle article) {
    pipeline
        .elasticsearch()
        .call(
            client ->
                client.index(
                    index ->
                        index
                            .index(INDEX)
                            .id(article.getUri())
                            .document(
                                BinaryData.of(
                                    ArticleDocument.toIndex(article, Instant.now()),
                                    ContentType.APPLICATION_JSON))));
  }
}
