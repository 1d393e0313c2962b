package org.articlepipeline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.articlepipeline.ingest.Submissions.NOW;
import static org.articlepipeline.ingest.Submissions.bare;
import static org.articlepipeline.ingest.Submissions.usable;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.utils.Bytes;
import org.articlepipeline.schemas.Article;
import org.articlepipeline.schemas.ArticleSubmission;
import org.articlepipeline.schemas.CloudEvents;
import org.articlepipeline.schemas.Format;
import org.articlepipeline.schemas.PubStatus;
import org.articlepipeline.schemas.Receipt;
import org.articlepipeline.schemas.SourceRecord;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** Articles that nobody may see yet. */
class EmbargoTest extends DrivenTopology {
  private static final Instant RELEASE = NOW.plus(Duration.ofHours(1));

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
  void anArticleNamesTheRevisionThatWentOnBeforeItNotOneThatWasOnlyHeld() {
    ingest.submit(usable(URI, 1));
    ingest.submit(usable(URI, 2).setEmbargoedUntil(RELEASE));
    ingest.submit(usable(URI, 3));
    ingest.submit(usable(URI, 4).setEmbargoedUntil(RELEASE));
    ingest.driver.advanceWallClockTime(Duration.between(NOW, RELEASE));
    ingest.submit(usable(URI, 5));

    assertThat(ingest.accepted.readValuesToList())
        .extracting(Article::getRevision, Article::getPreviousRevision)
        .containsExactly(
            Tuple.tuple(1L, null), Tuple.tuple(3L, 1L), Tuple.tuple(4L, 3L), Tuple.tuple(5L, 4L));
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
  void anArticleThatExpiresWhileItIsHeldIsNeverSeen() {
    ingest.submit(usable(URI, 1).setEmbargoedUntil(RELEASE).setExpires(RELEASE.minusSeconds(1)));
    ingest.forget();

    ingest.driver.advanceWallClockTime(Duration.ofHours(2));

    var article = ingest.accepted.readValue();
    assertThat(article.getBody()).isNull();
    assertThat(article.getSubmission()).isNull();
    assertThat(article.getRevision()).isEqualTo(1);
    ingest.onlyReceipt("EXPIRED");
    ingest.assertNothingElse();
  }

  @Test
  void articlesAreReleasedInTheOrderOfTheirEmbargoesAndNoMoreAtOnceThanARoundMay() {
    int count = DueArticles.MAX_OF_A_ROUND + 300;
    for (int i = 0; i < count; i++) {
      ingest.submit(usable("urn:test:" + i, 1).setEmbargoedUntil(RELEASE.minusMillis(i)));
    }
    ingest.forget();

    ingest.driver.advanceWallClockTime(Duration.ofMinutes(61));
    var released = ingest.accepted.readKeyValuesToList();
    assertThat(released).hasSize(DueArticles.MAX_OF_A_ROUND);
    ingest.driver.advanceWallClockTime(Duration.ofSeconds(1));
    released.addAll(ingest.accepted.readKeyValuesToList());

    assertThat(released).hasSize(count);
    assertThat(released.getFirst().key).isEqualTo("urn:test:" + (count - 1));
    assertThat(released.getLast().key).isEqualTo("urn:test:0");
  }

  @Test
  void anEmbargoThatEndsBeforeTheLastOneThatWasReleasedIsFoundToo() {
    ingest.submit(usable(URI, 1).setEmbargoedUntil(RELEASE));
    ingest.driver.advanceWallClockTime(Duration.ofMinutes(61));
    ingest.forget();

    ingest.submit(usable(URI, 2).setEmbargoedUntil(RELEASE.plus(Duration.ofMinutes(2))));
    ingest.driver.advanceWallClockTime(Duration.ofMinutes(2));

    assertThat(ingest.accepted.readValue().getRevision()).isEqualTo(2);
  }

  @Test
  void everyHeaderIsOnTheReleasedRecord() {
    var submission = usable(URI, 1).setEmbargoedUntil(RELEASE);
    Headers sent =
        CloudEvents.headersOf(submission.build(), "event-1")
            .add(CloudEvents.TRACE_PARENT, "00-2".getBytes(UTF_8));
    ingest.submit(submission, sent);

    ingest.driver.advanceWallClockTime(Duration.ofHours(1));

    assertThat(ingest.accepted.readRecord().headers().toArray()).isEqualTo(sent.toArray());
  }

  @Test
  void anEmbargoCanBeLiftedAtOnce() {
    ingest.submit(usable(URI, 1).setEmbargoedUntil(RELEASE));
    ingest.forget();

    ingest.submit(usable(URI, 2).setEmbargoedUntil(NOW));

    assertThat(ingest.accepted.readValue().getRevision()).isEqualTo(2);
    assertThat(ingest.receipts.readValuesToList())
        .extracting(Receipt::getOutcome)
        .containsExactly("SUPERSEDED", "ACCEPTED");
  }

  @Test
  void whatIsErasedWhileItIsHeldIsNowhereInTheState() {
    ingest.submit(usable(URI, 1).setEmbargoedUntil(RELEASE));

    ingest.submit(bare(URI, 2, PubStatus.ERASED));

    try (var held = ingest.driver.<Bytes, SourceRecord>getKeyValueStore(IngestStores.HELD).all()) {
      assertThat(held.hasNext()).isFalse();
    }
    ingest.forget();
    ingest.driver.advanceWallClockTime(Duration.ofHours(2));
    ingest.assertNothingElse();
  }

  @Test
  void aScheduledPostOfWordPressIsHeldUntilItsDate() {
    ingest.submit(wordPress("future", RELEASE));

    assertThat(ingest.onlyReceipt("HELD").getMessage()).contains(RELEASE.toString());
    ingest.driver.advanceWallClockTime(Duration.ofHours(1));

    assertThat(ingest.accepted.readValue().getDatePublished()).isEqualTo(RELEASE);
  }

  @Test
  void aScheduledPostOfWordPressWhoseDateHasComeIsPublished() {
    ingest.submit(wordPress("future", NOW));

    ingest.onlyReceipt("ACCEPTED");
  }

  @Test
  void aPublishedPostOfWordPressIsNotHeldByItsDate() {
    ingest.submit(wordPress("publish", RELEASE));

    ingest.onlyReceipt("ACCEPTED");
  }

  @Test
  void theLaterEmbargoOfSubmissionAndBodyHolds() {
    Instant later = RELEASE.plusSeconds(60);
    ingest.submit(wordPress("future", RELEASE).setEmbargoedUntil(later));
    assertThat(ingest.onlyReceipt("HELD").getMessage()).contains(later.toString());

    ingest.submit(wordPress("future", later).setRevision(2).setEmbargoedUntil(RELEASE));
    ingest.receipts.readValue();
    assertThat(ingest.onlyReceipt("HELD").getMessage()).contains(later.toString());
  }

  @Test
  void theEmbargoOfANinjsItemHolds() {
    String item = "{\"headline\":\"H\",\"body_text\":\"A text.\",\"embargoedUntil\":\"%s\"}";
    ingest.submit(json(Format.NINJS, item.formatted(RELEASE)));

    ingest.onlyReceipt("HELD");
    ingest.driver.advanceWallClockTime(Duration.ofHours(1));
    ingest.onlyReceipt("RELEASED");
  }

  private static ArticleSubmission.Builder wordPress(String status, Instant date) {
    String post =
        "{\"status\":\"%s\",\"date_gmt\":\"%s\",\"title\":{\"rendered\":\"T\"},\"content\":{\"rendered\":\"<p>A text.</p>\"}}";
    return json(Format.WORDPRESS, post.formatted(status, date));
  }

  private static ArticleSubmission.Builder json(Format format, String body) {
    return usable(URI, 1, body).setFormat(format);
  }
}
