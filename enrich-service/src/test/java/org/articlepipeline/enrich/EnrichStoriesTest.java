package org.articlepipeline.enrich;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.articlepipeline.enrich.EnrichDriver.key;
import static org.articlepipeline.enrich.Samples.article;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.articlepipeline.schemas.Article;
import org.articlepipeline.schemas.ArticleSignature;
import org.articlepipeline.schemas.DeadLetter;
import org.articlepipeline.schemas.EnrichedArticle;
import org.articlepipeline.schemas.PubStatus;
import org.articlepipeline.schemas.Receipt;
import org.articlepipeline.schemas.Topics;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Stories, through the whole topology. */
class EnrichStoriesTest {
  private static final String TEXT =
      "The harbour of Northgate was opened again on Monday, three weeks after the storm, when the "
          + "last of the sunken boats had been lifted from the mouth of the river. The mayor said "
          + "that the repair of the northern pier would take until the autumn and cost more than "
          + "the town had put aside for it. Fishermen who had landed their catch in Southgate "
          + "since the storm came home in the morning and were greeted by a brass band.";

  private final EnrichDriver driver = new EnrichDriver();
  private final Map<String, EnrichedArticle> published = new HashMap<>();

  @AfterEach
  void close() {
    driver.close();
  }

  private static Article.Builder told(String uri, long revision) {
    return article(uri, revision)
        .setBody(TEXT)
        .setIngestedAt(Samples.INGESTED.plusSeconds(revision));
  }

  private static Article withdrawn(String uri, long revision) {
    return article(uri, revision)
        .setPubStatus(PubStatus.CANCELED)
        .setHeadline(null)
        .setBody(null)
        .setIngestedAt(Samples.INGESTED.plusSeconds(revision))
        .build();
  }

  private Tuple story(String uri) {
    driver.enriched.values().forEach(a -> published.put(a.getUri(), a));
    EnrichedArticle a = published.get(uri);
    return a == null
        ? Tuple.tuple()
        : Tuple.tuple(a.getClusterUri(), a.getClusterHead(), a.getDuplicateOf());
  }

  @Test
  void aCopyIsPublishedAtOnceAndAgainAsPartOfTheStory() {
    driver.accept(told("urn:a", 1).build());
    driver.accept(told("urn:b", 2).build());

    assertThat(driver.enriched.values())
        .extracting(
            EnrichedArticle::getUri,
            EnrichedArticle::getEnrichmentRun,
            EnrichedArticle::getClusterUri,
            EnrichedArticle::getClusterHead,
            EnrichedArticle::getDuplicateOf)
        .containsExactly(
            Tuple.tuple("urn:a", 0, "urn:a", true, null),
            Tuple.tuple("urn:b", 0, "urn:b", true, null),
            Tuple.tuple("urn:b", 1, "urn:a", false, "urn:a"));
    assertThat(driver.deadLetters.isEmpty()).isTrue();
  }

  @Test
  void aNewRevisionThatTellsTheSameIsPublishedOnce() {
    driver.accept(told("urn:a", 1).build());
    driver.accept(told("urn:b", 2).build());
    driver.enriched.values();
    driver.accept(told("urn:b", 3).setHeadline("Harbour open").build());

    EnrichedArticle only = driver.enriched.value();
    assertThat(driver.enriched.isEmpty()).isTrue();
    assertThat(only.getClusterUri()).isEqualTo("urn:a");
    assertThat(only.getDuplicateOf()).isEqualTo("urn:a");
  }

  @Test
  void whenTheHeadIsWithdrawnTheCopyStandsForTheStory() {
    driver.accept(told("urn:a", 1).build());
    driver.accept(told("urn:b", 2).build());
    driver.accept(withdrawn("urn:a", 3));

    assertThat(story("urn:b")).isEqualTo(Tuple.tuple("urn:a", true, null));
    assertThat(story("urn:a")).isEqualTo(Tuple.tuple("urn:a", true, null));
  }

  @Test
  void aCanaryBelongsToNoStory() {
    driver.accept(told("urn:a", 1).build());
    driver.accept(told("urn:canary", 2).setSource("_canary").build());

    assertThat(story("urn:canary")).isEqualTo(Tuple.tuple("urn:canary", true, null));
    assertThat(driver.output(Topics.SIGNATURES).values())
        .extracting(ArticleSignature::getUri)
        .containsExactly("urn:a");
  }

  @Test
  void aSignatureThatCanNotBeReadIsADeadLetterAndTheNextIsRead() {
    driver.pipe(Topics.SIGNATURES, key("urn:x"), "nonsense".getBytes(UTF_8));
    driver.pipe(
        Topics.SIGNATURES,
        key("urn:x"),
        driver.bytes(
            Topics.SIGNATURES,
            ArticleSignature.newBuilder()
                .setUri("urn:x")
                .setRevision(1)
                .setVisible(true)
                .setIngestedAt(Instant.EPOCH)
                .setMinHash(UTF_8.encode("short"))
                .setClusterUri("urn:x")
                .build()));
    driver.pipe(Topics.SIGNATURES, key("urn:x"), null);

    assertThat(driver.deadLetters.values())
        .extracting(DeadLetter::getReason)
        .containsExactly("NOT_AVRO", "WRONG_TYPE", "NULL_VALUE");
    assertThat(driver.receipts.values()).extracting(Receipt::getOutcome).containsOnly("REJECTED");
  }

  @Test
  void withoutTheStepEveryArticleIsAlone() {
    try (EnrichDriver off = EnrichDriver.withoutStories()) {
      off.accept(told("urn:a", 1).build());
      off.accept(told("urn:b", 2).build());
      List<EnrichedArticle> all = off.enriched.values();
      assertThat(all).extracting(EnrichedArticle::getClusterUri).containsExactly("urn:a", "urn:b");
    }
  }
}
