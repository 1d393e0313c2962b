package org.articlepipeline.ingest.text;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateReaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "2024-01-03; 2024-01-03T00:00:00Z",
        "2024-01-03T10:11Z; 2024-01-03T10:11:00Z",
        "2024-01-03T10:11:12.345+01:00; 2024-01-03T09:11:12Z",
        "2024-01-03T10:11:12+0100; 2024-01-03T09:11:12Z",
        "2024-01-03 10:11; 2024-01-03T10:11:00Z",
        "2024-01-03 10:11 CET; 2024-01-03T09:11:00Z",
        "2024/01/03; 2024-01-03T00:00:00Z",
        "January 3, 2024; 2024-01-03T00:00:00Z",
        "Jan. 3, 2024, 10:15 a.m.; 2024-01-03T10:15:00Z",
        "JANUARY 3RD, 2024; 2024-01-03T00:00:00Z",
        "Wednesday, January 3, 2024 at 6pm; 2024-01-03T18:00:00Z",
        "Wed, 3 Jan 2024 10:15:00 +0100; 2024-01-03T09:15:00Z",
        "3 January 2024, 14:05 GMT; 2024-01-03T14:05:00Z",
        "3 January 2024 14:05 (UTC+2); 2024-01-03T12:05:00Z",
        "January 3, 2024 10:15 a.m. ET; 2024-01-03T15:15:00Z",
        "July 3, 2024 10:15 a.m. ET; 2024-07-03T14:15:00Z",
        "August 14, 20216:30 pm; 2021-08-14T18:30:00Z",
        "August 14, 2021 12:05 am; 2021-08-14T00:05:00Z",
        "12.03.2024; 2024-03-12T00:00:00Z",
        "12.03.24, 14:05 Uhr; 2024-03-12T14:05:00Z",
        "12. März 2024 um 14.05 Uhr; 2024-03-12T14:05:00Z",
        "Dienstag, den 12. Maerz 2024; 2024-03-12T00:00:00Z",
        "5. Jänner 2024; 2024-01-05T00:00:00Z",
        "1er mars 2024 à 14h05; 2024-03-01T14:05:00Z",
        "mardi 5 févr. 2024; 2024-02-05T00:00:00Z",
        "5 de enero de 2024 a las 9:30; 2024-01-05T09:30:00Z",
        "5 de enero del 2024; 2024-01-05T00:00:00Z",
        "5 gennaio 2024 alle ore 9:30; 2024-01-05T09:30:00Z",
        "terça-feira, 5 de março de 2024 às 9h30; 2024-03-05T09:30:00Z",
        "1º de maio de 2023; 2023-05-01T00:00:00Z",
        "5 mrt 2024 om 9:30; 2024-03-05T09:30:00Z",
        "5 maart 2024; 2024-03-05T00:00:00Z",
        "5 marca 2024 r., godz. 9:30; 2024-03-05T09:30:00Z",
        "5 października 2023; 2023-10-05T00:00:00Z",
        "31/12/2023; 2023-12-31T00:00:00Z",
        "12/31/2023; 2023-12-31T00:00:00Z",
        "05/05/2023; 2023-05-05T00:00:00Z",
      })
  void readsDatesInEveryLanguage(String text, Instant expected) {
    PrintedDate date = requireNonNull(DateReader.read(text, 0), text);

    assertThat(date.instant()).isEqualTo(expected);
    assertThat(date.end()).isEqualTo(text.length());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "February 30, 2024",
        "2024-13-01",
        "32.01.2024",
        "May",
        "3 bananas 2024",
        "12345",
        "1.2.3",
        "31/31/2024",
        "Marching 3, 2024",
        "",
      })
  void refusesWhatIsInNoCalendar(String text) {
    assertThat(DateReader.read(text, 0)).isNull();
  }

  @Test
  void aDayWithoutItsYearIsNoInstant() {
    assertThat(requireNonNull(DateReader.read("August 14 | News", 0)).instant()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "en-US,,2024-03-04",
    "en-GB,,2024-04-03",
    "en,,",
    ",,",
    "de,,2024-04-03",
    "pt_BR,,2024-04-03",
    ",https://courier.example/2024/03/04/ferry,2024-03-04",
    "en-US,https://courier.example/2024/4/3/ferry,2024-04-03",
    "de,https://courier.example/2022/01/01/ferry,2024-04-03",
  })
  void numbersAreReadByAddressAndLanguageOrNotAtAll(
      @Nullable String language, @Nullable String url, @Nullable LocalDate expected) {
    PrintedDate date = requireNonNull(DateReader.read("03/04/2024", 0));
    var days = new DayChoice(new Origin(url, language, null), List.of());

    assertThat(days.of(date)).isEqualTo(expected);
    assertThat(date.instant()).isNull();
  }

  @Test
  void ofTwoReadingsTheOneInTheFutureIsWrong() {
    PrintedDate date = requireNonNull(DateReader.read("03/04/2024", 0));
    Instant latest = Instant.parse("2024-03-10T00:00:00Z");

    assertThat(new DayChoice(new Origin(null, "de", latest), List.of()).of(date))
        .isEqualTo("2024-03-04");
  }

  @Test
  void theLanguageOfTheTextHelpsUnlessItIsEnglish() {
    PrintedDate date = requireNonNull(DateReader.read("03/04/2024", 0));
    var french =
        List.of(
            "Le maire a dit que les enfants de la ville ne sont pas dans les écoles, qui sont pour eux.");
    var english =
        List.of(
            "The mayor said that the children of the town were with their parents for the day.");

    assertThat(new DayChoice(Origin.NONE, french).of(date)).isEqualTo("2024-04-03");
    assertThat(new DayChoice(Origin.NONE, english).of(date)).isNull();
  }
}
