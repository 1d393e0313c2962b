package org.articlepipeline.enrich.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.StringReader;
import java.util.List;
import org.articlepipeline.schemas.Alias;
import org.articlepipeline.schemas.AliasStrength;
import org.articlepipeline.schemas.Entity;
import org.articlepipeline.schemas.EntityType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntityJsonLinesTest {

  @Test
  void everyFieldIsRead() {
    Entity entity =
        EntityJsonLines.parse(
            """
            {"uri":"p:1","name":" Nadia Brook ","type":"PERSON","sameAs":["https://example.org/1"],"ignored":true,
             "aliases":["N. Brook",{"name":"Brook","strength":"WEAK"},{"name":"Nadia B."}]}""",
            1);

    assertThat(entity)
        .isEqualTo(
            Entity.newBuilder()
                .setUri("p:1")
                .setName("Nadia Brook")
                .setType(EntityType.PERSON)
                .setAliases(
                    List.of(
                        new Alias("N. Brook", AliasStrength.STRONG),
                        new Alias("Brook", AliasStrength.WEAK),
                        new Alias("Nadia B.", AliasStrength.STRONG)))
                .setSameAs(List.of("https://example.org/1"))
                .setIgnored(true)
                .build());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "nonsense | line 7: is not JSON",
        "[1] | line 7: is not a JSON object",
        "{\"name\":\"A\",\"type\":\"PERSON\"} | line 7: 'uri' is missing",
        "{\"uri\":\"u\",\"name\":\" \",\"type\":\"PERSON\"} | line 7: 'name' must be a string that is not empty",
        "{\"uri\":\"u\",\"name\":\"--\",\"type\":\"PERSON\"} | line 7: 'name' must have a letter",
        "{\"uri\":\"u\",\"name\":\"A\"} | line 7: 'type' is missing",
        "{\"uri\":\"u\",\"name\":\"A\",\"type\":\"ORGANIZATION\"} | line 7: 'type' is 'ORGANIZATION', must be one of [PERSON, ORGANISATION, PLACE, OTHER]",
        "{\"uri\":\"u\",\"name\":\"A\",\"type\":\"UNKNOWN\"} | line 7: 'type' is 'UNKNOWN', must be one of",
        "{\"uri\":\"u\",\"name\":\"A\",\"type\":\"PERSON\",\"alias\":[]} | line 7: 'alias' is unknown; known are [aliases,",
        "{\"uri\":\"u\",\"name\":\"A\",\"type\":\"PERSON\",\"aliases\":\"B\"} | line 7: 'aliases' must be a list",
        "{\"uri\":\"u\",\"name\":\"A\",\"type\":\"PERSON\",\"aliases\":[\"B\",3]} | line 7: 'aliases[1]' must be a string or",
        "{\"uri\":\"u\",\"name\":\"A\",\"type\":\"PERSON\",\"aliases\":[{\"name\":\"B\",\"strength\":\"MEDIUM\"}]} | line 7: 'aliases[0].strength' is 'MEDIUM', must be one of [STRONG, WEAK]",
        "{\"uri\":\"u\",\"name\":\"A\",\"type\":\"PERSON\",\"aliases\":[{\"nam\":\"B\"}]} | line 7: 'aliases[0].nam' is unknown",
        "{\"uri\":\"u\",\"name\":\"A\",\"type\":\"PERSON\",\"sameAs\":[1]} | line 7: 'sameAs[0]' must be a string",
        "{\"uri\":\"u\",\"name\":\"A\",\"type\":\"PERSON\",\"ignored\":\"no\"} | line 7: 'ignored' must be true or false",
        "{\"uri\":\"u\",\"uri\":\"v\"} | line 7: is not JSON: Duplicate field 'uri'",
        "{} {} | line 7: is not JSON",
      })
  void whatIsWrongIsNamedByLineAndField(String line, String message) {
    assertThatThrownBy(() -> EntityJsonLines.parse(line, 7))
        .isInstanceOf(EntityFormatException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void linesAreCountedAsInTheFile() {
    String file =
        """
        # comment

        {"uri":"p:1","name":"A","type":"PERSON"}
        {"uri":"p:2"}
        """;

    assertThatThrownBy(
            () -> EntityJsonLines.read(new BufferedReader(new StringReader(file))).toList())
        .hasMessage("line 4: 'name' is missing");
  }

  @Test
  void theSampleIsSoundAndItsUrisAreItsOwn() {
    List<Entity> sample = EntityJsonLines.sample();

    assertThat(sample).hasSizeGreaterThan(60);
    assertThat(sample).extracting(Entity::getUri).doesNotHaveDuplicates();
  }
}
