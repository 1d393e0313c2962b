package org.articlepipeline.enrich.entities;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FullFormRuleTest {
  private final RuleOnText rule = RuleOnText.of(new FullFormRule());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Then the Directorate of Harbour Inspections came. We told the DHI. | Directorate of Harbour Inspections | DHI",
        "We told the OSS. Then the Orlund Seaside Society came. | OSS | Orlund Seaside Society",
        "Then the Union for Orlund Sails came. We told UFOS. | Union for Orlund Sails | UFOS",
      })
  void anAcronymIsProofOfItsFullForm(String body, String first, String second) {
    assertThat(rule.names(body)).containsExactly("ORGANISATION " + first, "ORGANISATION " + second);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Then Dry Harbour Itch came. It is called DHI.",
        "Then the Orlund Seaside Society came. We told the OSC.",
        "Then the Orlund Seaside Society Choir came. We told the OSS.",
      })
  void othersAreNot(String body) {
    assertThat(rule.names(body)).isEmpty();
  }
}
