package org.articlepipeline.enrich.entities;

import static org.articlepipeline.enrich.Samples.place;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceContextRuleTest {
  private final RuleOnText untagged = RuleOnText.of(new PlaceContextRule());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "He came to the village of Orlund.",
        "She was born in Orlund.",
        "She was born on 3 May 1950 in Orlund.",
        "They went to Orlund, a small town on the coast.",
        "Orlund's councillors voted for it.",
        "They walked through the streets of Orlund.",
      })
  void whatTheTextCallsAPlaceIsOne(String body) {
    assertThat(untagged.names(body)).containsExactly("PLACE Orlund");
    assertThat(RuleOnText.of(new PlaceContextRule(), "PERSON Orlund").sure(0.6).names(body))
        .containsExactly("PLACE Orlund");
  }

  @Test
  void whatLiesInAKnownPlaceIsOne() {
    RuleOnText rule = untagged.knowing(place("l:v", "Vastland"));

    assertThat(rule.names("They met in Orlund, Vastland."))
        .containsExactly("PLACE Orlund", "PLACE Vastland");
    assertThat(rule.names("They met Orlund, Vastland and others."))
        .containsExactly("PLACE Vastland");
    assertThat(rule.names("She left the School of Orlund, Vastland."))
        .containsExactly("PLACE Vastland");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "He has an opinion of Orlund.",
        "She was born in Utt and worked in Orlund.",
        "He met Orlund, a river pilot.",
        "The capital was old.",
        "Orlund's brothers voted for it.",
        "She was born in May.",
      })
  void othersAreNot(String body) {
    assertThat(untagged.names(body)).doesNotContain("PLACE Orlund", "PLACE May");
  }

  @Test
  void theTaggerIsBelievedWhereItIsSurer() {
    assertThat(
            RuleOnText.of(new PlaceContextRule(), "ORGANISATION Orlund")
                .names("He came to the village of Orlund."))
        .containsExactly("ORGANISATION Orlund");
  }
}
