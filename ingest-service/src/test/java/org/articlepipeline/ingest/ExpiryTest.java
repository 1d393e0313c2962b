package org.articlepipeline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.articlepipeline.ingest.Submissions.NOW;
import static org.articlepipeline.ingest.Submissions.bare;
import static org.articlepipeline.ingest.Submissions.usable;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.common.utils.Bytes;
import org.articlepipeline.schemas.Article;
import org.articlepipeline.schemas.PubStatus;
import org.articlepipeline.schemas.Receipt;
import org.articlepipeline.schemas.SourceRecord;
import org.junit.jupiter.api.Test;

/** Articles that nobody may see any more. */
class ExpiryTest extends DrivenTopology {
  private static final Instant END = NOW.plus(Duration.ofHours(2));

  @Test
  void anArticleThatExpiresIsReplacedByTheSameRevisionWithoutContent() {
    ingest.submit(usable(URI, 1).setExpires(END));
    ingest.forget();
    ingest.driver.advanceWallClockTime(Duration.ofMinutes(119));
    ingest.assertNothingElse();

    ingest.driver.advanceWallClockTime(Duration.ofMinutes(1));

    var record = ingest.accepted.readRecord();
    Article stub = record.value();
    assertThat(stub.getRevision()).isEqualTo(1);
    assertThat(stub.getExpires()).isEqualTo(END);
    assertThat(stub.getBody()).isNull();
    assertThat(stub.getHeadline()).isNull();
    assertThat(stub.getSubmission()).isNull();
    assertThat(record.headers().lastHeader("traceparent").value())
        .isEqualTo("00-1".getBytes(UTF_8));
    Receipt receipt = ingest.onlyReceipt("EXPIRED");
    assertThat(receipt.getRevision()).isEqualTo(1);
    assertThat(receipt.getOffset()).isZero();
    assertNothingIsLeft();
    ingest.driver.advanceWallClockTime(Duration.ofHours(1));
    ingest.assertNothingElse();
  }

  @Test
  void afterItAnOlderRevisionIsStaleTheSameADuplicateAndANewerOneComesBack() {
    ingest.submit(usable(URI, 5).setExpires(END));
    ingest.driver.advanceWallClockTime(Duration.ofHours(2));
    ingest.forget();

    ingest.submit(usable(URI, 4));
    ingest.onlyReceipt("STALE");
    ingest.submit(usable(URI, 5).setExpires(END));
    ingest.onlyReceipt("DUPLICATE");
    ingest.assertNothingElse();
    ingest.submit(usable(URI, 6));

    ingest.onlyReceipt("ACCEPTED");
    assertThat(ingest.accepted.readValue().getBody()).isNotNull();
  }

  @Test
  void aNewerRevisionDecidesWhenItExpires() {
    ingest.submit(usable(URI, 1).setExpires(END));
    ingest.submit(usable(URI, 2).setExpires(END.plusSeconds(600)));
    ingest.forget();

    ingest.driver.advanceWallClockTime(Duration.ofHours(2));
    ingest.assertNothingElse();
    ingest.driver.advanceWallClockTime(Duration.ofMinutes(10));

    assertThat(ingest.onlyReceipt("EXPIRED").getRevision()).isEqualTo(2);
  }

  @Test
  void aNewerRevisionThatDoesNotExpireStays() {
    ingest.submit(usable(URI, 1).setExpires(END));
    ingest.submit(usable(URI, 2));
    assertNothingIsLeft();
    ingest.forget();

    ingest.driver.advanceWallClockTime(Duration.ofDays(1));

    ingest.assertNothingElse();
  }

  @Test
  void whatIsTakenBackDoesNotExpireAgain() {
    ingest.submit(usable(URI, 1).setExpires(END));
    ingest.submit(bare(URI, 2, PubStatus.CANCELED).setExpires(END));
    assertNothingIsLeft();
    ingest.forget();

    ingest.driver.advanceWallClockTime(Duration.ofDays(1));

    ingest.assertNothingElse();
  }

  @Test
  void theVisibleRevisionExpiresWhileANewerOneIsHeldWhichIsReleasedLater() {
    ingest.submit(usable(URI, 1).setExpires(END));
    ingest.submit(usable(URI, 2).setEmbargoedUntil(END.plusSeconds(60)));
    ingest.forget();

    ingest.driver.advanceWallClockTime(Duration.ofHours(2));
    assertThat(ingest.onlyReceipt("EXPIRED").getRevision()).isEqualTo(1);
    assertThat(ingest.accepted.readValue().getRevision()).isEqualTo(1);
    ingest.driver.advanceWallClockTime(Duration.ofMinutes(1));

    assertThat(ingest.onlyReceipt("RELEASED").getRevision()).isEqualTo(2);
    assertThat(ingest.accepted.readValue().getBody()).isNotNull();
  }

  @Test
  void aReleasedRevisionTakesTheOldersExpiryAwayAndExpiresItself() {
    ingest.submit(usable(URI, 1).setExpires(END));
    ingest.submit(
        usable(URI, 2).setEmbargoedUntil(END.minusSeconds(60)).setExpires(END.plusSeconds(60)));
    ingest.driver.advanceWallClockTime(Duration.ofMinutes(119));
    ingest.forget();

    ingest.driver.advanceWallClockTime(Duration.ofMinutes(1));
    ingest.assertNothingElse();
    ingest.driver.advanceWallClockTime(Duration.ofMinutes(1));

    assertThat(ingest.onlyReceipt("EXPIRED").getRevision()).isEqualTo(2);
  }

  @Test
  void whatHasExpiredBeforeIsAcceptedWithoutContentAndSaysSo() {
    ingest.submit(usable(URI, 1).setExpires(NOW));

    assertThat(ingest.onlyReceipt("ACCEPTED").getMessage()).contains("Expired at " + NOW);
    assertThat(ingest.accepted.readValue().getBody()).isNull();
    assertNothingIsLeft();
  }

  @Test
  void thousandsThatExpireAtOnceAreTakenBackInRounds() {
    int count = DueArticles.MAX_OF_A_ROUND + 1;
    for (int i = 0; i < count; i++) {
      ingest.submit(usable("urn:test:" + i, 1).setExpires(END));
    }
    ingest.forget();

    ingest.driver.advanceWallClockTime(Duration.ofHours(2));
    assertThat(ingest.accepted.readValuesToList()).hasSize(DueArticles.MAX_OF_A_ROUND);
    ingest.driver.advanceWallClockTime(Duration.ofMillis(250));

    assertThat(ingest.accepted.readValuesToList()).hasSize(1);
  }

  private void assertNothingIsLeft() {
    try (var left =
        ingest.driver.<Bytes, SourceRecord>getKeyValueStore(IngestStores.EXPIRING).all()) {
      assertThat(left.hasNext()).isFalse();
    }
  }
}
