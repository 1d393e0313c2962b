package org.articlepipeline.enrich;

import static org.articlepipeline.enrich.EnrichDriver.AGAIN_PER_SECOND;
import static org.articlepipeline.enrich.EnrichDriver.NOW;
import static org.articlepipeline.enrich.Samples.article;
import static org.articlepipeline.enrich.Samples.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.articlepipeline.enrich.knowledge.NameTokens;
import org.articlepipeline.schemas.EnrichedArticle;
import org.articlepipeline.schemas.EnrichmentRequest;
import org.articlepipeline.schemas.KnowledgeChange;
import org.articlepipeline.schemas.NamedEntity;
import org.articlepipeline.schemas.PubStatus;
import org.articlepipeline.schemas.Receipt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What changes in the knowledge base reaches the articles that were published before. */
class LivingKnowledgeTest {
  private static final String NAME = "Nadia Brook";
  private static final Duration SOON = Duration.ofMillis(300);

  private final EnrichDriver driver = EnrichDriver.withoutStories();

  @AfterEach
  void close() {
    driver.close();
  }

  @Test
  void aNewEntityIsFoundInEarlierArticlesAndInNoOther() {
    accept("urn:test:1", "Then Nadia Brook left.");
    accept("urn:test:2", "Then Nadia left the brook.");
    driver.entity(person("p:1", NAME));
    driver.request(change(0, NAME));
    driver.pass(SOON);

    List<EnrichedArticle> all = driver.enriched.values();
    assertThat(all)
        .extracting(EnrichedArticle::getUri)
        .containsExactly("urn:test:1", "urn:test:2", "urn:test:1");
    assertThat(all.getLast().getEnrichmentRun()).isEqualTo(1);
    assertThat(all.getLast().getRevision()).isEqualTo(1);
    assertThat(all.getLast().getPeople()).extracting(NamedEntity::getName).containsExactly(NAME);
  }

  @Test
  void theChangeIsAnsweredWhenAllItsArticlesAreDone() {
    accept("urn:test:1", "Then Nadia Brook left.");
    driver.entity(person("p:1", NAME));
    driver.request(change(0, NAME));
    assertThat(outcomes()).containsExactly("ENRICHED");

    driver.pass(SOON);

    List<Receipt> receipts = driver.receipts.values();
    assertThat(receipts)
        .extracting(Receipt::getOutcome, Receipt::getUri, Receipt::getOffset)
        .containsExactly(tuple("ENRICHED", "urn:test:1", 0L), tuple("APPLIED", "entities", 0L));
    assertThat(receipts.getFirst().getTopic()).isEqualTo("articles.enrichment-requests");
  }

  @Test
  void whatComesOutAsItWasIsNeitherPublishedNorTold() {
    accept("urn:test:1", "Then Nadia Brook left.");
    driver.request(change(-1, NAME));
    driver.pass(SOON);

    assertThat(outcomes()).containsExactly("ENRICHED", "APPLIED");
    assertThat(driver.enriched.values()).hasSize(1);
  }

  @Test
  void namesInHeadlinesAndInCapitalsAreFound() {
    driver.accept(article("urn:test:1", 1).setHeadline("NADIA BROOK LEAVES").build());
    driver.entity(person("p:1", NAME));
    driver.request(change(0, NAME));
    driver.pass(SOON);

    assertThat(driver.enriched.values()).hasSize(2);
  }

  @Test
  void nothingIsDoneBeforeTheKnowledgeBaseHasTheChange() {
    accept("urn:test:1", "Then Nadia Brook left.");
    driver.request(change(1, NAME));
    driver.pass(SOON);
    driver.entity(person("p:2", "Somebody Else"));
    driver.pass(SOON);
    assertThat(outcomes()).containsExactly("ENRICHED");

    driver.entity(person("p:1", NAME));
    driver.pass(SOON);

    assertThat(outcomes()).containsExactly("ENRICHED", "APPLIED");
  }

  @Test
  void aRecordThatCompactionTookIsNotWaitedForForEver() {
    accept("urn:test:1", "Then Nadia Brook left.");
    driver.request(change(99, NAME));
    driver.pass(SOON);
    assertThat(outcomes()).containsExactly("ENRICHED");

    driver.pass(Duration.ofMinutes(2));

    assertThat(outcomes()).containsExactly("APPLIED");
  }

  @Test
  void articlesAreEnrichedAgainAtABoundedRate() {
    for (int i = 0; i < 4 * AGAIN_PER_SECOND; i++) {
      accept("urn:test:" + i, "Then Nadia Brook left.");
    }
    driver.enriched.values();
    driver.entity(person("p:1", NAME));
    driver.request(change(0, NAME));

    driver.pass(SOON);
    assertThat(driver.enriched.values()).hasSizeBetween(1, AGAIN_PER_SECOND + 1);
    driver.pass(Duration.ofSeconds(1));
    assertThat(driver.enriched.values()).hasSizeBetween(1, AGAIN_PER_SECOND + 1);
    passUntilNoneWaits();

    assertThat(driver.receipts.values())
        .filteredOn(r -> r.getOutcome().equals("ENRICHED"))
        .hasSize(2 * 4 * AGAIN_PER_SECOND);
  }

  @Test
  void theGaugeTellsHowManyArticlesWait() {
    for (int i = 0; i < 3 * AGAIN_PER_SECOND; i++) {
      accept("urn:test:" + i, "Then Nadia Brook left.");
    }
    driver.enriched.values();
    driver.entity(person("p:1", NAME));
    driver.request(change(0, NAME));
    assertThat(waiting()).isZero();

    driver.pass(SOON);
    assertThat(waiting())
        .isPositive()
        .isEqualTo(3 * AGAIN_PER_SECOND - driver.enriched.values().size());
    passUntilNoneWaits();
    assertThat(waiting()).isZero();
  }

  /** A slow machine does less in its turn than it may. */
  private void passUntilNoneWaits() {
    for (int i = 0; i < 1_000 && waiting() > 0; i++) {
      driver.pass(Duration.ofSeconds(1));
    }
  }

  private int waiting() {
    return (int) driver.metrics.get("articles.enrich.waiting").gauge().value();
  }

  @Test
  void manyChangesAreOneWalk() {
    accept("urn:test:1", "Then Nadia Brook left Tom Field.");
    driver.entity(person("p:1", NAME));
    driver.entity(person("p:2", "Tom Field"));
    driver.request(change(0, NAME));
    driver.request(change(1, "Tom Field"));
    driver.pass(SOON);

    assertThat(outcomes()).containsExactly("ENRICHED", "ENRICHED", "APPLIED", "APPLIED");
  }

  @Test
  void aNameWithoutCapitalsMayBeInEveryArticle() {
    accept("urn:test:1", "Then he left for the lowtown.");
    driver.entity(Samples.place("l:1", "lowtown"));
    driver.request(change(0, "lowtown"));
    driver.pass(SOON);

    assertThat(driver.enriched.values()).hasSize(2);
  }

  @Test
  void aWithdrawnArticleIsNotLookedAt() {
    accept("urn:test:1", "Then Nadia Brook left.");
    driver.accept(article("urn:test:1", 2).setPubStatus(PubStatus.CANCELED).build());
    driver.entity(person("p:1", NAME));
    driver.request(change(0, NAME));
    driver.pass(SOON);

    assertThat(driver.enriched.values()).hasSize(2);
    assertThat(outcomes()).containsExactly("ENRICHED", "ENRICHED", "APPLIED");
  }

  private void accept(String uri, String body) {
    driver.accept(article(uri, 1).setBody(body).build());
  }

  private static EnrichmentRequest change(long offset, String name) {
    List<Integer> tokens = Arrays.stream(NameTokens.of(Stream.of(name))).boxed().toList();
    return EnrichmentRequest.newBuilder()
        .setUri("entities")
        .setReason("KNOWLEDGE")
        .setRequestedAt(NOW)
        .setKnowledge(new KnowledgeChange(0, offset, List.of(tokens)))
        .build();
  }

  private List<String> outcomes() {
    return driver.receipts.values().stream().map(Receipt::getOutcome).toList();
  }
}
