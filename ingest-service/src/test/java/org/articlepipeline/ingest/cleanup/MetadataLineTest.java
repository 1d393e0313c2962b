package org.articlepipeline.ingest.cleanup;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.articlepipeline.ingest.draft.PageMetadata;
import org.articlepipeline.ingest.text.DayChoice;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetadataLineTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "2022-08-05T17:53:29+00:00August 5th, 2022|News|; 2022-08-05T17:53:29Z; News",
        "2022-08-05T17:53:29-07:00August 5th, 2022 | News | Music; 2022-08-06T00:53:29Z; News,Music",
        "2022-08-05T17:53:29Z|News, World,; 2022-08-05T17:53:29Z; News,World",
        "2022-08-05 17:53|; 2022-08-05T17:53:00Z;",
        "August 5th, 2022|News|; 2022-08-05T00:00:00Z; News",
        "Friday, 5 August 2022 • World; 2022-08-05T00:00:00Z; World",
        "Published on: Aug. 5, 2022 at 5:53 pm EDT; 2022-08-05T21:53:00Z;",
        "Posted on August 5, 2022August 7, 2022 by admin; 2022-08-05T00:00:00Z;",
        "By Ann Lee on May 1, 2020; 2020-05-01T00:00:00Z;",
        "News | 1st of June 2021 | 2 Comments; 2021-06-01T00:00:00Z; News",
      })
  void readsDatesAndSections(String line, Instant published, String sections) {
    PageMetadata found = harvest(line);

    assertThat(found.published()).isEqualTo(published);
    assertThat(found.sections())
        .isEqualTo(sections == null ? List.of() : List.of(sections.split(",")));
  }

  @Test
  void readsAuthorsAndKeywords() {
    PageMetadata found =
        harvest(
            "By Jane Doe and Bo Li|2024-01-02|Categories: A, B|Tags: c, d|Comments Off on this");

    assertThat(found.byline()).isEqualTo("Jane Doe and Bo Li");
    assertThat(found.sections()).containsExactly("A", "B");
    assertThat(found.keywords()).containsExactly("c", "d");
  }

  @Test
  void readsWhenItWasChanged() {
    PageMetadata found = harvest("Published: May 1, 2020 | Last updated: May 3, 2020");

    assertThat(found.published()).isEqualTo("2020-05-01T00:00:00Z");
    assertThat(found.modified()).isEqualTo("2020-05-03T00:00:00Z");
  }

  @Test
  void isSurerOfADateForMachines() {
    assertThat(
            requireNonNull(MetadataLine.parse("2022-08-05T17:53:29Z|News|", DayChoice.NONE))
                .confidence())
        .isGreaterThan(
            requireNonNull(MetadataLine.parse("Filed under: News", DayChoice.NONE)).confidence());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "On August 5, 2022, the council bought a second plough.",
        "August 5, 2022 was a Friday",
        "By Design",
        "In Memoriam",
        "In the land of the blind",
        "On Monday",
        "News",
        "Politics | Opinion",
        "By 2030, winters will be harder.",
        "The vote | and what comes next",
        "2022-13-45T99:99:99Z|News|",
        "February 30th, 2022|News",
        "May",
        "5 August",
        "Category",
        "Tags:",
        "|",
        "",
      })
  void leavesAloneWhatMayBeASentenceOrATitle(String line) {
    assertThat(MetadataLine.parse(line, DayChoice.NONE)).isNull();
  }

  private static PageMetadata harvest(String line) {
    return requireNonNull(MetadataLine.parse(line, DayChoice.NONE), line).metadata();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "This entry was posted in News and tagged a, b by Ann Lee. Bookmark the permalink.; News; a,b; Ann Lee",
        "This entry was posted on January 3, 2024 at 10:15 am and is filed under News. You can follow any responses.; News; ;",
        "Dieser Beitrag wurde unter Hafen abgelegt und mit a, b verschlagwortet von Ann Lee. Setze ein Lesezeichen.; Hafen; a,b; Ann Lee",
        "Ce contenu a été publié dans Cuisine par Ann Lee, et marqué avec a, b. Mettez-le en favori.; Cuisine; a,b; Ann Lee",
        "Esta entrada fue publicada en Política y etiquetada a, b por Ann Lee. Guarda el enlace permanente.; Política; a,b; Ann Lee",
        "Questa voce è stata pubblicata in Cucina e contrassegnata con a, b da Ann Lee. Contrassegna il permalink.; Cucina; a,b; Ann Lee",
        "Esta entrada foi publicada em Cultura e marcada com a tag a por Ann Lee. Adicione o link.; Cultura; a; Ann Lee",
        "Dit bericht is geplaatst in Regio met de tags a, b. Bookmark de permalink.; Regio; a,b;",
        "Ten wpis został opublikowany w kategorii Kultura i oznaczony tagami a, b przez Ann Lee. Dodaj zakładkę.; Kultura; a,b; Ann Lee",
      })
  void readsWhereWordPressSaysAnArticleIsFiled(
      String line, String section, @Nullable String keywords, @Nullable String byline) {
    PageMetadata found = harvest(line);

    assertThat(found.sections()).containsExactly(section);
    assertThat(found.keywords())
        .isEqualTo(keywords == null ? List.of() : List.of(keywords.split(",")));
    assertThat(found.byline()).isEqualTo(byline);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CultureBy Ann LeeAugust 14, 20216:30 pm0 Comments",
        "Ann Lee | August 14, 2021 6:30 pm | Culture",
        "Culture · 3 min read · by Ann Lee · 14.08.2021, 18:30 Uhr",
        "Details Written by Ann Lee Category: Culture Published: 14 August 2021 18:30",
        "Von Ann Lee am 14. August 2021 um 18.30 Uhr in Culture",
        "Par Ann Lee dans Culture - Publié le 14 août 2021 à 18h30",
        "Por Ann Lee | 14 de agosto de 2021 a las 18:30 | Culture",
        "di Ann Lee - 14 agosto 2021 alle 18:30 | Culture",
        "Door Ann Lee · 14 aug. 2021, 18:30 · Culture",
        "Autor: Ann Lee | Opublikowano: 14 sierpnia 2021, 18:30 | Kategoria: Culture",
      })
  void readsTheShapesOfManyThemes(String line) {
    PageMetadata found = harvest(line);

    assertThat(found.published()).isEqualTo("2021-08-14T18:30:00Z");
    assertThat(found.byline()).isEqualTo("Ann Lee");
    assertThat(found.sections()).containsExactly("Culture");
  }

  @Test
  void theHiddenDateOfALaterDayIsThatOfTheChange() {
    PageMetadata found = harvest("2022-08-07T10:00:00+00:00August 5th, 2022|News|");

    assertThat(found.published()).isEqualTo("2022-08-05T00:00:00Z");
    assertThat(found.modified()).isEqualTo("2022-08-07T10:00:00Z");
  }
}
