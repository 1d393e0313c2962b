package org.articlepipeline.ingest.draft;

import static org.articlepipeline.ingest.Submissions.NOW;
import static org.articlepipeline.ingest.Submissions.usable;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.articlepipeline.ingest.Submissions;
import org.junit.jupiter.api.Test;

class SaneDatesTest {

  @Test
  void whatThePageDatesInTheFutureIsLeftOutAndNoted() {
    var accepted = Submissions.ingest("Gala\nMay 1, 2031|Events|\nBring a coat.");

    assertThat(accepted.article().getDatePublished()).isNull();
    assertThat(accepted.notes()).singleElement().asString().contains("published", "2031-05-01");
  }

  @Test
  void whatThePageDatesBefore1800IsLeftOutAndNoted() {
    var accepted = Submissions.ingest("Old news\nMay 1, 1750|History|\nBring a wig.");

    assertThat(accepted.article().getDatePublished()).isNull();
    assertThat(accepted.notes()).singleElement().asString().contains("1750-05-01");
  }

  @Test
  void underEmbargoAPageMayBeDatedUntilThen() {
    Instant embargo = NOW.plus(Duration.ofDays(9));
    var submission =
        usable("urn:test:1", 1, "Gala\n2026-03-10|Events|\nBring a coat.")
            .setEmbargoedUntil(embargo)
            .build();

    assertThat(Submissions.ingest(submission).article().getDatePublished())
        .isEqualTo("2026-03-10T00:00:00Z");
  }

  @Test
  void aChangeBeforeThePublicationIsLeftOut() {
    var other =
        Submissions.ingest("Gala\nPublished: May 3, 2025 | Updated: May 1, 2025\nBring a coat.");
    var sameDay =
        Submissions.ingest(
            "Gala\nPublished: May 3, 2025 14:05 | Updated: May 3, 2025\nBring a coat.");

    assertThat(other.article().getDatePublished()).isEqualTo("2025-05-03T00:00:00Z");
    assertThat(other.article().getDateModified()).isNull();
    assertThat(other.notes()).singleElement().asString().contains("2025-05-01");
    assertThat(sameDay.article().getDateModified()).isNull();
    assertThat(sameDay.notes()).isEmpty();
  }

  @Test
  void aDateThatCanBeReadInTwoWaysIsLeftOutAndNoted() {
    String text = "Gala\n03/04/2024 | Events\nBring a coat.";
    var unknown = Submissions.ingest(text);
    var british = Submissions.ingest(usable("urn:test:1", 1, text).setLanguage("en-GB").build());

    assertThat(unknown.article().getDatePublished()).isNull();
    assertThat(unknown.article().getSections()).containsExactly("Events");
    assertThat(unknown.notes()).singleElement().asString().contains("two ways");
    assertThat(british.article().getDatePublished()).isEqualTo("2024-04-03T00:00:00Z");
    assertThat(british.notes()).isEmpty();
  }
}
