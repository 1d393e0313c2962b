package org.articlepipeline.enrich;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.articlepipeline.enrich.EnrichDriver.NOW;
import static org.articlepipeline.enrich.EnrichDriver.POISON;
import static org.articlepipeline.enrich.EnrichDriver.key;
import static org.articlepipeline.enrich.Samples.article;
import static org.articlepipeline.enrich.Samples.person;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.articlepipeline.schemas.Article;
import org.articlepipeline.schemas.ClusterAssignment;
import org.articlepipeline.schemas.DeadLetter;
import org.articlepipeline.schemas.EnrichedArticle;
import org.articlepipeline.schemas.EnrichmentRequest;
import org.articlepipeline.schemas.PubStatus;
import org.articlepipeline.schemas.Receipt;
import org.articlepipeline.schemas.Topics;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Revisions and runs: what is published again, under which number, and what is not. */
class EnrichAgainTest {
  private static final String URI = "urn:test:1";
  private static final String BODY = "Then Nadia Brook left Northgate.";

  private final EnrichDriver driver = EnrichDriver.withoutStories();

  @AfterEach
  void close() {
    driver.close();
  }

  @Test
  void aRequestPublishesTheNewestRevisionUnderAHigherRun() {
    driver.accept(revision(4));
    driver.accept(revision(5));
    driver.entity(person("p:1", "Nadia Brook"));
    driver.request(request(URI));

    assertThat(published()).containsExactly(version(4, 0), version(5, 0), version(5, 1));
    Receipt last = driver.receipts.values().getLast();
    assertThat(last.getTopic()).isEqualTo("articles.enrichment-requests");
    assertThat(last.getOutcome()).isEqualTo("ENRICHED");
    assertThat(last.getEnrichmentRun()).isEqualTo(1);
  }

  @Test
  void whatComesOutTheSameIsNotPublishedAgain() {
    driver.accept(revision(5));
    driver.request(request(URI));
    driver.accept(Article.newBuilder(revision(5)).setSubmittedAt(NOW).setIngestedAt(NOW).build());

    assertThat(published()).containsExactly(version(5, 0));
    assertThat(outcomes()).containsExactly("ENRICHED", "UNCHANGED", "UNCHANGED");
  }

  @Test
  void whatALaterStageHasLostIsPublishedAgainAsItWasWhenAskedFor() {
    driver.accept(revision(5));
    driver.request(EnrichmentRequest.newBuilder(request(URI)).setForce(true).build());
    driver.request(request(URI));

    assertThat(published()).containsExactly(version(5, 0), version(5, 1));
    assertThat(outcomes()).containsExactly("ENRICHED", "ENRICHED", "UNCHANGED");
  }

  @Test
  void theSameRevisionCleanedUpAnewIsPublishedUnderAHigherRun() {
    driver.accept(revision(5));
    driver.accept(Article.newBuilder(revision(5)).setBody("A better clean-up.").build());

    assertThat(published()).containsExactly(version(5, 0), version(5, 1));
  }

  @Test
  void aRequestKeepsTheHeadersOfTheArticle() {
    RecordHeaders headers = new RecordHeaders();
    headers.add("ce_id", "7".getBytes(UTF_8)).add("traceparent", null);
    driver.pipe(
        Topics.ACCEPTED,
        new TestRecord<>(key(URI), driver.bytes(revision(5)), headers, Instant.EPOCH));
    driver.entity(person("p:1", "Nadia Brook"));
    driver.request(request(URI));

    driver.enriched.record();
    TestRecord<byte[], byte[]> again = driver.enriched.record();
    assertThat(again.headers()).contains(headers.toArray()).hasSize(3);
    assertThat(again.getRecordTime()).isEqualTo(NOW);
  }

  @Test
  void aLowerRevisionIsSuperseded() {
    driver.accept(revision(5));
    driver.accept(revision(4));

    assertThat(published()).containsExactly(version(5, 0));
    assertThat(outcomes()).containsExactly("ENRICHED", "SUPERSEDED");
  }

  @Test
  void aRevisionThatCompactionTookIsReported() {
    driver.accept(revision(3));
    driver.accept(Article.newBuilder(revision(7)).setPreviousRevision(5L).build());
    driver.accept(Article.newBuilder(revision(8)).setPreviousRevision(7L).build());

    List<Receipt> receipts = driver.receipts.values();
    assertThat(receipts)
        .extracting(Receipt::getOutcome, Receipt::getRevision)
        .containsExactly(
            Tuple.tuple("ENRICHED", 3L),
            Tuple.tuple("SUPERSEDED", 5L),
            Tuple.tuple("ENRICHED", 7L),
            Tuple.tuple("ENRICHED", 8L));
    assertThat(receipts.get(1).getMessage()).contains("Revision 7");
  }

  @Test
  void aRevisionThatWasRejectedWasSeen() {
    driver.accept(article(POISON, 1).build());
    driver.accept(article(POISON, 2).setPreviousRevision(1L).build());

    assertThat(outcomes()).containsExactly("REJECTED", "REJECTED");
  }

  @Test
  void anAssignmentIsKeptByLaterRevisions() {
    driver.accept(revision(5));
    driver.request(assignment("urn:test:head", 5, 1));
    driver.accept(revision(6));

    List<EnrichedArticle> all = driver.enriched.values();
    assertThat(all)
        .extracting(EnrichedArticle::getClusterUri)
        .containsExactly(URI, "urn:test:head", "urn:test:head");
    assertThat(all).extracting(EnrichedArticle::getClusterHead).containsExactly(true, false, false);
    assertThat(all)
        .extracting(EnrichedArticle::getDuplicateOf)
        .containsExactly(null, "urn:test:head", "urn:test:head");
  }

  @Test
  void anAssignmentThatIsOutOfDateChangesNothing() {
    driver.accept(revision(5));
    driver.request(assignment("urn:test:b", 5, 2));
    driver.request(assignment("urn:test:a", 5, 1));
    driver.request(assignment("urn:test:b", 5, 2));

    assertThat(driver.enriched.values())
        .extracting(EnrichedArticle::getClusterUri)
        .containsExactly(URI, "urn:test:b");
    assertThat(outcomes()).containsExactly("ENRICHED", "ENRICHED", "STALE", "STALE");
  }

  @Test
  void anAssignmentOfAnOlderRevisionChangesNothing() {
    driver.accept(revision(5));
    driver.accept(revision(6));
    driver.request(assignment("urn:test:b", 5, 2));

    assertThat(driver.enriched.values().getLast().getClusterUri()).isEqualTo(URI);
    assertThat(outcomes()).containsExactly("ENRICHED", "ENRICHED", "STALE");
  }

  @Test
  void aWithdrawnArticleIsInNoStoryAndStaysWithoutContent() {
    driver.accept(revision(5));
    driver.request(assignment("urn:test:head", 5, 1));
    driver.accept(article(URI, 6).setPubStatus(PubStatus.CANCELED).setBody(null).build());
    driver.request(request(URI));

    EnrichedArticle last = driver.enriched.values().getLast();
    assertThat(last.getRevision()).isEqualTo(6);
    assertThat(last.getClusterUri()).isEqualTo(URI);
    assertThat(last.getBody()).isNull();
    assertThat(outcomes()).endsWith("ENRICHED", "UNCHANGED");
  }

  @Test
  void eachRequestThatCannotBeAnsweredIsADeadLetter() {
    driver.accept(article(POISON, 2).build());
    driver.deadLetters.value();
    driver.receipts.value();

    driver.request(request("urn:test:nobody"));
    driver.request(request(POISON));
    driver.pipe(Topics.ENRICHMENT_REQUESTS, key(URI), "nonsense".getBytes(UTF_8));
    driver.pipe(Topics.ENRICHMENT_REQUESTS, key(URI), null);
    driver.pipe(
        Topics.ENRICHMENT_REQUESTS,
        key("urn:test:2"),
        driver.bytes(Topics.ENRICHMENT_REQUESTS, request(URI)));

    String[] reasons = {"UNKNOWN_ARTICLE", "STEP_FAILED", "NOT_AVRO", "NULL_VALUE", "KEY_MISMATCH"};
    assertThat(driver.deadLetters.values())
        .extracting(DeadLetter::getReason)
        .containsExactly(reasons);
    assertThat(driver.receipts.values()).extracting(Receipt::getReason).containsExactly(reasons);
    assertThat(driver.enriched.isEmpty()).isTrue();
  }

  @Test
  void runsContinueFromTheTopicWhenTheStateWasLost() {
    driver.publishedBefore(old(5, 6));
    driver.publishedBefore(old(5, 7));
    driver.accept(revision(4));
    driver.accept(revision(5));

    assertThat(published()).containsExactly(version(5, 8));
    assertThat(outcomes()).containsExactly("SUPERSEDED", "ENRICHED");
  }

  @Test
  void learningAllThatTheTopicHoldsPublishesNothing() {
    driver.publishedBefore(old(4, 0));
    driver.publishedBefore(old(5, 0));
    driver.publishedBefore(old(5, 1));

    assertThat(published()).isEmpty();
    assertThat(outcomes()).isEmpty();
  }

  @Test
  void whatTheTopicSaysAlreadyIsNotPublishedAgainWhenTheStateWasLost() {
    EnrichedArticle before;
    driver.entity(person("p:1", "Nadia Brook"));
    try (EnrichDriver other = new EnrichDriver()) {
      other.entity(person("p:1", "Nadia Brook"));
      other.accept(revision(5));
      before = EnrichedArticle.newBuilder(other.enriched.value()).setEnrichmentRun(7).build();
    }
    driver.publishedBefore(before);
    driver.accept(revision(5));

    assertThat(published()).isEmpty();
    assertThat(outcomes()).containsExactly("UNCHANGED");
  }

  @Test
  void whatIsLearnedTooLateIsPublishedAgainAboveIt() {
    driver.accept(revision(5));
    driver.publishedBefore(old(5, 7));
    driver.accept(revision(5));

    assertThat(published()).containsExactly(version(5, 0), version(5, 8));
    assertThat(outcomes()).containsExactly("ENRICHED", "ENRICHED", "UNCHANGED");
  }

  @Test
  void aStoryThatTheTopicKnowsIsKeptUntilAnotherIsAssigned() {
    driver.publishedBefore(old(5, 7));
    driver.accept(revision(6));
    driver.request(assignment("urn:test:new", 6, 1));

    assertThat(driver.enriched.values())
        .extracting(EnrichedArticle::getClusterUri)
        .containsExactly("urn:test:old", "urn:test:new");
  }

  private static Article revision(long revision) {
    return article(URI, revision).setBody(BODY).build();
  }

  private static EnrichedArticle old(long revision, int run) {
    return EnrichedArticle.newBuilder()
        .setUri(URI)
        .setRevision(revision)
        .setEnrichmentRun(run)
        .setSource("test")
        .setPubStatus(PubStatus.USABLE)
        .setBody("As an older version saw it.")
        .setClusterUri("urn:test:old")
        .setSubmittedAt(Samples.SUBMITTED)
        .setIngestedAt(Samples.INGESTED)
        .build();
  }

  private static EnrichmentRequest request(String uri) {
    return EnrichmentRequest.newBuilder()
        .setUri(uri)
        .setReason("REPROCESS")
        .setRequestedAt(NOW)
        .build();
  }

  private static EnrichmentRequest assignment(String cluster, long revision, long version) {
    return EnrichmentRequest.newBuilder(request(URI))
        .setReason("CLUSTER")
        .setAssignment(new ClusterAssignment(cluster, false, cluster, revision, version))
        .build();
  }

  private List<Tuple> published() {
    return driver.enriched.values().stream()
        .map(a -> version(a.getRevision(), a.getEnrichmentRun()))
        .toList();
  }

  private static Tuple version(long revision, int run) {
    return Tuple.tuple(revision, run);
  }

  private List<String> outcomes() {
    return driver.receipts.values().stream().map(Receipt::getOutcome).toList();
  }
}
