package org.articlepipeline.index.indices;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.articlepipeline.embedded.EmbeddedStack;
import org.articlepipeline.embedded.UsesStack;
import org.articlepipeline.index.Samples;
import org.articlepipeline.schemas.EnrichedArticle;
import org.articlepipeline.schemas.NamedEntity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the mapping makes of texts and names, on a real node. */
@UsesStack
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MappingIT {
  private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");

  private final TestIndex index;

  MappingIT(EmbeddedStack stack) {
    index = new TestIndex(stack.elasticsearch().url(), "mapping");
  }

  @BeforeAll
  void write() {
    put("en", "Mills", "The river’s mills die slowly while the bridges are running out of money.");
    put("de-AT", "Häuser", "In den Häusern der Altstadt wohnten früher Straßenbahner.");
    put("fr", "L’avion", "Les chevaux de l’empereur sont nationaux.");
    put("es", "Canciones", "Las ciudades españolas cantaban canciones.");
    put("en-GB", "A storm", "Influenza kept the UN’s envoy at home while rail staff walked out.");
    put("it", "Libri", "I libri dell’università perché no.");
    index.put(
        Samples.article("urn:names", 1)
            .setPeople(
                List.of(
                    NamedEntity.newBuilder()
                        .setName("Robert Zimmerly")
                        .setUri("urn:entity:zimmerly")
                        .setAliases(List.of("Zimmerly"))
                        .setAlternateNames(List.of("Bob Dillon"))
                        .build()))
            .build(),
        NOW);
    index.refresh();
  }

  private void put(String language, String headline, String body) {
    EnrichedArticle article =
        Samples.article("urn:" + language, 1)
            .setLanguage(language)
            .setHeadline(headline)
            .setBody(body)
            .build();
    index.put(article, NOW);
  }

  @AfterAll
  void drop() {
    index.close();
  }

  @ParameterizedTest
  @CsvSource({
    "stemmed.de.body, Haus, urn:de-AT",
    "stemmed.de.body, Strassenbahner, urn:de-AT",
    "stemmed.de.headline, häuser, urn:de-AT",
    "stemmed.fr.body, cheval national, urn:fr",
    "stemmed.fr.body, empereurs, urn:fr",
    "stemmed.fr.headline, avions, urn:fr",
    "stemmed.es.body, cancion española, urn:es",
    "body, rivers run bridge, urn:en",
    "body, flu united nations strike train, urn:en-GB",
    "body, bird flu, ",
    "body.folded, flu, ",
    "headline, gale, ",
    "body.folded, universita perche, ",
    "body.folded, libri perche, urn:it",
    "body.exact, libri perche, ",
    "body.exact, libri perché, urn:it",
    "headline.typed, hau, urn:de-AT",
    "headline.typed, ha, urn:de-AT",
    "headline.typed, auser, ",
    "entityNames, bob dillon, urn:names",
    "entityNames.typed, bob dil, urn:names",
  })
  void aWordIsFoundByTheRulesOfItsField(String field, String words, String uri) {
    String query =
        "{\"match\": {\"%s\": {\"query\": \"%s\", \"operator\": \"and\"}}}".formatted(field, words);
    assertThat(index.find(query)).isEqualTo(uri == null ? List.of() : List.of(uri));
  }

  @Test
  void noWordIsStemmedByTheRulesOfAnotherLanguage() {
    assertThat(index.find("{\"exists\": {\"field\": \"stemmed.de.body\"}}"))
        .containsExactly("urn:de-AT");
    assertThat(index.find("{\"multi_match\": {\"query\": \"die\", \"fields\": [\"stemmed.*\"]}}"))
        .isEmpty();
  }

  @Test
  void whatALanguagesFieldFindsIsHighlightedInTheBodyAndTheBodyIsThereOnce() {
    JsonNode answer =
        index.ok(
            "POST",
            "/mapping/_search",
            """
            {"query": {"match": {"stemmed.de.body": "Haus"}},
             "highlight": {"fields": {"body": {"matched_fields": ["body", "stemmed.de.body", "stemmed.fr.body", "stemmed.es.body"]}}}}
            """);
    JsonNode hit = answer.at("/hits/hits/0");
    assertThat(hit.at("/highlight/body/0").asText()).contains("<em>Häusern</em>");
    assertThat(hit.path("_source").has("stemmed")).isFalse();
    assertThat(hit.at("/_source/body").asText()).contains("Häusern");
  }

  @Test
  void anEntityIsFoundByANameThatOnlyTheKnowledgeBaseHas() {
    String query =
        """
        {"nested": {"path": "people", "query": {"match": {"people.names%s": {"query": "%s", "operator": "and"}}}}}
        """;
    assertThat(index.find(query.formatted("", "bob dillon"))).containsExactly("urn:names");
    assertThat(index.find(query.formatted(".typed", "di"))).containsExactly("urn:names");
    assertThat(index.find("{\"term\": {\"peopleNames\": \"Bob Dillon\"}}")).isEmpty();
    assertThat(index.find("{\"term\": {\"peopleNames\": \"Robert Zimmerly\"}}"))
        .containsExactly("urn:names");
  }
}
