package org.articlepipeline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.articlepipeline.ingest.Submissions.NOW;
import static org.articlepipeline.ingest.Submissions.usable;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.articlepipeline.schemas.CloudEvents;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A sender that is not sure that it was heard sends the same event again. */
class SameEventTest extends DrivenTopology {
  @Test
  void theSameEventAgainIsADuplicateAndNamesTheRevisionThatItWasAdmittedAs() {
    ingest.submit(usable(URI, 7), event("cms", "a"));
    ingest.forget();

    ingest.submit(usable(URI, 8), event("cms", "a"));

    assertThat(ingest.onlyReceipt("DUPLICATE").getMessage()).contains("revision 7");
    ingest.assertNothingElse();
  }

  @Test
  void itIsADuplicateWhateverCameSinceAndWhateverItHolds() {
    ingest.submit(usable(URI, 7), event("cms", "a"));
    ingest.submit(usable(URI, 8), event("cms", "b"));
    ingest.forget();

    ingest.submit(usable(URI, 7, "Another\n\nAnother text."), event("cms", "a"));

    assertThat(ingest.onlyReceipt("DUPLICATE").getMessage()).contains("revision 7");
  }

  @Test
  void anEventThatIsHeldIsADuplicateToo() {
    ingest.submit(usable(URI, 7).setEmbargoedUntil(NOW.plusSeconds(60)), event("cms", "a"));
    ingest.forget();

    ingest.submit(usable(URI, 8).setEmbargoedUntil(NOW.plusSeconds(60)), event("cms", "a"));

    ingest.onlyReceipt("DUPLICATE");
  }

  @Test
  void anotherSourceIdOrUriIsAnotherEvent() {
    ingest.submit(usable(URI, 1), event("cms", "ab"));
    ingest.submit(usable(URI, 2), event("cms", "abc"));
    ingest.submit(usable(URI, 3), event("cmsa", "b"));
    ingest.submit(usable("urn:test:2", 1), event("cms", "ab"));

    assertThat(ingest.receipts.readValuesToList())
        .hasSize(4)
        .allSatisfy(receipt -> assertThat(receipt.getOutcome()).isEqualTo("ACCEPTED"));
  }

  @Test
  void whatWasRejectedMayBeSentAgainAsTheSameEvent() {
    ingest.submit(usable(URI, 7, "Go to Top"), event("cms", "a"));
    ingest.onlyRejection("NO_TEXT");

    ingest.submit(usable(URI, 7), event("cms", "a"));

    ingest.onlyReceipt("ACCEPTED");
  }

  @Test
  void whatWasStaleMayBeSentAgainUnderAHigherRevision() {
    ingest.submit(usable(URI, 7));
    ingest.submit(usable(URI, 6), event("cms", "a"));
    ingest.forget();

    ingest.submit(usable(URI, 8), event("cms", "a"));

    ingest.onlyReceipt("ACCEPTED");
  }

  @Test
  void withoutBothHeadersTheRevisionAloneDecides() {
    var revision = 1;
    for (Headers headers :
        List.of(
            new RecordHeaders(),
            event("cms", null),
            event(null, "a"),
            event("", "a"),
            event("cms", ""))) {
      ingest.submit(usable(URI, revision++), headers);
      ingest.onlyReceipt("ACCEPTED");
      ingest.submit(usable(URI, revision++), headers);
      ingest.onlyReceipt("ACCEPTED");
    }
  }

  @Test
  void headersThatAreNoTextOrHugeNameAnEventLikeAnyOther() {
    byte[] odd = new byte[1 << 20];
    odd[0] = (byte) 0xff;
    Headers headers = new RecordHeaders().add(CloudEvents.SOURCE, odd).add(CloudEvents.ID, odd);
    ingest.submit(usable(URI, 1), headers);
    ingest.onlyReceipt("ACCEPTED");

    ingest.submit(usable(URI, 2), headers);

    ingest.onlyReceipt("DUPLICATE");
  }

  @Test
  void anEventIsForgottenAfterSevenDays() {
    ingest.submit(usable(URI, 1), event("cms", "a"));
    ingest.driver.advanceWallClockTime(Duration.ofDays(7).minusSeconds(1));
    ingest.submit(usable(URI, 2), event("cms", "a"));
    ingest.forget();

    ingest.driver.advanceWallClockTime(Duration.ofSeconds(2));
    ingest.submit(usable(URI, 3), event("cms", "a"));

    ingest.onlyReceipt("ACCEPTED");
  }

  @Test
  void whatIsRememberedIsOnDiskNoLongerThanItIsUsed() {
    for (int day = 0; day < 40; day++) {
      ingest.submit(usable(URI, day + 1), event("cms", "of day " + day));
      ingest.driver.advanceWallClockTime(Duration.ofDays(1));
    }

    assertThat(segments()).hasSizeBetween(1, 4);
  }

  private List<Path> segments() {
    try (var files = Files.walk(state)) {
      return files.filter(f -> f.toString().matches(".*[/\\\\]events[.][^/\\\\]*")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Headers event(@Nullable String source, @Nullable String id) {
    var headers = new RecordHeaders();
    if (source != null) {
      headers.add(CloudEvents.SOURCE, source.getBytes(UTF_8));
    }
    if (id != null) {
      headers.add(CloudEvents.ID, id.getBytes(UTF_8));
    }
    return headers;
  }
}
