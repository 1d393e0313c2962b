package org.articlepipeline.enrich.entities;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstitutionRuleTest {
  private final RuleOnText rule = RuleOnText.of(new InstitutionRule());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Then the Marlow High Court agreed. | Marlow High Court",
        "Yesterday Marlow High Court agreed. | Marlow High Court",
        "It is run by the Ministry of Health and Welfare. | Ministry of Health and Welfare",
        "He left the Marlow Agency for Trade and Craft in June. | Marlow Agency for Trade and Craft",
        "He sat on the Committee for the Defence of the Marlow. | Committee for the Defence of the Marlow",
        "It is run by the Ministry of Roads, Tides and Harbours. | Ministry of Roads, Tides and Harbours",
        "It is run by the Ministry of Roads, Tides, and Harbours. | Ministry of Roads, Tides, and Harbours",
        "He sat on the Council on Marlow Affairs in June. | Council on Marlow Affairs",
        "She left the Federation against Marlow Noise. | Federation against Marlow Noise",
        "It asked the Rivers and Harbours Authority. | Rivers and Harbours Authority",
        "She was at St Ansgar's Hospital. | St Ansgar's Hospital",
        "Then the Anti-Noise Society sued. | Anti-Noise Society",
        "She read it in the Marlow Gazette. | Marlow Gazette",
        "He taught at the Universidad del Sur until June. | Universidad del Sur",
        "He wrote for the Marlower Tageszeitung. | Marlower Tageszeitung",
      })
  void aNameThatSaysWhatItIsIsAnOrganisation(String body, String name) {
    assertThat(rule.names(body)).containsExactly("ORGANISATION " + name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The Court agreed.",
        "Our University is old.",
        "They live on the West Bank.",
        "She met Marlow Council Bridge walkers.",
        "He saw a court and a museum.",
        "On Monday Council met.",
        "MARLOW COUNCIL MEETS ON ROADS",
      })
  void theWordAloneIsNoName(String body) {
    assertThat(rule.names(body)).isEmpty();
  }

  @Test
  void itIsOneNameAlsoWhereTheTaggerSawAPart() {
    assertThat(
            RuleOnText.of(new InstitutionRule(), "PLACE Marlow")
                .names("Then Marlow High Court agreed."))
        .containsExactly("ORGANISATION Marlow High Court");
  }

  @Test
  void theTaggerIsBelievedWhereItIsSurer() {
    List<String> found =
        RuleOnText.of(new InstitutionRule(), "PLACE Marlow Museum")
            .names("It stands by Marlow Museum.");

    assertThat(found).containsExactly("PLACE Marlow Museum");
  }

  @Test
  void anotherInstitutionInARowIsNotPartOfIt() {
    assertThat(rule.names("Then the Ministry of Roads, Marlow Council and Orlund Bank met."))
        .containsExactly(
            "ORGANISATION Ministry of Roads",
            "ORGANISATION Marlow Council",
            "ORGANISATION Orlund Bank");
    assertThat(rule.names("Then the Ministry of Roads, Marlow, was painted."))
        .containsExactly("ORGANISATION Ministry of Roads");
  }

  @Test
  void whatEndsBeforeAnotherSentenceIsNotLonger() {
    assertThat(rule.names("We like Marlow College. Of Northgate we know little."))
        .containsExactly("ORGANISATION Marlow College");
  }
}
