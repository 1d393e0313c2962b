package org.articlepipeline.index.indices;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch.indices.update_aliases.Action;
import co.elastic.clients.elasticsearch.indices.update_aliases.AddAction;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.articlepipeline.index.Samples;
import org.articlepipeline.index.document.ArticleDocument;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

final class IndexTemplateTest {
  private static final IndexSettings SETTINGS = new IndexSettings(1, 2, "500ms");

  /** Fields that Elasticsearch fills from others: no document has them. */
  private static final Set<String> DERIVED =
      Set.of(
          "peopleNames",
          "organisationNames",
          "placeNames",
          "otherNames",
          "entityNames",
          "entityUris");

  @Test
  void noIndexIsMadeByAWriteAndNoFieldByADocument() {
    for (IndexTemplate template :
        new IndexTemplate[] {
          IndexTemplate.articles(SETTINGS),
          IndexTemplate.receipts(SETTINGS),
          IndexTemplate.deadLetters(SETTINGS)
        }) {
      assertThat(template.body().path("allow_auto_create").asBoolean(true)).isFalse();
      assertThat(template.mappings().path("dynamic").asText()).isEqualTo("strict");
      assertThat(template.mappings().path("_meta").path("hash").asText()).hasSize(64);
      JsonNode index = template.body().path("template").path("settings");
      assertThat(index.path("number_of_replicas").asInt()).isEqualTo(2);
      assertThat(index.path("refresh_interval").asText()).isEqualTo("500ms");
    }
  }

  @Test
  void theMappingHasTheFieldsOfTheDocument() {
    Set<String> mapped = new TreeSet<>();
    IndexTemplate.articles(SETTINGS)
        .mappings()
        .path("properties")
        .fieldNames()
        .forEachRemaining(mapped::add);
    Set<String> documented = new TreeSet<>(DERIVED);
    documented.addAll(ArticleDocument.AUDIT_FIELDS);
    documented.add("organisations");
    documented.add("others");
    documented.add("stemmed");
    documented.add("endedAt");
    ArticleDocument.of(Samples.full("urn:test:1")).fieldNames().forEachRemaining(documented::add);
    assertThat(mapped).isEqualTo(documented);
  }

  @Test
  void everyFieldIsDocumented() throws IOException {
    String page = Files.readString(Path.of("../docs/searching.md"));
    Set<String> fields = new TreeSet<>();
    addNames(IndexTemplate.articles(SETTINGS).mappings(), fields);
    fields.removeAll(ArticleDocument.AUDIT_FIELDS);
    assertThat(fields)
        .hasSizeGreaterThan(60)
        .allSatisfy(
            field -> assertThat(page).containsPattern("[`.{ ,]" + Pattern.quote(field) + "\\b"));
  }

  private static void addNames(JsonNode node, Set<String> names) {
    for (String kind : List.of("properties", "fields")) {
      node.path(kind)
          .properties()
          .forEach(
              field -> {
                names.add(field.getKey());
                addNames(field.getValue(), names);
              });
    }
  }

  @Test
  void theHashTellsMappingsApart() {
    assertThat(hash(IndexTemplate.articles(SETTINGS)))
        .isEqualTo(hash(IndexTemplate.articles(new IndexSettings(3, 0, "1s"))))
        .isNotEqualTo(hash(IndexTemplate.receipts(SETTINGS)));
  }

  @Test
  void aDifferenceIsNamedExactly() {
    JsonNode ours = IndexTemplate.articles(SETTINGS).mappings();
    ObjectNode theirs = ours.deepCopy();
    ((ObjectNode) theirs.at("/properties/headline")).put("analyzer", "english");
    ((ObjectNode) theirs.at("/properties")).remove("wordCount");
    ((ObjectNode) theirs.at("/properties")).putObject("mood").put("type", "keyword");
    theirs.withObject("/_meta").put("version", 9);

    assertThat(MappingDifference.between("mapping", theirs, ours))
        .containsExactly(
            "mapping.properties.headline.analyzer: the index has english, this version needs articles_english",
            "mapping.properties.mood.type: the index has keyword, this version needs nothing",
            "mapping.properties.wordCount.type: the index has nothing, this version needs integer");
    assertThat(MappingDifference.between("mapping", ours, ours)).isEmpty();
  }

  @Test
  void aLongListThatDiffersIsToldInShort() {
    JsonNode ours = IndexTemplate.articles(SETTINGS).analysis();
    ObjectNode theirs = ours.deepCopy();
    ((ArrayNode) theirs.at("/filter/articles_synonyms/synonyms")).set(0, "tram, bus");

    assertThat(MappingDifference.between("analysis", theirs, ours))
        .singleElement(InstanceOfAssertFactories.STRING)
        .containsPattern(
            "^analysis.filter.articles_synonyms.synonyms: the index has \\d{3} values \\(sha256 \\w{8}…\\), this version needs");
  }

  /** {@code a => b} would take {@code a} out of the index, and its own word would not find it. */
  @Test
  void noRuleForWordsTakesAWordAway() {
    List<String> rules = new ArrayList<>();
    IndexTemplate.articles(SETTINGS)
        .analysis()
        .at("/filter/articles_synonyms/synonyms")
        .forEach(rule -> rules.add(rule.asText()));

    assertThat(rules).hasSizeGreaterThan(400).doesNotHaveDuplicates();
    assertThat(rules)
        .allSatisfy(
            rule -> {
              String[] sides = rule.split(" => ", -1);
              assertThat(sides).hasSizeBetween(1, 2);
              assertThat(sides[sides.length - 1].split(", ", -1))
                  .hasSizeGreaterThan(1)
                  .contains(sides[0].split(", ", -1))
                  .doesNotHaveDuplicates()
                  .allMatch(word -> word.matches("[a-z0-9]+( [a-z0-9]+)*"));
            });
  }

  @Test
  void theAliasShowsOnlyWhatMayBeSeen() {
    List<AddAction> actions =
        ArticleAliases.serving("articles-000001").build().actions().stream()
            .map(Action::add)
            .toList();
    assertThat(actions)
        .extracting(AddAction::alias)
        .containsExactly("articles-write-000001", "articles", "articles-all");
    assertThat(actions.get(1).filter())
        .hasToString(
            "Query: {\"bool\":{\"filter\":[{\"term\":{\"pubStatus\":{\"value\":\"USABLE\"}}}],\"must_not\":[{\"term\":{\"source\":{\"value\":\"_canary\"}}},{\"range\":{\"expires\":{\"lte\":\"now\"}}}]}}");
    assertThat(actions.get(2).filter()).isNull();
  }

  private static String hash(IndexTemplate template) {
    return template.mappings().path("_meta").path("hash").asText();
  }
}
