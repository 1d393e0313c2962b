package org.articlepipeline.enrich.entities;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartnershipRuleTest {
  private final RuleOnText rule =
      RuleOnText.of(new PartnershipRule(), "PERSON Farnow", "PERSON Tessling", "PERSON Ulm");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "It was sold to Hagen & Sons in May. | Hagen & Sons",
        "It was sold to Ada Farnow & Co in May. | Ada Farnow & Co",
        "They asked Ulm, Farnow & Partners about it. | Farnow & Partners",
      })
  void aNameWithPartnersIsAFirm(String body, String firm) {
    assertThat(rule.names(body)).contains("ORGANISATION " + firm);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "So did Farnow & Tessling before.",
        "So did Farnow & sons before.",
        "We talked about Arts & Crafts at home.",
        "It was a Q & A for all.",
      })
  void othersAreNot(String body) {
    assertThat(rule.names(body)).noneMatch(name -> name.startsWith("ORGANISATION"));
  }

  @Test
  void twoFullNamesAreTwoPeople() {
    assertThat(
            RuleOnText.of(new PartnershipRule(), "PERSON Ada Farnow", "PERSON Ben Tessling")
                .names("Here are Ada Farnow & Ben Tessling now."))
        .containsExactly("PERSON Ada Farnow", "PERSON Ben Tessling");
  }
}
