package org.articlepipeline.index;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.articlepipeline.embedded.EmbeddedStack;
import org.articlepipeline.index.document.ArticleDocument;
import org.articlepipeline.index.indices.ArticleIndex;
import org.articlepipeline.index.indices.IndexNames;
import org.articlepipeline.index.indices.IndexSettings;
import org.articlepipeline.index.indices.IndexStatus;
import org.articlepipeline.index.indices.IndexTemplate;
import org.articlepipeline.index.indices.MappingRefusedException;
import org.articlepipeline.index.search.ArticleSearch;
import org.articlepipeline.index.search.DeadLetterEntry;
import org.articlepipeline.index.search.JournalQueries;
import org.articlepipeline.index.search.ReceiptEntry;
import org.articlepipeline.schemas.EnrichedArticle;
import org.articlepipeline.schemas.PubStatus;
import org.junit.jupiter.api.Test;

/** The service on real servers: what readers see, and what is told of every record. */
final class IndexServiceIT extends RunningService {
  IndexServiceIT(EmbeddedStack stack) {
    super(stack);
  }

  @Test
  void anArticleIsFoundByItsWordsAndItsEntities() {
    String uri = "urn:it:found";
    // with a word that no other test's article has
    EnrichedArticle article =
        EnrichedArticle.newBuilder(Samples.full(uri))
            .setHeadline("Tide mill at Quenby turns again")
            .build();
    pipeline.publish(article);
    ArticleSearch search = new ArticleSearch(pipeline.elasticsearch());

    await()
        .atMost(TIME)
        .untilAsserted(
            () ->
                assertThat(search.search("turning mills quenby \"Port Salvo\"", 0, 10).hits())
                    .anySatisfy(
                        hit -> {
                          assertThat(hit.uri()).isEqualTo(uri);
                          assertThat(hit.document()).isEqualTo(ArticleDocument.of(article));
                          assertThat(hit.highlights().toString()).contains("<em>mill</em>");
                        }));
    // copied from the nested entities, so that facets need no nested aggregation
    assertThat(facet("peopleNames")).contains("Ana Ruiz");
    assertThat(facet("placeNames.folded")).contains("port salvo");
    assertThat(search.search("Ruiz Quenby", 0, 10).hits())
        .extracting(ArticleSearch.Hit::uri)
        .contains(uri);
  }

  @Test
  void anApostropheIsFoundInWhateverShapeItIsTyped() {
    String uri = "urn:it:apostrophe";
    pipeline.publish(Samples.article(uri, 1).setBody("The keeper’s lamp is lit.").build());

    await()
        .atMost(TIME)
        .untilAsserted(() -> assertThat(phrase("body.exact", "keeper's lamp")).isEqualTo(1));
    assertThat(phrase("body.exact", "keeper’s lamp")).isEqualTo(1);
    assertThat(phrase("body.folded", "keeper's lamp")).isEqualTo(1);
    assertThat(phrase("body", "keeper lamp")).isEqualTo(1);
    assertThat(pipeline.stored(uri).orElseThrow().path("body").asText())
        .isEqualTo("The keeper’s lamp is lit.");
  }

  private long phrase(String field, String words) {
    return pipeline
        .elasticsearch()
        .call(
            client ->
                client.count(
                    count ->
                        count
                            .index(IndexNames.ARTICLES)
                            .query(q -> q.matchPhrase(p -> p.field(field).query(words)))))
        .count();
  }

  @Test
  void theNewestRevisionWinsWhateverTheOrder() {
    String uri = "urn:it:newest";
    pipeline.publish(Samples.article(uri, 3).build());
    pipeline.publish(Samples.article(uri, 2).build());
    pipeline.publish(Samples.article(uri, 4).setEnrichmentRun(1).build());
    pipeline.publish(Samples.article(uri, 4).setEnrichmentRun(0).build());

    await()
        .atMost(TIME)
        .untilAsserted(
            () ->
                assertThat(pipeline.outcomes(uri))
                    .containsExactlyInAnyOrder("INDEXED 3", "STALE 2", "INDEXED 4", "STALE 4"));
    assertThat(pipeline.stored(uri))
        .hasValueSatisfying(
            document -> {
              assertThat(document.path("revision").asLong()).isEqualTo(4);
              assertThat(document.path("enrichmentRun").asInt()).isEqualTo(1);
            });
  }

  @Test
  void canceledHidesAndAnOlderRevisionDoesNotComeBack() {
    String uri = "urn:it:canceled";
    pipeline.publish(Samples.article(uri, 10).build());
    await().atMost(TIME).until(() -> pipeline.visible(uri).isPresent());
    // sent with its content, which must not reach the index all the same
    pipeline.publish(Samples.article(uri, 11).setPubStatus(PubStatus.CANCELED).build());
    pipeline.publish(Samples.article(uri, 10).build());

    await()
        .atMost(TIME)
        .untilAsserted(
            () ->
                assertThat(pipeline.outcomes(uri))
                    .containsExactlyInAnyOrder("INDEXED 10", "INDEXED 11", "STALE 10"));
    await().atMost(TIME).until(() -> pipeline.visible(uri).isEmpty());
    JsonNode stub = pipeline.stored(uri).orElseThrow();
    assertThat(stub.path("pubStatus").asText()).isEqualTo("CANCELED");
    assertThat(stub.has("headline")).isFalse();
    assertThat(stub.has("body")).isFalse();
  }

  @Test
  void whatExpiredOrBelongsToTheCanaryIsNotSeen() {
    pipeline.publish(
        Samples.article("urn:it:expired", 1).setExpires(Instant.now().minusSeconds(5)).build());
    pipeline.publish(
        Samples.article("urn:it:expires", 1).setExpires(Instant.now().plusSeconds(4)).build());
    pipeline.publish(Samples.article("urn:it:canary", 1).setSource("_canary").build());

    await().atMost(TIME).until(() -> pipeline.visible("urn:it:expires").isPresent());
    assertThat(pipeline.visible("urn:it:expired")).isEmpty();
    assertThat(pipeline.stored("urn:it:expired").orElseThrow().has("body")).isFalse();
    assertThat(pipeline.visible("urn:it:canary")).isEmpty();
    await().atMost(TIME).until(() -> pipeline.stored("urn:it:canary").isPresent());
    await().atMost(TIME).until(() -> pipeline.visible("urn:it:expires").isEmpty());
  }

  @Test
  void aRejectedDocumentIsDeadLetteredAndOthersGoOn() {
    String bad = "urn:it:rejected";
    EnrichedArticle notANumber = Samples.article(bad, 1).setLanguageConfidence(Double.NaN).build();
    pipeline.publishAll(
        List.of(
            Samples.article("urn:it:before", 1).build(),
            notANumber,
            Samples.article("urn:it:after", 1).build()));

    await().atMost(TIME).until(() -> pipeline.visible("urn:it:before").isPresent());
    await().atMost(TIME).until(() -> pipeline.visible("urn:it:after").isPresent());
    JournalQueries journal = new JournalQueries(pipeline.elasticsearch());
    JournalQueries.Filter filter = new JournalQueries.Filter("INDEX_REJECTED", "index", bad);
    // 503 while the day's index has no shard up
    await()
        .atMost(TIME)
        .ignoreExceptions()
        .until(() -> journal.deadLetters(filter, 0, 10).total() == 1);
    DeadLetterEntry letter = journal.deadLetters(filter, 0, 10).entries().getFirst();
    assertThat(letter.message()).contains("400", "languageConfidence");
    assertThat(letter.value()).isNull();
    assertThat(journal.deadLetter(letter.id()).orElseThrow().value()).isNotEmpty();
    await()
        .atMost(TIME)
        .untilAsserted(() -> assertThat(pipeline.outcomes(bad)).containsExactly("REJECTED 1"));
    assertThat(pipeline.stored(bad)).isEmpty();
  }

  @Test
  void whatCanNotBeReadIsDeadLettered() {
    pipeline.publishBytes("urn:it:garbage", "no Avro".getBytes(UTF_8));
    pipeline.publishBytes("urn:it:null", null);
    JournalQueries journal = new JournalQueries(pipeline.elasticsearch());

    await()
        .atMost(TIME)
        .untilAsserted(
            () -> {
              assertThat(journal.journey("urn:it:garbage"))
                  .extracting(ReceiptEntry::reason)
                  .containsExactly("NOT_AVRO");
              assertThat(journal.journey("urn:it:null"))
                  .extracting(ReceiptEntry::reason)
                  .containsExactly("NULL_VALUE");
            });
  }

  @Test
  void aSecondInstanceSharesTheWorkAndFindsTheIndexAsItIs() {
    List<EnrichedArticle> articles = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      articles.add(Samples.article("urn:shared:" + i, 1).setSource("shared").build());
    }
    try (IndexService second = IndexService.build(pipeline.config())) {
      second.start();
      pipeline.publishAll(articles.subList(0, 150));
      await().atMost(TIME).until(() -> second.health().ready());
      pipeline.publishAll(articles.subList(150, 300));
      await().atMost(TIME).until(() -> pipeline.count("shared") == 300);
    }
    // the group is idle again, its lag 0 although transaction markers may be last
    await().atMost(TIME).until(() -> pipeline.receiptCount("shared") >= 300);
    await()
        .atMost(TIME)
        .until(() -> pipeline.lag(IndexNames.consumerGroup(pipeline.served())) == 0);
  }

  @Test
  void anotherMappingIsRefusedWithTheDifference() {
    IndexTemplate other = IndexTemplate.articles(new IndexSettings(1, 0, "1s"));
    ((ObjectNode) other.mappings().at("/properties/byline")).put("analyzer", "articles_exact");
    assertThatThrownBy(
            () ->
                new ArticleIndex(pipeline.elasticsearch(), other).requireMapping(pipeline.served()))
        .isInstanceOf(MappingRefusedException.class)
        .hasMessageContaining(
            "mapping.properties.byline.analyzer: the index has articles_folded, this version needs articles_exact");

    IndexTemplate otherStems = IndexTemplate.articles(new IndexSettings(1, 0, "1s"));
    ((ObjectNode) otherStems.body().at("/template/settings/analysis/filter/articles_german"))
        .put("language", "light_german");
    assertThatThrownBy(
            () ->
                new ArticleIndex(pipeline.elasticsearch(), otherStems)
                    .requireMapping(pipeline.served()))
        .isInstanceOf(MappingRefusedException.class)
        .hasMessageContaining(
            "analysis.filter.articles_german.language: the index has german, this version needs light_german");
  }

  @Test
  void statusTellsWhatServes() {
    assertThat(IndexStatus.read(pipeline.elasticsearch()).indices())
        .filteredOn(IndexStatus.Index::serving)
        .singleElement()
        .satisfies(
            index -> {
              assertThat(index.name()).isEqualTo(pipeline.served());
              assertThat(index.aliases()).contains("articles", "articles-all");
              assertThat(index.health()).isEqualTo("green");
              assertThat(index.mappingVersion()).isEqualTo(3);
              assertThat(index.mappingHash()).hasSize(64);
              assertThat(index.consumerGroup()).isEqualTo("index-service." + index.name());
            });
    assertThat(service.health().details())
        .containsEntry("articles", "consuming")
        .hasEntrySatisfying("elasticsearch", state -> assertThat(state).startsWith("answers at"));
  }

  private List<String> facet(String field) {
    return pipeline
        .elasticsearch()
        .call(
            client ->
                client.search(
                    search ->
                        search
                            .index(IndexNames.ARTICLES)
                            .size(0)
                            .aggregations("f", f -> f.terms(terms -> terms.field(field))),
                    Void.class))
        .aggregations()
        .values()
        .stream()
        .flatMap(facet -> facet.sterms().buckets().array().stream())
        .map(bucket -> bucket.key().stringValue())
        .toList();
  }
}
