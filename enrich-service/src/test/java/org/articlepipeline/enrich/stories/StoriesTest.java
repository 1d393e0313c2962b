package org.articlepipeline.enrich.stories;

import static org.articlepipeline.enrich.stories.StoryFixture.signature;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.articlepipeline.schemas.ArticleSignature;
import org.junit.jupiter.api.Test;

/** Which articles are in a story, and who stands for it. */
class StoriesTest {
  private final StoryFixture stories = new StoryFixture(Duration.ofDays(7));

  @Test
  void anArticleWithoutLikeIsAStoryOfItsOwnAndNothingIsSent() {
    assertThat(stories.publish(stories.original("a", 1))).isEmpty();
    assertThat(stories.publish(stories.other("b", 2))).isEmpty();
    stories.hold("a", "a", true, "");
    stories.hold("b", "b", true, "");
  }

  @Test
  void aCopyJoinsTheStoryOfItsOriginalAndOnlyTheCopyChanges() {
    stories.publish(stories.original("a", 1));
    List<StoryChange> changes = stories.publish(stories.copy("b", 2));

    assertThat(changes).containsExactly(new StoryChange("b", 3, new Assignment("a", false, "a")));
  }

  @Test
  void anEarlierArticleThatArrivesLateBecomesTheOriginal() {
    stories.publish(stories.copy("b", 2));
    stories.publish(stories.original("a", 1));

    stories.hold("a", "b", true, "");
    stories.hold("b", "b", false, "a");
  }

  @Test
  void theHeadIsWhatOthersNameThenWhatWasPublishedFirst() {
    ArticleSignature first = stories.original("a", 1);
    ArticleSignature dated = stories.copy("b", 2);
    dated.setDatePublished(Instant.ofEpochMilli(0));
    ArticleSignature named = stories.copy("c", 3);
    named.setUrl("https://coast.example/bridge");
    ArticleSignature naming = stories.copy("d", 4);
    naming.setCanonicalUrl("https://coast.example/bridge");

    stories.publish(first);
    stories.hold("a", "a", true, "");
    stories.publish(dated);
    stories.hold("a", "a", false, "");
    stories.hold("b", "a", true, "a");
    stories.publish(named);
    stories.hold("b", "a", true, "a");
    stories.publish(naming);
    stories.hold("b", "a", false, "a");
    stories.hold("c", "a", true, "a");
    stories.withdraw("d", 5);
    stories.hold("b", "a", true, "a");
    stories.hold("c", "a", false, "a");
  }

  @Test
  void whenTheHeadIsWithdrawnAnotherTakesItsPlaceAndDuplicatesPointToWhatIsThere() {
    stories.publish(stories.original("a", 1));
    stories.publish(stories.copy("b", 2));
    stories.publish(stories.copy("c", 3));
    stories.hold("c", "a", false, "a");

    List<StoryChange> changes = stories.withdraw("a", 4);

    assertThat(changes).extracting(StoryChange::uri).containsExactlyInAnyOrder("b", "c");
    stories.hold("b", "a", true, "");
    stories.hold("c", "a", false, "b");
  }

  @Test
  void aWithdrawnFounderThatComesBackJoinsItsStoryAgain() {
    stories.publish(stories.original("a", 1));
    stories.publish(stories.copy("b", 2));
    stories.withdraw("a", 3);
    stories.publish(stories.original("a", 4));

    stories.hold("a", "a", false, "b");
    stories.hold("b", "a", true, "");
  }

  @Test
  void aFounderWhoseTextBecomesAnotherTakesItsNameAlong() {
    stories.publish(stories.original("a", 1));
    stories.publish(stories.copy("b", 2));
    stories.publish(stories.copy("c", 3));

    stories.publish(stories.other("a", 4));

    stories.hold("a", "a", true, "");
    stories.hold("b", "b", true, "");
    stories.hold("c", "b", false, "b");
  }

  @Test
  void aWithdrawnFounderThatComesBackWithAnotherTextTakesItsNameAlong() {
    stories.publish(stories.original("a", 1));
    stories.publish(stories.copy("b", 2));
    stories.publish(stories.copy("c", 3));
    stories.withdraw("a", 4);

    stories.publish(stories.other("a", 5));

    stories.hold("a", "a", true, "");
    stories.hold("b", "b", true, "");
    stories.hold("c", "b", false, "b");
  }

  @Test
  void aRevisionMovesItsArticleToTheStoryThatItNowTells() {
    String another = stories.newText();
    stories.publish(stories.original("a", 1));
    stories.publish(stories.copy("b", 2));
    stories.publish(signature("x", 3, another));

    stories.publish(signature("b", 4, another));

    stories.hold("b", "x", false, "x");
    stories.hold("a", "a", true, "");
    stories.hold("x", "x", true, "");
  }

  @Test
  void aCorrectedOriginalDoesNotBecomeADuplicateOfItsCopies() {
    stories.publish(stories.original("a", 1));
    stories.publish(stories.copy("b", 2));

    assertThat(stories.publish(stories.copy("a", 3))).isEmpty();
    stories.hold("a", "a", true, "");
    stories.hold("b", "a", false, "a");
  }

  @Test
  void anOlderRevisionChangesNothing() {
    stories.publish(stories.original("a", 1));
    stories.publish(stories.copy("b", 3));

    assertThat(stories.publish(stories.other("b", 2))).isEmpty();
    stories.hold("b", "a", false, "a");
  }

  @Test
  void whatIsOnItsWayIsSentAgainWhenARevisionWasPublishedWithoutIt() {
    stories.publish(stories.original("a", 1));
    stories.publish(stories.copy("b", 2));
    ArticleSignature again = stories.copy("b", 3);
    // As its task published it before the change had come there.
    assertThat(stories.apply(again))
        .containsExactly(new StoryChange("b", 4, new Assignment("a", false, "a")));
  }
}
