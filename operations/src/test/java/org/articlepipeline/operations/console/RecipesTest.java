package org.articlepipeline.operations.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.articlepipeline.operations.cluster.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The search page asks what docs/searching.md tells frontends to ask. */
class RecipesTest {
  private static final Pattern BLOCK =
      Pattern.compile("(?s)```json\nPOST articles/_search\n(.*?)```");

  @ParameterizedTest
  @CsvSource({
    "headlines, old bri",
    "people, bob d",
    "more-like-this, WORDS",
    "entity-about, WORDS",
    "entity-newest, WORDS",
    "story, WORDS"
  })
  void eachRecipeIsTheDocumentedOne(String recipe, String example) throws IOException {
    assertThat(documented()).contains(Recipe.named(recipe).filled(Map.of("WORDS", example)));
  }

  private static List<JsonNode> documented() throws IOException {
    String page =
        Files.readString(
            Path.of(System.getProperty("articles.home", ".."), "docs", "searching.md"));
    var queries = new ArrayList<JsonNode>();
    for (Matcher block = BLOCK.matcher(page); block.find(); ) {
      queries.add(Json.MAPPER.readTree(block.group(1)));
    }
    return queries;
  }

  @Test
  void whatIsFilledInStaysAValue() {
    String quote = "\"}}, \"size\": 10000, \"x\": {\"a\": \"";

    JsonNode filled = Recipe.named("headlines").filled(Map.of("WORDS", quote));

    assertThat(filled.at("/query/match/headline.typed/query").asText()).isEqualTo(quote);
    assertThat(filled.path("size").asInt()).isEqualTo(5);
  }

  @Test
  void facetsAndStoriesNarrowTheSearchAndPagingKeepsThem() {
    var form =
        new SearchForm(
            new Fields(Map.of("q", List.of("bridge"), "place", List.of("Rotterdam & Delft"))));

    JsonNode query = form.query();

    assertThat(query.at("/query/bool/filter").toString())
        .contains("{\"term\":{\"clusterHead\":true}}")
        .contains("{\"term\":{\"placeNames\":\"Rotterdam & Delft\"}}");
    assertThat(query.at("/query/bool/must/function_score").isObject()).isTrue();
    assertThat(form.pageAt(2)).contains("place=Rotterdam+%26+Delft").contains("page=2");
  }
}
