package org.articlepipeline.enrich.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Stories end, and leave nothing behind. */
class StoryWindowTest {
  private static final long DAY = Duration.ofDays(1).toMillis();

  private final StoryFixture stories = new StoryFixture(Duration.ofDays(7));

  @Test
  void articlesFurtherApartThanTheWindowAreNotJoined() {
    stories.publish(stories.original("a", DAY));
    stories.publish(stories.copy("b", 9 * DAY));
    stories.hold("b", "b", true, "");
  }

  @Test
  void anArticleOlderThanTheWindowIsLeftAsItWasPublished() {
    stories.publish(stories.original("a", 20 * DAY));
    assertThat(stories.publish(stories.copy("b", 2 * DAY))).isEmpty();
    assertThat(stories.members.size()).isEqualTo(1);
  }

  @Test
  void aStoryGoesAsAWholeAWindowAfterItsNewestArticle() {
    stories.publish(stories.original("a", DAY));
    stories.publish(stories.copy("b", 7 * DAY));
    stories.publish(stories.other("x", 13 * DAY));
    stories.withdraw("a", 13 * DAY + 1);
    stories.hold("b", "a", true, "");

    stories.publish(stories.other("y", 15 * DAY));
    assertThat(stories.withdraw("b", 15 * DAY + 1)).isEmpty();
  }

  @Test
  void nothingIsLeftOfWhatIsForgotten() {
    for (int i = 0; i < 50; i++) {
      stories.publish(stories.copy("copy" + i, i));
      stories.publish(stories.other("other" + i, i));
    }
    for (int i = 0; i < 30; i++) {
      stories.publish(stories.other("new", 20 * DAY + i));
    }
    assertThat(stories.members.size()).isEqualTo(1);
    assertThat(stories.bands.size()).isEqualTo(Similarity.BANDS);
    assertThat(stories.stories.size()).as("with the time").isEqualTo(2);
    assertThat(stories.ages.size()).isEqualTo(1);
  }

  @Test
  void aStoryIsBounded() {
    for (int i = 0; i < Story.MAX_MEMBERS + 10; i++) {
      stories.publish(stories.original("a%03d".formatted(i), i));
    }
    stories.hold("a499", "a000", false, "a000");
    stories.hold("a500", "a500", true, "");
    stories.hold("a509", "a500", false, "a500");
  }
}
