package org.articlepipeline.enrich.entities;

import static org.articlepipeline.enrich.Samples.place;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrganisationContextRuleTest {
  private final RuleOnText tagged =
      RuleOnText.of(new OrganisationContextRule(), "PERSON Seavane").sure(0.6);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "We asked Seavane, a charity that helps.",
        "We asked Seavane, the small Dutch charity, about it.",
        "We asked the charity Seavane about it.",
        "She leads a charity called Seavane.",
        "In May she founded a charity, Seavane.",
        "She is chairwoman of Seavane now.",
        "They wrote to Seavane's shareholders.",
        "They met Seavane's chief executive there.",
      })
  void whatTheTextCallsAnOrganisationIsOne(String body) {
    assertThat(tagged.names(body)).containsExactly("ORGANISATION Seavane");
    assertThat(RuleOnText.of(new OrganisationContextRule()).names(body))
        .containsExactly("ORGANISATION Seavane");
  }

  @Test
  void whatIsSaidOnceHoldsForTheWholeArticle() {
    assertThat(tagged.names("Seavane said so. We asked Seavane, a charity. Seavane left."))
        .hasSize(3)
        .containsOnly("ORGANISATION Seavane");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "We asked Seavane, a bank manager.",
        "We asked Seavane, who has a bank.",
        "Then Seavane, the company chairman, left.",
        "They met Seavane's chief rival there.",
        "They met Seavane's mother there.",
        "She is a friend of Seavane now.",
        "She is chairwoman of Seavane for Children now.",
      })
  void othersStayWhatTheyAre(String body) {
    assertThat(tagged.names(body)).containsExactly("PERSON Seavane");
  }

  @Test
  void theTaggerAndTheKnowledgeBaseAreBelievedWhereTheyAreSurer() {
    String body = "She is chairwoman of Seavane now.";

    assertThat(RuleOnText.of(new OrganisationContextRule(), "PERSON Seavane").names(body))
        .containsExactly("PERSON Seavane");
    assertThat(
            RuleOnText.of(new OrganisationContextRule())
                .knowing(place("l:s", "Seavane"))
                .names(body))
        .containsExactly("PLACE Seavane");
  }

  @Test
  void theSurnameOfSomebodyStaysASurname() {
    assertThat(
            RuleOnText.of(new OrganisationContextRule(), "PERSON Ada Seavane")
                .names("Ada Seavane came. She is chairwoman of Seavane now."))
        .containsExactly("PERSON Ada Seavane");
  }
}
