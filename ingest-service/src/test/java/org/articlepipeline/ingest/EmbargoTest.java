package org.articlepipeline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.articlepipeline.ingest.Submissions.NOW;
import static org.articlepipeline.ingest.Submissions.bare;
import static org.articlepipeline.ingest.Submissions.usable;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.articlepipeline.schemas.PubStatus;
import org.articlepipeline.schemas.Receipt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Articles that nobody may see yet. */
class EmbargoTest {

  private static final String URI = "urn:test:1";
  private static final Instant RELEASE = NOW.plus(Duration.ofHours(1));

  @TempDir Path state;
  private IngestDriver ingest;

  @BeforeEach
  void start() {
    ingest = new IngestDriver(state);
  }

  @AfterEach
  void stop() {
    ingest.close();
  }

  @Test
  void anEmbargoedArticleIsHeldThenReleasedWithItsHeadersAndPosition() {
    ingest.submit(usable(URI, 1).setEmbargoedUntil(RELEASE));
    assertThat(ingest.onlyReceipt("HELD").getMessage()).contains(RELEASE.toString());
    ingest.driver.advanceWallClockTime(Duration.ofMinutes(59));
    ingest.assertNothingElse();

    ingest.driver.advanceWallClockTime(Duration.ofMinutes(1).plusMillis(500));

    var record = ingest.accepted.readRecord();
    assertThat(record.key()).isEqualTo(URI);
    assertThat(record.value().getHeadline()).isEqualTo("Harbour bridge reopens");
    assertThat(record.headers().lastHeader("traceparent").value())
        .isEqualTo("00-1".getBytes(UTF_8));
    Receipt receipt = ingest.onlyReceipt("RELEASED");
    assertThat(receipt.getRevision()).isEqualTo(1);
    assertThat(receipt.getOffset()).isZero();
    ingest.driver.advanceWallClockTime(Duration.ofHours(1));
    ingest.assertNothingElse();
  }

  @Test
  void anOlderRevisionStaysVisibleWhileANewerOneIsHeld() {
    ingest.submit(usable(URI, 1));
    ingest.forget();

    ingest.submit(usable(URI, 2).setEmbargoedUntil(RELEASE));
    ingest.onlyReceipt("HELD");
    ingest.assertNothingElse();

    ingest.submit(usable(URI, 1));
    ingest.onlyReceipt("STALE");
    ingest.assertNothingElse();
  }

  @Test
  void aHeldRevisionSentAgainIsADuplicateWhileItIsHeldAndAfter() {
    ingest.submit(usable(URI, 1).setEmbargoedUntil(RELEASE));
    ingest.forget();
    ingest.submit(usable(URI, 1).setEmbargoedUntil(RELEASE));
    ingest.onlyReceipt("DUPLICATE");

    ingest.driver.advanceWallClockTime(Duration.ofHours(2));
    ingest.forget();
    ingest.submit(usable(URI, 1).setEmbargoedUntil(RELEASE));

    ingest.onlyReceipt("DUPLICATE");
    ingest.assertNothingElse();
  }

  @Test
  void aNewerRevisionTakesThePlaceOfTheHeldOne() {
    ingest.submit(usable(URI, 1).setEmbargoedUntil(RELEASE));
    ingest.forget();

    ingest.submit(usable(URI, 2));

    assertThat(ingest.receipts.readValuesToList())
        .extracting(Receipt::getOutcome, Receipt::getRevision, Receipt::getOffset)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("SUPERSEDED", 1L, 0L),
            org.assertj.core.groups.Tuple.tuple("ACCEPTED", 2L, 1L));
    assertThat(ingest.accepted.readValue().getRevision()).isEqualTo(2);
    ingest.driver.advanceWallClockTime(Duration.ofHours(2));
    ingest.assertNothingElse();
  }

  @Test
  void anEmbargoCanBeMoved() {
    ingest.submit(usable(URI, 1).setEmbargoedUntil(RELEASE));
    ingest.submit(usable(URI, 2).setEmbargoedUntil(RELEASE.plusSeconds(3600)));
    ingest.forget();

    ingest.driver.advanceWallClockTime(Duration.ofMinutes(90));
    ingest.assertNothingElse();
    ingest.driver.advanceWallClockTime(Duration.ofMinutes(31));

    assertThat(ingest.accepted.readValue().getRevision()).isEqualTo(2);
    ingest.onlyReceipt("RELEASED");
  }

  @Test
  void aTakedownWorksAtOnceAndWhatWasHeldIsNeverReleased() {
    ingest.submit(usable(URI, 1).setEmbargoedUntil(RELEASE));
    ingest.forget();

    ingest.submit(bare(URI, 2, PubStatus.CANCELED).setEmbargoedUntil(RELEASE));

    assertThat(ingest.accepted.readValue().getPubStatus()).isEqualTo(PubStatus.CANCELED);
    ingest.forget();
    ingest.driver.advanceWallClockTime(Duration.ofHours(2));
    ingest.assertNothingElse();
  }

  @Test
  void aSubmissionThatCannotBeReadIsRejectedBeforeItsEmbargoEnds() {
    ingest.submit(usable(URI, 1, "Go to Top").setEmbargoedUntil(RELEASE));

    ingest.onlyRejection("NO_TEXT");
  }

  @Test
  void anArticleThatExpiresWhileItIsHeldIsReleasedWithoutContent() {
    ingest.submit(usable(URI, 1).setEmbargoedUntil(RELEASE).setExpires(RELEASE.minusSeconds(1)));
    ingest.forget();

    ingest.driver.advanceWallClockTime(Duration.ofHours(2));

    var article = ingest.accepted.readValue();
    assertThat(article.getBody()).isNull();
    assertThat(article.getSubmission()).isNull();
    assertThat(article.getRevision()).isEqualTo(1);
  }

  @Test
  void articlesAreReleasedInTheOrderOfTheirEmbargoes() {
    for (int i = 0; i < 300; i++) {
      ingest.submit(usable("urn:test:" + i, 1).setEmbargoedUntil(RELEASE.minusSeconds(i)));
    }
    ingest.forget();

    ingest.driver.advanceWallClockTime(Duration.ofMinutes(61));
    ingest.driver.advanceWallClockTime(Duration.ofSeconds(1));

    var released = ingest.accepted.readKeyValuesToList();
    assertThat(released).hasSize(300);
    assertThat(released.getFirst().key).isEqualTo("urn:test:299");
    assertThat(released.getLast().key).isEqualTo("urn:test:0");
  }
}
