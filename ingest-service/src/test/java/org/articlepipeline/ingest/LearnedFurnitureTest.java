package org.articlepipeline.ingest;

import static org.articlepipeline.ingest.Submissions.NOW;
import static org.articlepipeline.ingest.Submissions.usable;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.BytesDeserializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.articlepipeline.schemas.Article;
import org.articlepipeline.schemas.PubStatus;
import org.articlepipeline.schemas.Removal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a source repeats on its pages is learned and goes; what its articles say stays. */
class LearnedFurnitureTest extends DrivenTopology {
  private static final String PROMO = "Meer weten over de haven? Kijk op de kade";
  private static final String REFRAIN = "The harbour office would not comment on that.";

  private int sent;

  @Test
  void aLineBelowEachArticleOfASourceGoesFromTheNinthOn() {
    for (int i = 0; i < LineCounts.MIN_ARTICLES; i++) {
      assertThat(publish(story(i), PROMO).getBody()).endsWith(PROMO);
    }
    ingest.forget();

    Article next = publish(story(100), PROMO);

    assertThat(next.getBody()).isEqualTo(story(100));
    assertThat(next.getRemovals())
        .singleElement()
        .satisfies(
            removal -> {
              assertThat(removal.getText()).isEqualTo(PROMO);
              assertThat(removal.getRule()).isEqualTo("learned-furniture");
              assertThat(removal.getConfidence()).isBetween(0.6, 1.0);
            });
    assertThat(ingest.onlyReceipt("ACCEPTED").getMessage()).contains("learned-furniture");
  }

  @Test
  void theSameLineWithOtherFiguresCaseAndPunctuationIsKnownToo() {
    teach(30, "12 readers of the quay");

    assertThat(publish(story(100), "7 Readers of the Quay »").getBody()).isEqualTo(story(100));
  }

  @Test
  void severalLinesGoFromBothEdgesUpToTheFirstThatIsNotKnown() {
    for (int i = 0; i < 10; i++) {
      publish("Kustbode binnenland", story(i), "Meer uit de regio", PROMO);
    }

    Article next =
        publish(
            "Kustbode binnenland", story(100), "Meer uit de regio", "A line of this day", PROMO);

    assertThat(next.getBody())
        .isEqualTo(story(100) + "\n\nMeer uit de regio\n\nA line of this day");
    assertThat(next.getRemovals())
        .extracting(Removal::getText)
        .containsExactly("Kustbode binnenland", PROMO);
  }

  @Test
  void aSentenceThatRecursInTheMiddleStays() {
    for (int i = 0; i < 40; i++) {
      assertThat(publish(story(i), REFRAIN, story(500 + i)).getBody()).contains(REFRAIN);
    }
  }

  @Test
  void aLastSentenceOfATenthOfTheArticlesStays() {
    for (int i = 0; i < 300; i++) {
      String last = i % 10 == 0 ? REFRAIN : "It was the end of day " + words(i) + ".";
      assertThat(publish(story(i), last).getBody()).endsWith(last);
    }
  }

  @Test
  void aLastSentenceOfFourInTenArticlesStays() {
    for (int i = 0; i < 300; i++) {
      String last = i % 5 < 2 ? REFRAIN : "It was the end of day " + words(i) + ".";
      assertThat(publish(story(i), last).getBody()).endsWith(last);
    }
  }

  @Test
  void aHeadlineThatRecursStays() {
    for (int i = 0; i < 20; i++) {
      ingest.submit(usable(nextUri(), 1, "Harbour notes\n\n" + story(i)));
    }

    assertThat(ingest.accepted.readValuesToList())
        .allSatisfy(article -> assertThat(article.getHeadline()).isEqualTo("Harbour notes"));
  }

  @Test
  void anArticleOfLittleElseKeepsItAndSaysSo() {
    teach(20, PROMO);

    Article next = publish("Closed today", PROMO);

    assertThat(next.getBody()).isEqualTo("Closed today\n\n" + PROMO);
    assertThat(ingest.onlyReceipt("ACCEPTED").getMessage()).contains("left in");
  }

  @Test
  void otherSourcesAreNotConcerned() {
    teach(20, PROMO);

    ingest.submit(usable(nextUri(), 1, text(story(100), PROMO)).setSource("other-cms"));

    assertThat(ingest.accepted.readValue().getBody()).endsWith(PROMO);
  }

  @Test
  void canariesNeitherTeachNorLearn() {
    for (int i = 0; i < 20; i++) {
      ingest.submit(usable(nextUri(), 1, text(story(i), PROMO)).setSource("_canary"));
    }

    assertThat(ingest.accepted.readValuesToList())
        .allSatisfy(article -> assertThat(article.getBody()).endsWith(PROMO));
    assertThat(furniture().approximateNumEntries()).isZero();
  }

  @Test
  void anArticleSentAgainTeachesNothing() {
    for (int revision = 1; revision <= 40; revision++) {
      ingest.submit(usable("urn:test:same", revision, text(story(revision), PROMO)));
    }

    assertThat(ingest.accepted.readValuesToList())
        .hasSize(40)
        .allSatisfy(article -> assertThat(article.getBody()).endsWith(PROMO));
  }

  @Test
  void oneStoryUnderManyUrisTeachesNothing() {
    String story = story(1) + " " + story(2);
    for (int i = 0; i < 40; i++) {
      assertThat(publish(story, "Her ship sails again").getBody()).endsWith("sails again");
    }
  }

  @Test
  void whatWasRejectedTeachesNothing() {
    for (int i = 0; i < 20; i++) {
      ingest.submit(usable(nextUri(), 0, text(story(i), PROMO)));
    }
    ingest.forget();

    assertThat(publish(story(100), PROMO).getBody()).endsWith(PROMO);
  }

  @Test
  void whatASourceHasGivenUpIsForgottenAndTheNewIsLearned() {
    teach(100, PROMO);
    teach(1000, "Volg ons op de pier");

    assertThat(publish(story(5000), PROMO).getBody()).endsWith(PROMO);
    assertThat(publish(story(5001), "Volg ons op de pier").getBody()).isEqualTo(story(5001));
  }

  @Test
  void whatWasLearnedIsRestoredFromItsChangelog() {
    teach(20, PROMO);
    var changelog =
        ingest
            .driver
            .createOutputTopic(
                "test-furniture-changelog",
                new BytesDeserializer(),
                LineCounts.serde().deserializer())
            .readKeyValuesToMap();
    ingest.close();
    ingest = new IngestDriver(state);
    assertThat(publish(story(99), PROMO).getBody()).endsWith(PROMO);

    changelog.forEach(furniture()::put);

    assertThat(publish(story(100), PROMO).getBody()).isEqualTo(story(100));
  }

  @Test
  void theSameRecordsInTheSameOrderLearnTheSame(@TempDir Path other) {
    teach(50, PROMO);
    Bytes place = furniture().all().next().key;
    LineCounts first = furniture().get(place);
    ingest.close();
    sent = 0;
    ingest = new IngestDriver(other);
    teach(50, PROMO);

    var serializer = LineCounts.serde().serializer();
    assertThat(serializer.serialize("t", furniture().get(place)))
        .isEqualTo(serializer.serialize("t", first));
  }

  @Test
  void switchedOffItNeitherTakesNorLearns() {
    ingest.close();
    ingest = new IngestDriver(state, 1, new Ingestion(), false);

    teach(20, PROMO);

    assertThat(publish(story(100), PROMO).getBody()).endsWith(PROMO);
    assertThat(furniture().approximateNumEntries()).isZero();
  }

  @Test
  void previewKnowsNothingHoweverMuchItSaw() {
    var preview = new Ingestion();
    for (int i = 0; i < 30; i++) {
      var submission = usable("urn:test:" + i, 1, text(story(i), PROMO)).build();
      assertThat(preview.ingest(submission, NOW))
          .isInstanceOfSatisfying(
              Ingested.Accepted.class,
              accepted -> assertThat(accepted.article().getBody()).endsWith(PROMO));
    }
  }

  @Test
  void theEndsOfALifeTeachNothing() {
    for (int i = 0; i < 20; i++) {
      ingest.submit(Submissions.bare(nextUri(), 1, PubStatus.CANCELED));
    }

    assertThat(furniture().approximateNumEntries()).isZero();
  }

  private KeyValueStore<Bytes, LineCounts> furniture() {
    return ingest.driver.getKeyValueStore(IngestStores.FURNITURE);
  }

  private void teach(int articles, String furniture) {
    for (int i = 0; i < articles; i++) {
      publish(story(sent), furniture);
    }
    ingest.forget();
  }

  private Article publish(String... paragraphs) {
    ingest.submit(usable(nextUri(), 1, text(paragraphs)));
    return ingest.accepted.readValue();
  }

  private String nextUri() {
    return "urn:test:" + sent++;
  }

  private static String text(String... paragraphs) {
    return "A headline\n\n" + String.join("\n\n", List.of(paragraphs));
  }

  /** A paragraph like no other. */
  private static String story(int number) {
    return IntStream.range(0, 3)
        .mapToObj(i -> "The ship " + words(number * 3 + i) + " left the harbour with its crew.")
        .collect(Collectors.joining(" "));
  }

  /** A number in letters, for figures are folded. */
  private static String words(int number) {
    return String.valueOf(number)
        .chars()
        .mapToObj(c -> String.valueOf((char) ('a' + c - '0')))
        .collect(Collectors.joining());
  }
}
