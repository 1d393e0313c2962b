package org.articlepipeline.index.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.articlepipeline.index.indices.TestIndex;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Each query of the cookbook does what the page says, on whatever Elasticsearch. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CookbookTests {
  private static final String ALIAS = "cookbook";
  private static final Instant NOW = Instant.now();

  private final Cookbook cookbook = new Cookbook();
  private final TestIndex index;

  /**
   * @param url of Elasticsearch
   */
  CookbookTests(String url) {
    index = new TestIndex(url, ALIAS);
  }

  @BeforeAll
  void write() {
    CookbookSamples.write(index, NOW);
  }

  @AfterAll
  void drop() {
    index.close();
  }

  @Test
  void everyRecipeIsTested() {
    assertThat(cookbook.titles())
        .containsExactly(
            "Full text, with highlights and recency",
            "A phrase",
            "Did you mean",
            "As you type",
            "Facets",
            "More like this",
            "An entity's page",
            "A story's cluster",
            "Paging",
            "Time zones",
            "Other languages");
  }

  @Test
  void fullTextFindsAllWordsShowsThemAndPrefersTheNew() {
    JsonNode answer = all("Full text, with highlights and recency", 1).getFirst();
    assertThat(uris(answer)).startsWith("bridge-new").contains("bridge-old", "cranes");
    assertThat(answer.at("/hits/hits/0/highlight/body/0").asText())
        .contains("<em>harbour</em> <em>bridge</em>");
  }

  @Test
  void aPhraseIsFoundAsItWasWritten() {
    assertThat(uris(all("A phrase", 1).getFirst()))
        .containsExactlyInAnyOrder("bridge-old", "bridge-new");
  }

  @Test
  void aSuggestionIsShownOnlyWhenItIsFound() {
    List<JsonNode> answers = all("Did you mean", 2);
    assertThat(answers.getFirst().at("/suggest/words/0/options").findValuesAsText("text"))
        .contains("harbour bridge");
    JsonNode found = answers.getLast().at("/aggregations/found/buckets");
    assertThat(found.at("/harbour bridge/doc_count").asInt()).isEqualTo(3);
    assertThat(found.at("/harbour brigade/doc_count").asInt()).isZero();
  }

  @Test
  void beginningsFindHeadlinesAndNames() {
    List<JsonNode> answers = all("As you type", 2);
    assertThat(uris(answers.getFirst())).containsExactlyInAnyOrder("bridge-old", "bridge-new");
    assertThat(buckets(answers.getLast().at("/aggregations/people/typed/names")))
        .containsExactly("Robert Zimmerly 2");
  }

  @Test
  void facetsCountWhatMayBeSeen() {
    JsonNode facets = all("Facets", 1).getFirst().path("aggregations");
    assertThat(buckets(facets.path("people"))).containsExactly("Robert Zimmerly 2", "Anna Holm 1");
    assertThat(buckets(facets.path("sections"))).containsExactly("Harbour 3", "Work 1");
    assertThat(facets.at("/months/buckets").size()).isGreaterThan(1);
  }

  @Test
  void whatIsLikeAnArticleIsNoCopyOfIt() {
    Cookbook.Request request = request("More like this", 0);
    JsonNode answer =
        ask(
            request
                .with("CLUSTER_URI", CookbookSamples.STORY)
                .with("\"URI\"", "\"urn:cook:bridge-new\""));
    assertThat(uris(answer)).containsExactly("cranes");
  }

  @Test
  void anEntityHasAPage() {
    JsonNode about = ask(request("An entity's page", 0).with("ENTITY_URI", CookbookSamples.ENTITY));
    assertThat(uris(about)).containsExactly("cranes", "bridge-old");
    JsonNode newest =
        ask(request("An entity's page", 1).with("ENTITY_URI", CookbookSamples.ENTITY));
    assertThat(uris(newest)).containsExactly("cranes", "bridge-old");
    assertThat(buckets(newest.at("/aggregations/with")))
        .containsExactly("Robert Zimmerly 2", "Anna Holm 1");
  }

  @Test
  void aStoryIsOneHitOrAllOfIt() {
    assertThat(uris(ask(request("A story's cluster", 0))))
        .containsExactlyInAnyOrder("bridge-old", "cranes");
    JsonNode story =
        ask(request("A story's cluster", 1).with("CLUSTER_URI", CookbookSamples.STORY));
    assertThat(uris(story)).containsExactly("bridge-old", "bridge-new");
  }

  @Test
  void pagesFollowEachOtherWithoutGapOrRepeat() {
    String view = ask(request("Paging", 0)).path("id").asText();
    JsonNode first = ask(request("Paging", 1).with("PIT_ID", view));
    assertThat(uris(first)).containsExactly("bridge-new", "cranes");
    Cookbook.Request next = request("Paging", 2).with("PIT_ID", view);
    JsonNode second = ask(next.with("\"LAST_SORT\"", lastSort(first)));
    assertThat(uris(second)).containsExactly("bridge-old");
    assertThat(uris(ask(next.with("\"LAST_SORT\"", lastSort(second))))).isEmpty();
    assertThat(ask(request("Paging", 3).with("PIT_ID", view)).path("succeeded").asBoolean())
        .isTrue();
  }

  private static String lastSort(JsonNode answer) {
    JsonNode hits = answer.at("/hits/hits");
    return hits.path(hits.size() - 1).path("sort").toString();
  }

  @Test
  void aDayIsADayOfItsPlace() {
    JsonNode answer = all("Time zones", 1).getFirst();
    assertThat(uris(answer)).containsExactly("night");
    assertThat(answer.at("/aggregations/days/buckets/0/key_as_string").asText())
        .isEqualTo("2026-03-29T00:00:00.000+01:00");
  }

  @Test
  void otherLanguagesAreFoundByTheirOwnRulesOrAsTheyAre() {
    List<JsonNode> answers = all("Other languages", 2);
    assertThat(uris(answers.getFirst())).containsExactly("haus");
    assertThat(answers.getFirst().at("/hits/hits/0/highlight/body/0").asText())
        .contains("<em>Häusern</em>");
    assertThat(uris(answers.getLast())).containsExactly("libri");
  }

  private List<JsonNode> all(String title, int count) {
    List<JsonNode> answers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      answers.add(ask(request(title, i)));
    }
    assertThat(cookbook.under(title)).hasSize(count);
    return answers;
  }

  private Cookbook.Request request(String title, int i) {
    return cookbook
        .under(title)
        .get(i)
        .with("articles/", ALIAS + "/")
        .with("\"articles\"", "\"" + ALIAS + "\"");
  }

  private JsonNode ask(Cookbook.Request request) {
    return index.ok(request.method(), "/" + request.path(), request.body());
  }

  private static List<String> uris(JsonNode answer) {
    return TestIndex.uris(answer).stream().map(uri -> uri.replace("urn:cook:", "")).toList();
  }

  private static List<String> buckets(JsonNode terms) {
    List<String> buckets = new ArrayList<>();
    terms
        .path("buckets")
        .forEach(b -> buckets.add(b.path("key").asText() + " " + b.path("doc_count").asInt()));
    return buckets;
  }
}
