package org.articlepipeline.enrich.stories;

import static org.articlepipeline.enrich.stories.StoryFixture.signature;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What holds of all stories, whatever happens to their articles. */
class AnyStoriesTest {
  private final StoryFixture stories = new StoryFixture(Duration.ofDays(7));

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
