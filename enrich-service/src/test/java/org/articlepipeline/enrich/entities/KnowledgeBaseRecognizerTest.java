package org.articlepipeline.enrich.entities;

import static org.articlepipeline.enrich.Samples.article;
import static org.articlepipeline.enrich.Samples.entity;
import static org.articlepipeline.enrich.Samples.person;
import static org.articlepipeline.enrich.Samples.place;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.articlepipeline.enrich.knowledge.EntityJsonLines;
import org.articlepipeline.enrich.knowledge.KnowledgeBase;
import org.articlepipeline.enrich.text.Analysis;
import org.articlepipeline.enrich.text.Span;
import org.articlepipeline.schemas.Alias;
import org.articlepipeline.schemas.AliasStrength;
import org.articlepipeline.schemas.Entity;
import org.articlepipeline.schemas.EntityType;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnowledgeBaseRecognizerTest {
  private static final Entity BROOK = person("p:brook", "Nadia Brook", "Brook", "Nadia");
  private static final Entity MAY = person("p:may", "Tessa May", "May");
  private static final Entity GATE = place("l:gate", "Northgate");
  private static final Entity GATE_BAY = place("l:bay", "Northgate Bay");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Then Nadia Brook left.",
        "Nadia Brook's plan failed.",
        "It was Nadia Brook’s plan.",
        "It was Nadia Brook‘s plan.",
        "A Nadia Brook-backed plan.",
        "He met (Nadia Brook).",
        "NADIA BROOK LEFT THE TOWN",
        "Nadia\u00a0Brook left.",
      })
  void aStrongNameStandsByItself(String body) {
    assertThat(recognize(body, BROOK)).containsOnlyKeys("p:brook");
    assertThat(recognize(body, BROOK).values().iterator().next())
        .singleElement(InstanceOfAssertFactories.STRING)
        .matches("(?i)nadia[ \u00a0]brook");
  }

  @ParameterizedTest
  @ValueSource(strings = {"They swam in the nadia brook.", "Nadia Brooks left.", "Nadia, Brook"})
  void otherSpellingsAreOtherNames(String body) {
    assertThat(recognize(body, BROOK)).isEmpty();
  }

  @Test
  void aWeakNameNeedsAStrongOneInTheArticle() {
    assertThat(recognize("Then Brook left.", BROOK)).isEmpty();
    assertThat(recognize("Then Brook left. Later Nadia Brook came back.", BROOK))
        .isEqualTo(Map.of("p:brook", List.of("Brook", "Nadia Brook")));
  }

  @Test
  void theNameItselfIsWeakWhereItIsListedAsAWeakAlias() {
    Entity lake =
        entity("l:lake", "Lake", EntityType.PLACE)
            .setAliases(
                List.of(
                    new Alias("Lake", AliasStrength.WEAK),
                    new Alias("Republic of Lake", AliasStrength.STRONG)))
            .build();

    assertThat(recognize("Then Lake left.", lake)).isEmpty();
    assertThat(recognize("Then Lake, the Republic of Lake, grew.", lake))
        .isEqualTo(Map.of("l:lake", List.of("Lake", "Republic of Lake")));
  }

  @Test
  void theHeadlineSupportsWeakNamesOfTheBody() {
    List<RecognizedEntity> found =
        recognizer(BROOK).recognize(analysis("Nadia Brook leaves", "Then Brook left."), null);

    assertThat(found).hasSize(1);
    assertThat(found.getFirst().inHeadline()).containsExactly(new Span(0, 11));
    assertThat(found.getFirst().inBody()).containsExactly(new Span(5, 10));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "May I come in?                     | false",
        "He asked: “May I come in?”         | false",
        "Why May left is unknown.           | true",
        "Minister Will Resign and May Retire Soon | false",
      })
  void aCommonWordIsANameOnlyWhereACapitalSaysSo(String sentence, boolean named) {
    List<String> surfaces = recognize("Then Tessa May came.\n\n" + sentence, MAY).get("p:may");

    assertThat(surfaces).isEqualTo(named ? List.of("Tessa May", "May") : List.of("Tessa May"));
  }

  @Test
  void aWeakNameThatIsNoCommonWordMayStartASentence() {
    assertThat(recognize("Here is Nadia Brook. Brook left.", BROOK).get("p:brook"))
        .containsExactly("Nadia Brook", "Brook");
  }

  @ParameterizedTest
  @ValueSource(strings = {"We saw Brook Street.", "We saw Peter Brook there."})
  void aWeakNameInsideALongerNameIsAnotherName(String sentence) {
    assertThat(recognize("Then Nadia Brook came. " + sentence, BROOK).get("p:brook"))
        .containsExactly("Nadia Brook");
  }

  @Test
  void aTitleIsNoPartOfAName() {
    assertThat(recognize("Then Nadia Brook came. We saw President Brook.", BROOK).get("p:brook"))
        .containsExactly("Nadia Brook", "Brook");
  }

  @Test
  void theLongestNameWins() {
    assertThat(recognize("From Northgate to Northgate Bay.", GATE, GATE_BAY))
        .isEqualTo(Map.of("l:gate", List.of("Northgate"), "l:bay", List.of("Northgate Bay")));
  }

  @Test
  void aPossessiveThatBelongsToTheNameIsMatched() {
    Entity shop = entity("o:shop", "Marlow's", EntityType.ORGANISATION).build();
    Entity man = person("p:marlow", "Marlow");

    assertThat(recognize("Marlow’s opened. Then Marlow came.", shop, man))
        .isEqualTo(Map.of("o:shop", List.of("Marlow’s"), "p:marlow", List.of("Marlow")));
  }

  @Test
  void anIgnoredEntityTakesItsNamesFromOthers() {
    Entity ignored = entity("x:bay", "Northgate Bay", EntityType.OTHER).setIgnored(true).build();

    assertThat(recognize("At Northgate Bay.", GATE, ignored)).isEmpty();
  }

  @Test
  void aSharedWeakNameMeansTheOneNamedBefore() {
    Entity other = person("p:alan", "Alan Brook", "Brook");

    Map<String, List<String>> found =
        recognize(
            "Nadia Brook came. Then Brook spoke. Alan Brook came. Then Brook slept.", BROOK, other);

    assertThat(found.get("p:brook")).containsExactly("Nadia Brook", "Brook");
    assertThat(found.get("p:alan")).containsExactly("Alan Brook", "Brook");
  }

  @Test
  void aSharedStrongNameIsAGuess() {
    Entity twin = person("p:another-brook", "Nadia Brook");

    List<RecognizedEntity> found =
        recognizer(BROOK, twin).recognize(analysis("", "Then Nadia Brook came."), null);

    assertThat(found).extracting(RecognizedEntity::uri).containsExactly("p:another-brook");
    assertThat(found.getFirst().confidence()).isEqualTo(0.5);
  }

  @Test
  void aSharedStrongNameIsDecidedByAnotherNameOfOneOfThem() {
    Entity state = place("l:state", "Northgate");
    Entity gate =
        entity("l:gate", "Northgate", EntityType.PLACE)
            .setAliases(
                EntityJsonLines.parse(
                        "{\"uri\":\"u\",\"name\":\"n\",\"type\":\"PLACE\",\"aliases\":[\"Northgate City\"]}",
                        1)
                    .getAliases())
            .build();

    assertThat(recognize("Northgate City is old. Northgate is large.", state, gate))
        .isEqualTo(Map.of("l:gate", List.of("Northgate City", "Northgate")));
  }

  @Test
  void commonWordsInCapitalsAreNotNames() {
    Entity country = place("l:us", "US");

    assertThat(recognize("GIVE US MORE TIME", country)).isEmpty();
    assertThat(recognize("In the US it rained.", country)).containsOnlyKeys("l:us");
  }

  @Test
  void theOrderOfTheKnowledgeDoesNotMatter() {
    List<Entity> entities = new ArrayList<>(EntityJsonLines.sample());
    String body =
        "Bill Clinton and Hillary Clinton met Kim Kardashian West. Then Clinton left for Washington. "
            + "Mr. West, Ye and the U.S. Supreme Court were not there.";
    List<RecognizedEntity> expected = recognizer(entities).recognize(analysis("", body), null);

    Collections.reverse(entities);

    assertThat(recognizer(entities).recognize(analysis("", body), null)).isEqualTo(expected);
  }

  private static Map<String, List<String>> recognize(String body, Entity... entities) {
    return recognizer(entities).recognize(analysis("", body), null).stream()
        .collect(
            Collectors.toMap(
                e -> String.valueOf(e.uri()),
                e -> e.inBody().stream().map(span -> span.of(body)).toList()));
  }

  private static Analysis analysis(String headline, String body) {
    return Analysis.of(article(headline, body));
  }

  private static EntityRecognizer recognizer(Entity... entities) {
    return recognizer(List.of(entities));
  }

  private static EntityRecognizer recognizer(List<Entity> entities) {
    return new KnowledgeBaseRecognizer(KnowledgeBase.of(entities));
  }
}
