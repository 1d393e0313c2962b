package org.articlepipeline.enrich;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.articlepipeline.enrich.EnrichDriver.NOW;
import static org.articlepipeline.enrich.EnrichDriver.POISON;
import static org.articlepipeline.enrich.EnrichDriver.key;
import static org.articlepipeline.enrich.Samples.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.articlepipeline.schemas.Article;
import org.articlepipeline.schemas.DeadLetter;
import org.articlepipeline.schemas.EnrichedArticle;
import org.articlepipeline.schemas.NamedEntity;
import org.articlepipeline.schemas.PubStatus;
import org.articlepipeline.schemas.Receipt;
import org.articlepipeline.schemas.RegistryUnavailableException;
import org.articlepipeline.schemas.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EnrichTopologyTest {
  private final EnrichDriver driver = new EnrichDriver();

  @AfterEach
  void close() {
    driver.close();
  }

  @Test
  void anArticleIsEnrichedAndReceipted() {
    driver.accept(article("urn:test:1", 4).build());

    EnrichedArticle article = driver.enriched.value();
    assertThat(article.getUri()).isEqualTo("urn:test:1");
    assertThat(article.getLanguage()).isEqualTo("en");
    Receipt receipt = driver.receipts.value();
    assertThat(receipt)
        .isEqualTo(
            Receipt.newBuilder()
                .setUri("urn:test:1")
                .setRevision(4L)
                .setSource("test")
                .setStage("enrich")
                .setOutcome("ENRICHED")
                .setAt(NOW)
                .setSubmittedAt(Samples.SUBMITTED)
                .setEnrichmentRun(0)
                .setTopic("articles.accepted")
                .setPartition(0)
                .setOffset(0)
                .build());
    assertThat(driver.deadLetters.isEmpty()).isTrue();
  }

  @Test
  void headersTimestampAndKeyTravelUnchanged() {
    RecordHeaders headers = new RecordHeaders();
    headers
        .add("ce_id", "7".getBytes(UTF_8))
        .add("ce_id", "8".getBytes(UTF_8))
        .add("traceparent", null);
    Instant written = Instant.parse("2026-02-01T00:00:00Z");

    driver.pipe(
        Topics.ACCEPTED,
        new TestRecord<>(
            key("urn:test:1"), driver.bytes(article("urn:test:1", 1).build()), headers, written));

    TestRecord<byte[], byte[]> record = driver.enriched.record();
    assertThat(record.key()).isEqualTo(key("urn:test:1"));
    assertThat(record.headers()).startsWith(headers.toArray()).hasSize(4);
    assertThat(record.getRecordTime()).isEqualTo(written);
  }

  @Test
  void whatMayNotBeSeenPassesWithoutContent() {
    driver.accept(article("urn:test:1", 5).setPubStatus(PubStatus.CANCELED).build());

    EnrichedArticle article = driver.enriched.value();
    assertThat(article.getPubStatus()).isEqualTo(PubStatus.CANCELED);
    assertThat(article.getRevision()).isEqualTo(5);
    assertThat(article.getBody()).isNull();
    assertThat(article.getHeadline()).isNull();
    assertThat(driver.receipts.value().getOutcome()).isEqualTo("ENRICHED");
  }

  @Test
  void anArticleThatAStepFailsOnIsADeadLetterAndTheRestGoesOn() {
    Article poison = article(POISON, 2).build();
    driver.accept(poison);
    driver.accept(article("urn:test:1", 1).build());

    DeadLetter letter = driver.deadLetters.value();
    assertThat(letter.getReason()).isEqualTo("STEP_FAILED");
    assertThat(letter.getMessage()).contains("'poison'", "on purpose");
    assertThat(letter.getStage()).isEqualTo("enrich");
    assertThat(letter.getUri()).isEqualTo(POISON);
    assertThat(letter.getRevision()).isEqualTo(2);
    assertThat(letter.getValue()).isEqualTo(ByteBuffer.wrap(driver.bytes(poison)));
    assertThat(letter.getTopic()).isEqualTo("articles.accepted");
    List<Receipt> both = driver.receipts.values();
    assertThat(both).extracting(Receipt::getOutcome).containsExactly("REJECTED", "ENRICHED");
    assertThat(both.getFirst().getMessage()).isEqualTo(letter.getMessage());
    assertThat(both.getFirst().getReason()).isEqualTo("STEP_FAILED");
    assertThat(both.getFirst().getSubmittedAt()).isEqualTo(Samples.SUBMITTED);
    assertThat(driver.enriched.values())
        .extracting(EnrichedArticle::getUri)
        .containsExactly("urn:test:1");
  }

  @Test
  void whatCannotBeReadIsADeadLetter() {
    driver.pipe(Topics.ACCEPTED, key("urn:test:1"), "nonsense".getBytes(UTF_8));
    driver.pipe(Topics.ACCEPTED, key("urn:test:2"), new byte[] {0, 0, 0, 0, 99, 1, 2});
    driver.pipe(
        Topics.ACCEPTED,
        key("urn:test:3"),
        driver.bytes(Topics.ENTITIES, Samples.person("p:1", "Nadia Brook")));
    driver.pipe(Topics.ACCEPTED, key("urn:test:4"), null);
    driver.pipe(Topics.ACCEPTED, null, driver.bytes(article("urn:test:5", 1).build()));
    driver.pipe(Topics.ACCEPTED, key("urn:test:6"), driver.bytes(article("urn:test:5", 1).build()));

    assertThat(driver.deadLetters.values())
        .extracting(DeadLetter::getReason)
        .containsExactly(
            "NOT_AVRO",
            "UNKNOWN_SCHEMA",
            "WRONG_TYPE",
            "NULL_VALUE",
            "KEY_MISMATCH",
            "KEY_MISMATCH");
    List<Receipt> rejected = driver.receipts.values();
    assertThat(rejected)
        .extracting(Receipt::getUri)
        .containsExactly(
            "urn:test:1", "urn:test:2", "urn:test:3", "urn:test:4", "urn:test:5", "urn:test:5");
    assertThat(rejected).extracting(Receipt::getOutcome).containsOnly("REJECTED");
    assertThat(driver.enriched.isEmpty()).isTrue();
    assertThat(
            driver
                .metrics
                .get("articles.enrich.articles")
                .tag("outcome", "REJECTED")
                .counter()
                .count())
        .isEqualTo(6);
  }

  @Test
  void anArticleThatGrowsTooLargeIsADeadLetter() {
    // A name is published in the body and again in each of its mentions.
    String name = "Llan" + "fair".repeat(20);
    driver.entity(Samples.place("l:long", name));

    driver.accept(article("urn:test:1", 1).setBody((name + " ").repeat(55_000)).build());

    assertThat(driver.deadLetters.value().getReason()).isEqualTo("RECORD_TOO_LARGE");
    assertThat(driver.receipts.value().getReason()).isEqualTo("RECORD_TOO_LARGE");
    assertThat(driver.enriched.isEmpty()).isTrue();
  }

  @Test
  void headersCountForTheSize() {
    String body = "x".repeat(7 * 1024 * 1024);
    RecordHeaders headers = new RecordHeaders();
    headers.add("large", new byte[1024 * 1024]);
    byte[] value = driver.bytes(article("urn:test:1", 1).setBody(body).build());

    driver.pipe(Topics.ACCEPTED, new TestRecord<>(key("urn:test:1"), value, headers, NOW));

    assertThat(driver.deadLetters.value().getReason()).isEqualTo("RECORD_TOO_LARGE");
  }

  @Test
  void nothingIsRejectedWhileTheRegistryIsDown() {
    byte[] value = driver.bytes(article("urn:test:1", 1).build());
    driver.registry.down(true);

    assertThatThrownBy(() -> driver.pipe(Topics.ACCEPTED, key("urn:test:1"), value))
        .hasRootCauseInstanceOf(RegistryUnavailableException.class);
    assertThat(driver.deadLetters.isEmpty()).isTrue();
  }

  @Test
  void newChangedAndRemovedEntitiesAreKnownAtOnce() {
    Article article = article("urn:test:1", 1).setBody("Then Nadia Brook left Northgate.").build();
    driver.accept(article);
    driver.entity(Samples.person("p:1", "Nadia Brook"));
    driver.accept(article);
    driver.entity(Samples.person("p:1", "Nadia Lane"));
    driver.entity(Samples.place("l:1", "Northgate"));
    driver.accept(article);
    driver.pipe(Topics.ENTITIES, key("l:1"), null);
    driver.accept(article);

    List<EnrichedArticle> all = driver.enriched.values();
    assertThat(all)
        .extracting(a -> names(a.getPeople()))
        .containsExactly(List.of(), List.of("Nadia Brook"), List.of(), List.of());
    assertThat(all)
        .extracting(a -> names(a.getPlaces()))
        .containsExactly(List.of(), List.of(), List.of("Northgate"), List.of());
  }

  @Test
  void anUnreadableEntityIsCountedAndWhatItWasBeforeStays() {
    driver.entity(Samples.person("p:1", "Nadia Brook"));

    driver.pipe(Topics.ENTITIES, key("p:1"), "nonsense".getBytes(UTF_8));
    driver.pipe(Topics.ENTITIES, key("p:1"), new byte[] {0, 0, 0, 0, 99});
    driver.pipe(
        Topics.ENTITIES,
        key("p:2"),
        driver.bytes(Topics.ENTITIES, Samples.person("p:1", "Somebody Else")));
    driver.pipe(
        Topics.ENTITIES,
        null,
        driver.bytes(Topics.ENTITIES, Samples.person("p:1", "Somebody Else")));
    driver.accept(article("urn:test:1", 1).setBody("Then Nadia Brook left.").build());

    assertThat(names(driver.enriched.value().getPeople())).containsExactly("Nadia Brook");
    assertThat(driver.metrics.get("articles.enrich.entities.unreadable").counter().count())
        .isEqualTo(4);
    assertThat(driver.metrics.get("articles.enrich.entities").gauge().value()).isEqualTo(1);
  }

  private static List<String> names(List<NamedEntity> entities) {
    return entities.stream().map(NamedEntity::getName).toList();
  }
}
