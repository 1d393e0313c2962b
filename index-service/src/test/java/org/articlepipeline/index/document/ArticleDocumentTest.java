package org.articlepipeline.index.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.articlepipeline.index.Samples;
import org.articlepipeline.index.elasticsearch.ElasticsearchConnection;
import org.articlepipeline.schemas.EnrichedArticle;
import org.articlepipeline.schemas.PubStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ArticleDocumentTest {
  private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");

  @Test
  void holdsEveryFieldOfTheContractUnderItsName() {
    ObjectNode document = ArticleDocument.of(Samples.full("urn:test:1"));

    assertThat(names(document))
        .containsExactly(
            "uri",
            "revision",
            "source",
            "type",
            "url",
            "canonicalUrl",
            "pubStatus",
            "headline",
            "subheadline",
            "byline",
            "authors",
            "sections",
            "keywords",
            "subjects",
            "images",
            "rights",
            "language",
            "languageConfidence",
            "datePublished",
            "dateModified",
            "expires",
            "ingestedAt",
            "body",
            "summary",
            "wordCount",
            "readTime",
            "readability",
            "people",
            "places",
            "keyPhrases",
            "quotes",
            "contentHash",
            "duplicateOf",
            "clusterUri",
            "clusterHead",
            "extra",
            "enrichmentVersion",
            "enrichmentRun");
    assertThat(document.path("datePublished").asText()).isEqualTo("2026-03-01T09:00:00Z");
    assertThat(document.path("ingestedAt").asText()).isEqualTo("2026-03-01T10:15:30.290Z");
    assertThat(document.at("/extra/desk").asText()).isEqualTo("coast");
    assertThat(document.at("/subjects/0/relevance").asDouble()).isEqualTo(0.8);
    assertThat(document.at("/images/0/credit").asText()).isEqualTo("I. Holm");
  }

  @Test
  void whatIngestTookBackIsAStubEvenWhereTheClockIsBehind() {
    EnrichedArticle expired =
        EnrichedArticle.newBuilder(Samples.full("urn:test:1"))
            .setBody(null)
            .setExpires(NOW.plusSeconds(1))
            .build();

    assertThat(new String(ArticleDocument.toIndex(expired, NOW), UTF_8))
        .contains("\"expires\"")
        .doesNotContain("headline", "clusterUri");
  }

  @Test
  void offsetsCutTheirSurfaceOutOfTheBody() {
    ObjectNode document = ArticleDocument.of(Samples.full("urn:test:1"));
    String body = document.path("body").asText();

    JsonNode ruiz = document.at("/people/0");
    assertThat(names(ruiz))
        .containsExactly(
            "name", "uri", "sameAs", "aliases", "salience", "confidence", "evidence", "mentions");
    for (JsonNode mention : ruiz.path("mentions")) {
      assertThat(body.substring(mention.path("start").asInt(), mention.path("end").asInt()))
          .isEqualTo(mention.path("surface").asText());
    }
    JsonNode quote = document.at("/quotes/0");
    assertThat(body.substring(quote.path("start").asInt(), quote.path("end").asInt()))
        .isEqualTo(quote.path("text").asText());
  }

  @Test
  void leavesOutWhatHasNoValueButNeverTheCluster() {
    ObjectNode document = ArticleDocument.of(Samples.article("urn:test:1", 1).build());

    assertThat(names(document))
        .containsExactly(
            "uri",
            "revision",
            "source",
            "type",
            "pubStatus",
            "headline",
            "languageConfidence",
            "ingestedAt",
            "body",
            "wordCount",
            "readTime",
            "clusterUri",
            "clusterHead",
            "enrichmentRun");
    assertThat(document.path("clusterUri").asText()).isEqualTo("urn:test:1");
  }

  @ParameterizedTest
  @EnumSource(value = PubStatus.class, names = "USABLE", mode = EnumSource.Mode.EXCLUDE)
  void whatIsNotUsableIsAStubWithoutContent(PubStatus status) {
    EnrichedArticle article = Samples.full("urn:test:1");
    article.setPubStatus(status);

    assertThat(names(indexed(article)))
        .containsExactly(
            "uri",
            "revision",
            "enrichmentRun",
            "source",
            "pubStatus",
            "expires",
            "ingestedAt",
            "endedAt",
            "auditBucket",
            "auditHashA",
            "auditHashB");
  }

  @Test
  void whatHasExpiredIsAStubWithoutContent() {
    EnrichedArticle article = Samples.full("urn:test:1");
    article.setExpires(NOW);
    assertThat(indexed(article).has("body")).isFalse();

    article.setExpires(NOW.plusMillis(1));
    ObjectNode content = indexed(article);
    content.remove(ArticleDocument.AUDIT_FIELDS);
    assertThat(content).isEqualTo(ArticleDocument.of(article));
  }

  private static ObjectNode indexed(EnrichedArticle article) {
    try {
      return (ObjectNode)
          ElasticsearchConnection.JSON.readTree(ArticleDocument.toIndex(article, NOW));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
