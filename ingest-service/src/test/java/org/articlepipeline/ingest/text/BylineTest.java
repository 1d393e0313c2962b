package org.articlepipeline.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.articlepipeline.ingest.cleanup.HarvestByline;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BylineTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Jane Doe; Jane Doe",
        "By Jane Doe & Bo Li; Jane Doe|Bo Li",
        "By Ana de la Cruz, J.R. O’Neil and Xi-Ping Wu; Ana de la Cruz|J.R. O’Neil|Xi-Ping Wu",
        "By Jane Roe, Political Editor, The Courier; Jane Roe",
        "By Jane Roe Staff Writer; Jane Roe",
        "By Political Editor Jane Roe; Jane Roe",
        "By Jane Roe in Berlin and Tom Poe in Rome; Jane Roe|Tom Poe",
        "By Jane Roe of The Courier; Jane Roe",
        "By Jane Roe, BBC News; Jane Roe",
        "Words by Jane Roe; Jane Roe",
        "Story: Jane Roe Photos: Tom Poe; Jane Roe",
        "Text: Jana Vogt, Fotos: Tom Berg; Jana Vogt",
        "By Jane Roe (jane.roe@courier.example) @janeroe; Jane Roe",
        "BY JANE VAN DER MEER AND TOM MCDONALD; Jane van der Meer|Tom McDonald",
        "BY SEÁN O'NEIL-WARD III; Seán O'Neil-Ward III",
        "BY JR LI; JR Li",
        "Par Jeanne MORIN; Jeanne Morin",
        "Von Jana Vogt und Tom Berg; Jana Vogt|Tom Berg",
        "Von unserem Redakteur Tom Berg; Tom Berg",
        "Von Tom Berg, dpa; Tom Berg",
        "Par Jeanne Morin et Luc Ferrand, envoyés spéciaux; Jeanne Morin|Luc Ferrand",
        "Por Ana Ruiz y Luis Gil; Ana Ruiz|Luis Gil",
        "di Carla Rossi e Ugo Neri; Carla Rossi|Ugo Neri",
        "Por João Silva e Inês Falcão; João Silva|Inês Falcão",
        "Door Jan de Vries en Femke Postma; Jan de Vries|Femke Postma",
        "Autor: Jan Nowak i Marta Lis; Jan Nowak|Marta Lis",
        "Our own correspondent;",
        "By Staff Reporter;",
        "By Reuters;",
        "AFP;",
        "dpa;",
        "The Associated Press;",
        "Courier Staff;",
        "Die Redaktion;",
        "admin;",
      })
  void authorsArePersonsOnly(String byline, @Nullable String authors) {
    assertThat(Byline.authors(byline))
        .isEqualTo(authors == null ? List.of() : List.of(authors.split("\\|")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "By Friday, the council had voted",
        "By the numbers",
        "By Design",
        "By 2030",
        "Von Hand zu Hand",
        "Por fin",
        "Di Maria torna a Rosario",
        "Par ici la sortie",
        "Jane Doe",
        "Jane Doe, mother of two",
        "By Jane Doe and the wind in her hair",
        "A Quiet Night",
      })
  void leavesAloneLinesThatOnlyLookLikeOne(String line) {
    assertThat(HarvestByline.isByline(line)).isFalse();
  }
}
