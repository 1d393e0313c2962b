package org.articlepipeline.enrich.entities;

import static java.time.Duration.ofSeconds;
import static org.articlepipeline.enrich.Samples.article;
import static org.articlepipeline.enrich.Samples.entity;
import static org.articlepipeline.enrich.Samples.person;
import static org.articlepipeline.enrich.Samples.place;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.util.List;
import org.articlepipeline.enrich.entities.RecognizedEntity.Evidence;
import org.articlepipeline.enrich.knowledge.KnowledgeBase;
import org.articlepipeline.enrich.tagger.NameTagger;
import org.articlepipeline.enrich.text.Analysis;
import org.articlepipeline.schemas.Entity;
import org.articlepipeline.schemas.EntityType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CombinedRecognizerTest {
  private static final String URL = "https://www.northgate-post.co.uk/1";
  private static final NameTagger TAGGER = NameTagger.load();

  @Test
  void whatIsKnownIsKnownAndTheRestIsTagged() {
    List<RecognizedEntity> found =
        recognize(
            "Nadia Brook met Alan Moss. Moss and Brook left.",
            List.of(person("p:brook", "Nadia Brook", "Brook")),
            "PERSON Nadia Brook",
            "PERSON Alan Moss");

    assertThat(found).extracting(RecognizedEntity::uri).containsExactly("p:brook", null);
    assertThat(found)
        .extracting(RecognizedEntity::name)
        .containsExactly("Nadia Brook", "Alan Moss");
    assertThat(found)
        .extracting(RecognizedEntity::evidence)
        .containsExactly(Evidence.KNOWLEDGE_BASE, Evidence.COREFERENCE);
    assertThat(found).extracting(e -> e.inBody().size()).containsExactly(2, 2);
    assertThat(found.getFirst().confidence()).isGreaterThan(found.getLast().confidence());
  }

  @Test
  void aKnownNameInsideALongerNameIsPartOfThat() {
    assertThat(
            names(
                recognize(
                    "Then Marlow Hill came to Marlow.",
                    List.of(place("l:marlow", "Marlow")),
                    "PERSON Marlow Hill")))
        .containsExactly("PERSON Marlow Hill", "PLACE Marlow");
  }

  @Test
  void aKnownTypeIsBelievedMoreThanTheTagger() {
    assertThat(
            names(
                recognize(
                    "She came to Marlow.",
                    List.of(place("l:marlow", "Marlow")),
                    "ORGANISATION Marlow")))
        .containsExactly("PLACE Marlow");
  }

  @Test
  void anIgnoredNameIsNotTaggedEither() {
    Entity ignored = entity("x:m", "Marlow", EntityType.OTHER).setIgnored(true).build();

    assertThat(recognize("She came to Marlow.", List.of(ignored), "PLACE Marlow")).isEmpty();
  }

  @Test
  void aWeakGuessIsNameOfNothing() {
    CombinedRecognizer unsure =
        recognizer(List.of(), ListedNames.of("ORGANISATION Marlow").sure(0.4));

    assertThat(unsure.recognize(analysis("We like Marlow."), "en"))
        .singleElement()
        .matches(e -> e.type() == EntityType.UNKNOWN && !e.isPublished());
    // Two guesses that agree are not weak any more.
    assertThat(names(unsure.recognize(analysis("We like Marlow. So Marlow likes us."), "en")))
        .containsExactly("ORGANISATION Marlow");
  }

  @ParameterizedTest
  @CsvSource({"de,0", "fr,0", "und,0", "en,1", "en-GB,1", ",1"})
  void theTaggerReadsEnglishOnly(String language, int found) {
    CombinedRecognizer recognizer = recognizer(List.of(), ListedNames.of("PLACE Marlow"));

    assertThat(recognizer.recognize(analysis("We know Marlow."), language)).hasSize(found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "President Nadia Brook came. | Nadia Brook",
        "US President Nadia Brook came. | Nadia Brook",
        "Dr. Nadia Brook’s plan. | Nadia Brook",
        "Alan Brook Jr. came. | Alan Brook Jr.",
        "Justice Brook came. | Brook",
      })
  void titlesAndPossessivesAreCutOff(String body, String name) {
    String tagged = body.replaceAll("( came\\.| plan\\.)$", "");

    assertThat(names(recognize(body, List.of(), "PERSON " + tagged)))
        .containsExactly("PERSON " + name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The Northgate Post has learned it.",
        "It was the NorthgatePost that asked.",
        "So we told Northgate Post.",
      })
  void thePublisherIsAnOrganisation(String body) {
    assertThat(names(recognize(body, List.of())))
        .singleElement()
        .asString()
        .matches("ORGANISATION Northgate ?Post");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The harbour. Image: Nadia Brook. | PERSON Nadia Brook",
        "The harbour. Photo by Brook & A. Lane | PERSON Brook;PERSON A. Lane",
        "The image: Big Waves Over Northgate Harbour Wall Today |",
        "Read the photo: it is old. |",
      })
  void whoTookAPictureIsAPerson(String body, String found) {
    List<String> expected = found == null ? List.of() : List.of(found.split(";"));

    assertThat(names(recognize(body, List.of()))).isEqualTo(expected);
  }

  @Test
  void aNameIsFoundAgainButNotInsideOthersNorAsACommonWord() {
    List<RecognizedEntity> found =
        recognizer(List.of(), ListedNames.of("PERSON Tessa May"))
            .recognize(
                analysis(
                    "Here is Tessa May. Then May left. May we go? Tessa sings. We went to Tessa Hill Walk."),
                "en");

    assertThat(found).hasSize(1);
    assertThat(found.getFirst().inBody()).hasSize(3);
  }

  @Test
  void anAcronymOfANameIsFoundWhereTheTaggerMissedIt() {
    List<RecognizedEntity> found =
        recognize(
            "The Marlow Rescue Service came. Then MRS left, not THE RSC.",
            List.of(),
            "ORGANISATION Marlow Rescue Service");

    assertThat(found).hasSize(1);
    assertThat(found.getFirst().inBody()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"Then Moon Ki-bin left.,Moon Ki-bin", "The Moon Ki-led team left.,Moon Ki"})
  void aHyphenatedGivenNameIsWhole(String body, String name) {
    assertThat(names(recognize(body, List.of(), "PERSON Moon Ki")))
        .containsExactly("PERSON " + name);
  }

  @Test
  void moneyIsNoPlace() {
    assertThat(
            recognize("It cost US$ 20.", List.of(place("l:us", "United States", "US")), "PLACE US"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Xa Ya Za ",
        "Nadia Brook ",
        "A. B. ",
        "Alan B Brook, ",
        "NATO (NATO) ",
        "Image: Xa & ",
        "known as Xa ",
        "Xa, Ya. ",
        "New York City of New York ",
        "Xa \"Ya\" "
      })
  void aMegabyteOfNamesTakesSeconds(String piece) {
    StringBuilder body = new StringBuilder();
    for (int i = 0; body.length() < 1024 * 1024; i++) {
      body.append(piece.replace("Xa", "X" + Integer.toString(i % 70_000, 36)));
    }
    CombinedRecognizer recognizer = new CombinedRecognizer(knowledge(), TAGGER);
    Analysis analysis = analysis(body.toString());

    assertTimeoutPreemptively(ofSeconds(30), () -> recognizer.recognize(analysis, "en"));
  }

  private static KnowledgeBase knowledge() {
    return KnowledgeBase.of(List.of(place("l:ny", "New York"), person("p:b", "Nadia Brook")));
  }

  private static List<String> names(List<RecognizedEntity> entities) {
    return entities.stream().map(e -> e.type() + " " + e.name()).toList();
  }

  private static List<RecognizedEntity> recognize(
      String body, List<Entity> known, String... tagged) {
    return recognizer(known, ListedNames.of(tagged)).recognize(analysis(body), "en");
  }

  private static CombinedRecognizer recognizer(List<Entity> known, NameSource tagger) {
    return new CombinedRecognizer(KnowledgeBase.of(known), tagger, CombinedRecognizer.RULES);
  }

  private static Analysis analysis(String body) {
    return Analysis.of(article("urn:test:1", 1).setUrl(URL).setHeadline("").setBody(body).build());
  }
}
