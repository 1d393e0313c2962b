package org.articlepipeline.enrich.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.articlepipeline.schemas.Alias;
import org.articlepipeline.schemas.AliasStrength;
import org.articlepipeline.schemas.Entity;
import org.articlepipeline.schemas.EntityType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WikidataDumpTest {
  private final WikidataCounts counts = new WikidataCounts();

  @Test
  void anItemBecomesAnEntity() {
    Entity person = extract("en").getFirst();

    assertThat(person)
        .isEqualTo(
            Entity.newBuilder()
                .setUri("http://www.wikidata.org/entity/Q900000001")
                .setName("Nadia Brook")
                .setType(EntityType.PERSON)
                .setAliases(
                    List.of(
                        new Alias("Nadia Maria Brook", AliasStrength.STRONG),
                        new Alias("Nadi", AliasStrength.WEAK)))
                .setSameAs(
                    List.of(
                        "http://www.wikidata.org/entity/Q900000001",
                        "https://en.wikipedia.org/wiki/Nadia_Brook_(m%C3%A9decin)"))
                .build());
  }

  @Test
  void typesComeFromTheClasses() {
    assertThat(extract("en"))
        .extracting(Entity::getName, Entity::getType)
        .containsExactly(
            tuple("Nadia Brook", EntityType.PERSON),
            tuple("Northgate", EntityType.PLACE),
            tuple("Northgate Evening Post", EntityType.ORGANISATION),
            tuple("The Who Knows", EntityType.OTHER));
  }

  @Test
  void everyClassIsAnItemWithATypeAndALabel() throws IOException {
    var in = Objects.requireNonNull(getClass().getResourceAsStream("/wikidata-classes.tsv"));
    try (in) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines())
          .filteredOn(line -> !line.startsWith("#"))
          .allMatch(line -> line.matches("Q[1-9][0-9]*\t(PERSON|PLACE|ORGANISATION|OTHER)\t[^\t]+"))
          .map(line -> line.split("\t")[0])
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void whatIsSkippedIsCountedByReason() {
    extract("en");

    assertThat(counts.entities()).isEqualTo(4);
    assertThat(counts.skipped())
        .isEqualTo(
            Map.of(
                WikidataCounts.Skip.NO_ITEM, 1L,
                WikidataCounts.Skip.OTHER_CLASS, 2L,
                WikidataCounts.Skip.NO_NAME, 1L));
    assertThat(counts.mostOtherClasses(1)).containsExactly("Q900000099");
  }

  @Test
  void namesAreThoseOfTheLanguageOrOfAll() {
    assertThat(extract("de"))
        .extracting(Entity::getName)
        .containsExactly("Nadia Bach", "Nordtor", "Northgate Evening Post");
  }

  @ParameterizedTest
  @CsvSource({
    "Brook, PERSON, true",
    "Nadia Brook, PERSON, false",
    "NGT, ORGANISATION, true",
    "Northgate, PLACE, false",
    "Rio, PLACE, true",
    "The Times, ORGANISATION, true",
    "Apple, ORGANISATION, false",
  })
  void whatMayBeAnotherWordIsWeak(String alias, EntityType type, boolean weak) {
    assertThat(WikidataNames.isWeakAlias(alias, type)).isEqualTo(weak);
  }

  @Test
  void aLabelOfEverydayWordsIsWeak() {
    assertThat(WikidataNames.isWeakLabel("The Who")).isTrue();
    assertThat(WikidataNames.isWeakLabel("Au")).isTrue();
    assertThat(WikidataNames.isWeakLabel("Northgate")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"id\":\"Q1\",\"type\":\"item\"},|nonsense |line 3: is no item of Wikidata as JSON",
        "{\"id\":\"Q1\"},|{\"id\":\"Q2\", |line 3: is no item of Wikidata as JSON",
        "{\"id\":\"Q1\"},|{\"type\":\"item\"}|line 3: 'id' is missing",
        "{\"id\":\"Q1\"},|3|line 3: is not a JSON object",
      })
  void whatIsNoItemIsNamedByLine(String first, String second, String message) {
    assertThatThrownBy(() -> read("[\n" + first + "\n" + second + "\n]", "en"))
        .isInstanceOf(EntityFormatException.class)
        .hasMessageStartingWith(message);
  }

  private List<Entity> read(String dump, String language) {
    return WikidataDump.read(new BufferedReader(new StringReader(dump)), language, counts).toList();
  }

  /** Invented items, in the shape of a dump. */
  private List<Entity> extract(String language) {
    var in = Objects.requireNonNull(getClass().getResourceAsStream("/wikidata-extract.json"));
    var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    return WikidataDump.read(lines, language, counts).toList();
  }
}
