package org.articlepipeline.enrich.entities;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortOrganisationRuleTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Gull Ledger | We read the Gull Ledger. Then the Ledger closed. | Ledger",
        "Gull Ledger | We read the Gull Ledger.~~Ledger: Why? | Ledger",
        "Ministry of Tides | He left the Ministry of Tides. The Ministry is poor. | Ministry",
        "Order of the Red Oar | He left the Order of the Red Oar, and the Red Oar sank. | Red Oar",
        "Tidal Rope Company | We asked Tidal Rope Company. Then Tidal Rope closed. | Tidal Rope",
        "St Orl's Hospital | We saw St Orl's Hospital. Then St Orl's closed. | St Orl's",
        "Tidalis Ltd | We asked Tidalis Ltd. Then Tidalis closed. | Tidalis",
        "Tidalis Rope | We asked Tidalis Rope. Then Tidalis closed. | Tidalis",
        "Banco Orlund | We asked Banco Orlund. Then Orlund closed. | Orlund",
        "University of Orlund | He left the University of Orlund. We work at Orlund now. | Orlund",
        "Orlund F.C. | We saw Orlund F.C. play. Then Orlund scored. | Orlund",
      })
  void aShortNameFollowsFromTheWhole(String whole, String body, String shorter) {
    RuleOnText rule = RuleOnText.of(new ShortOrganisationRule(), "ORGANISATION " + whole);

    assertThat(rule.names(body.replace("~", "\n")))
        .containsExactly("ORGANISATION " + whole, "ORGANISATION " + shorter);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Gull Ledger | We read the Gull Ledger. Then a Ledger closed.",
        "Gull Ledger | We read the Gull Ledger. Then the Ledger Building closed.",
        "Ministry of Tides | He left the Ministry of Tides for the Ministry of Sound.",
        "University of Orlund | He left the University of Orlund. We work in Orlund now.",
        "Tidalis Rope | Then Tidalis closed. We asked Tidalis Rope.",
        "Tidalis Rope Fair | We saw the Tidalis Rope Fair. Then Tidalis closed.",
      })
  void whatMaySayAnotherThingDoesNot(String whole, String body) {
    RuleOnText rule = RuleOnText.of(new ShortOrganisationRule(), "ORGANISATION " + whole);

    assertThat(rule.names(body)).containsExactly("ORGANISATION " + whole);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Orlund Records | We left Orlund Records. Then Orlund closed. | ORGANISATION",
        "Orlund Records | We left Orlund Records. Then Orlund closed. We live in Orlund. | PLACE",
        "Orlund Council | We left Orlund Council. Then Orlund closed. | PLACE",
      })
  void aPlaceGivesWayToACompanyUnlessSomethingIsThere(String whole, String body, String type) {
    RuleOnText rule =
        RuleOnText.of(new ShortOrganisationRule(), "ORGANISATION " + whole, "PLACE Orlund");

    assertThat(rule.names(body)).startsWith("ORGANISATION " + whole, type + " Orlund");
  }

  @Test
  void aFirmIsNotThePersonWhoHasItsName() {
    RuleOnText rule =
        RuleOnText.of(
            new ShortOrganisationRule(),
            "ORGANISATION Farnow & Sons",
            "PERSON Ada Farnow",
            "PERSON Farnow");

    assertThat(rule.names("We asked Farnow & Sons. Ada Farnow came. Then Farnow shares fell."))
        .endsWith("PERSON Ada Farnow", "ORGANISATION Farnow");
    assertThat(rule.names("We asked Farnow & Sons. Ada Farnow came. Then Mrs. Farnow left."))
        .endsWith("PERSON Ada Farnow", "PERSON Farnow");
    assertThat(rule.names("We asked Farnow & Sons. Ada Farnow came. Then Farnow said no."))
        .endsWith("PERSON Ada Farnow", "PERSON Farnow");
    assertThat(rule.names("Ada Farnow came. We asked Farnow & Sons. Then Farnow left."))
        .endsWith("ORGANISATION Farnow & Sons", "PERSON Farnow");
  }
}
