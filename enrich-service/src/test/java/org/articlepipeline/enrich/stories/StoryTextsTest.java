package org.articlepipeline.enrich.stories;

import static org.articlepipeline.enrich.stories.StoryFixture.signature;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Which texts are compared, and how. */
class StoryTextsTest {
  private final StoryFixture stories = new StoryFixture(Duration.ofDays(7));

  @Test
  void shortTextsAreDuplicatesOnlyWhenEqual() {
    String brief = "The council of the harbour meets on Monday at seven in the old town hall.";
    stories.publish(signature("a", 1, brief));
    stories.publish(signature("b", 2, brief.toUpperCase(Locale.ROOT)));
    stories.publish(signature("c", 3, brief.replace("Monday", "Tuesday")));

    stories.hold("b", "a", false, "a");
    stories.hold("c", "c", true, "");
  }

  @Test
  void articlesWithoutAWordAreAlone() {
    stories.publish(signature("a", 1, "* * *"));
    stories.publish(signature("b", 2, "* * *"));
    stories.hold("b", "b", true, "");
  }

  @Test
  void anArticleThatLosesItsWordsLeavesItsStory() {
    stories.publish(stories.original("a", 1));
    stories.publish(stories.copy("b", 2));
    stories.publish(signature("b", 3, "…"));
    stories.hold("b", "b", true, "");
  }

  @Test
  void hanTextsAreComparedByCharacter() {
    String text = "港口在暴风雨过后于星期一重新开放市长说工程师们检查了所有的桥梁和道路并修复了损坏的码头".repeat(2);
    stories.publish(signature("a", 1, text));
    stories.publish(signature("b", 2, text + "完"));
    stories.hold("b", "a", false, "a");
  }
}
