package org.articlepipeline.enrich.entities;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AliasRuleTest {
  private final RuleOnText rule = RuleOnText.of(new AliasRule(), "PERSON Ada Farnow");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ada Farnow, known to her friends as Tuck, came.",
        "Ada Farnow, nicknamed “Tuck”, came.",
        "Ada Farnow (born Tuck) came.",
        "Ada Farnow, called Tuck, came.",
      })
  void whatSomebodyIsCalledIsAName(String body) {
    assertThat(rule.names(body)).containsExactly("PERSON Ada Farnow", "PERSON Tuck");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ada Farnow came. It is known as Tuck.",
        "Ada Farnow met a dog called Tuck.",
        "Ada Farnow, famous as Tuck, came.",
      })
  void whatElseIsCalledSoIsNone(String body) {
    assertThat(rule.names(body)).containsExactly("PERSON Ada Farnow");
  }
}
