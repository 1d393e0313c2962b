package org.articlepipeline.enrich.stories;

import static org.articlepipeline.enrich.stories.StoryFixture.signature;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.articlepipeline.enrich.stories.EditedArticles.Edit;
import org.articlepipeline.schemas.ArticleSignature;
import org.junit.jupiter.api.Test;

class StoriesTest {
  private static final Duration WINDOW = Duration.ofDays(7);
  private static final long DAY = Duration.ofDays(1).toMillis();

  private final EditedArticles editor = new EditedArticles(3);
  private final List<String> text = editor.original(8);
  private final StoryFixture stories = new StoryFixture(WINDOW);

  private static String join(List<String> paragraphs) {
    return String.join("\n\n", paragraphs);
  }

  private ArticleSignature original(String uri, long at) {
    return signature(uri, at, join(text));
  }

  private ArticleSignature copy(String uri, long at) {
    return signature(uri, at, join(editor.edited(text, Edit.TYPO)));
  }

  private ArticleSignature other(String uri, long at) {
    return signature(uri, at, join(editor.original(8)));
  }

  private void hold(String uri, String story, boolean head, String duplicateOf) {
    assertThat(stories.assignment(uri))
        .as(uri)
        .isEqualTo(new Assignment(story, head, duplicateOf.isEmpty() ? null : duplicateOf));
  }

  @Test
  void anArticleWithoutLikeIsAStoryOfItsOwnAndNothingIsSent() {
    assertThat(stories.publish(original("a", 1))).isEmpty();
    assertThat(stories.publish(other("b", 2))).isEmpty();
    hold("a", "a", true, "");
    hold("b", "b", true, "");
  }

  @Test
  void aCopyJoinsTheStoryOfItsOriginalAndOnlyTheCopyChanges() {
    stories.publish(original("a", 1));
    List<StoryChange> changes = stories.publish(copy("b", 2));

    assertThat(changes).containsExactly(new StoryChange("b", 3, new Assignment("a", false, "a")));
  }

  @Test
  void anEarlierArticleThatArrivesLateBecomesTheOriginal() {
    stories.publish(copy("b", 2));
    stories.publish(original("a", 1));

    hold("a", "b", true, "");
    hold("b", "b", false, "a");
  }

  @Test
  void theHeadIsWhatOthersNameThenWhatWasPublishedFirst() {
    ArticleSignature first = original("a", 1);
    ArticleSignature dated = copy("b", 2);
    dated.setDatePublished(Instant.ofEpochMilli(0));
    ArticleSignature named = copy("c", 3);
    named.setUrl("https://coast.example/bridge");
    ArticleSignature naming = copy("d", 4);
    naming.setCanonicalUrl("https://coast.example/bridge");

    stories.publish(first);
    hold("a", "a", true, "");
    stories.publish(dated);
    hold("a", "a", false, "");
    hold("b", "a", true, "a");
    stories.publish(named);
    hold("b", "a", true, "a");
    stories.publish(naming);
    hold("b", "a", false, "a");
    hold("c", "a", true, "a");
    stories.withdraw("d", 5);
    hold("b", "a", true, "a");
    hold("c", "a", false, "a");
  }

  @Test
  void whenTheHeadIsWithdrawnAnotherTakesItsPlaceAndDuplicatesPointToWhatIsThere() {
    stories.publish(original("a", 1));
    stories.publish(copy("b", 2));
    stories.publish(copy("c", 3));
    hold("c", "a", false, "a");

    List<StoryChange> changes = stories.withdraw("a", 4);

    assertThat(changes).extracting(StoryChange::uri).containsExactlyInAnyOrder("b", "c");
    hold("b", "a", true, "");
    hold("c", "a", false, "b");
  }

  @Test
  void aWithdrawnFounderThatComesBackJoinsItsStoryAgain() {
    stories.publish(original("a", 1));
    stories.publish(copy("b", 2));
    stories.withdraw("a", 3);
    stories.publish(original("a", 4));

    hold("a", "a", false, "b");
    hold("b", "a", true, "");
  }

  @Test
  void aFounderWhoseTextBecomesAnotherTakesItsNameAlong() {
    stories.publish(original("a", 1));
    stories.publish(copy("b", 2));
    stories.publish(copy("c", 3));

    stories.publish(other("a", 4));

    hold("a", "a", true, "");
    hold("b", "b", true, "");
    hold("c", "b", false, "b");
  }

  @Test
  void aWithdrawnFounderThatComesBackWithAnotherTextTakesItsNameAlong() {
    stories.publish(original("a", 1));
    stories.publish(copy("b", 2));
    stories.publish(copy("c", 3));
    stories.withdraw("a", 4);

    stories.publish(other("a", 5));

    hold("a", "a", true, "");
    hold("b", "b", true, "");
    hold("c", "b", false, "b");
  }

  @Test
  void aRevisionMovesItsArticleToTheStoryThatItNowTells() {
    List<String> another = editor.original(8);
    stories.publish(original("a", 1));
    stories.publish(copy("b", 2));
    stories.publish(signature("x", 3, join(another)));

    stories.publish(signature("b", 4, join(another)));

    hold("b", "x", false, "x");
    hold("a", "a", true, "");
    hold("x", "x", true, "");
  }

  @Test
  void aCorrectedOriginalDoesNotBecomeADuplicateOfItsCopies() {
    stories.publish(original("a", 1));
    stories.publish(copy("b", 2));

    assertThat(stories.publish(copy("a", 3))).isEmpty();
    hold("a", "a", true, "");
    hold("b", "a", false, "a");
  }

  @Test
  void anOlderRevisionChangesNothing() {
    stories.publish(original("a", 1));
    stories.publish(copy("b", 3));

    assertThat(stories.publish(other("b", 2))).isEmpty();
    hold("b", "a", false, "a");
  }

  @Test
  void whatIsOnItsWayIsSentAgainWhenARevisionWasPublishedWithoutIt() {
    stories.publish(original("a", 1));
    stories.publish(copy("b", 2));
    ArticleSignature again = copy("b", 3);
    // As its task published it before the change had come there.
    assertThat(stories.apply(again))
        .containsExactly(new StoryChange("b", 4, new Assignment("a", false, "a")));
  }

  @Test
  void shortTextsAreDuplicatesOnlyWhenEqual() {
    String brief = "The council of the harbour meets on Monday at seven in the old town hall.";
    stories.publish(signature("a", 1, brief));
    stories.publish(signature("b", 2, brief.toUpperCase(Locale.ROOT)));
    stories.publish(signature("c", 3, brief.replace("Monday", "Tuesday")));

    hold("b", "a", false, "a");
    hold("c", "c", true, "");
  }

  @Test
  void articlesWithoutAWordAreAlone() {
    stories.publish(signature("a", 1, "* * *"));
    stories.publish(signature("b", 2, "* * *"));
    hold("b", "b", true, "");
  }

  @Test
  void anArticleThatLosesItsWordsLeavesItsStory() {
    stories.publish(original("a", 1));
    stories.publish(copy("b", 2));
    stories.publish(signature("b", 3, "…"));
    hold("b", "b", true, "");
  }

  @Test
  void hanTextsAreComparedByCharacter() {
    String text = "港口在暴风雨过后于星期一重新开放市长说工程师们检查了所有的桥梁和道路并修复了损坏的码头".repeat(2);
    stories.publish(signature("a", 1, text));
    stories.publish(signature("b", 2, text + "完"));
    hold("b", "a", false, "a");
  }

  @Test
  void articlesFurtherApartThanTheWindowAreNotJoined() {
    stories.publish(original("a", DAY));
    stories.publish(copy("b", 9 * DAY));
    hold("b", "b", true, "");
  }

  @Test
  void anArticleOlderThanTheWindowIsLeftAsItWasPublished() {
    stories.publish(original("a", 20 * DAY));
    assertThat(stories.publish(copy("b", 2 * DAY))).isEmpty();
    assertThat(stories.members.size()).isEqualTo(1);
  }

  @Test
  void aStoryGoesAsAWholeAWindowAfterItsNewestArticle() {
    stories.publish(original("a", DAY));
    stories.publish(copy("b", 7 * DAY));
    stories.publish(other("x", 13 * DAY));
    stories.withdraw("a", 13 * DAY + 1);
    hold("b", "a", true, "");

    stories.publish(other("y", 15 * DAY));
    assertThat(stories.withdraw("b", 15 * DAY + 1)).isEmpty();
  }

  @Test
  void nothingIsLeftOfWhatIsForgotten() {
    for (int i = 0; i < 50; i++) {
      stories.publish(copy("copy" + i, i));
      stories.publish(other("other" + i, i));
    }
    for (int i = 0; i < 30; i++) {
      stories.publish(other("new", 20 * DAY + i));
    }
    assertThat(stories.members.size()).isEqualTo(1);
    assertThat(stories.bands.size()).isEqualTo(Similarity.BANDS);
    assertThat(stories.stories.size()).as("with the time").isEqualTo(2);
    assertThat(stories.ages.size()).isEqualTo(1);
  }

  @Test
  void aStoryIsBounded() {
    for (int i = 0; i < Story.MAX_MEMBERS + 10; i++) {
      stories.publish(original("a%03d".formatted(i), i));
    }
    hold("a499", "a000", false, "a000");
    hold("a500", "a500", true, "");
    hold("a509", "a500", false, "a500");
  }

  @Test
  void aRestartAfterEachArticleChangesNothing() {
    StoryFixture restarted = new StoryFixture(Duration.ofMillis(150));
    StoryFixture running = new StoryFixture(Duration.ofMillis(150));
    List<String> texts = new EditedArticles(4).families(30).stream().flatMap(List::stream).toList();
    Random random = new Random(5);
    for (int i = 0; i < 600; i++) {
      int article = random.nextInt(texts.size());
      // Sometimes the text of another, sometimes none.
      int text = random.nextInt(5) == 0 ? random.nextInt(texts.size()) : article;
      for (StoryFixture each : List.of(restarted, running)) {
        if (i % 7 == 0) {
          each.withdraw("urn:" + article, i);
        } else {
          each.publish(signature("urn:" + article, i, texts.get(text)));
        }
      }
      restarted.restart();
      assertThat(restarted.published()).isEqualTo(running.published());
    }
    assertThat(running.published()).isNotEmpty();
  }

  /** Whatever happens: one head, one name, and what is repeated is there. */
  @Test
  void everyStoryHasOneHeadAndRepeatsItsOwnArticlesOnly() {
    List<String> texts = new EditedArticles(6).families(20).stream().flatMap(List::stream).toList();
    Random random = new Random(7);
    Set<String> visible = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      int article = random.nextInt(texts.size());
      if (random.nextInt(4) == 0) {
        stories.withdraw("urn:" + article, i);
        visible.remove("urn:" + article);
      } else {
        int text = random.nextInt(3) == 0 ? random.nextInt(texts.size()) : article;
        stories.publish(signature("urn:" + article, i, texts.get(text)));
        visible.add("urn:" + article);
      }
      Map<String, List<String>> byStory =
          visible.stream().collect(Collectors.groupingBy(u -> stories.assignment(u).clusterUri()));
      byStory.forEach(
          (name, members) -> {
            assertThat(members.stream().filter(u -> stories.assignment(u).clusterHead()))
                .as("heads of %s: %s", name, members)
                .hasSize(1);
            assertThat(members).containsAll(originals(members));
            assertThat(!visible.contains(name) || members.contains(name)).isTrue();
          });
    }
  }

  private List<String> originals(List<String> members) {
    return members.stream()
        .map(uri -> stories.assignment(uri).duplicateOf())
        .filter(Objects::nonNull)
        .toList();
  }
}
