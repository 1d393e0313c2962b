package org.articlepipeline.ingest;

import static org.articlepipeline.ingest.Submissions.NOW;
import static org.articlepipeline.ingest.Submissions.bare;
import static org.articlepipeline.ingest.Submissions.usable;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.articlepipeline.schemas.PubStatus;
import org.articlepipeline.schemas.Topics;
import org.junit.jupiter.api.Test;

/** What is done for content to leave, also where nothing else comes that would push it out. */
class ErasureTest extends DrivenTopology {
  @Test
  void theReceiptSaysWhenTheSlowestTopicHasLetGo() {
    ingest.submit(bare(URI, 1, PubStatus.ERASED));

    var receipt = ingest.onlyReceipt("ACCEPTED");
    assertThat(receipt.getContentGoneAt())
        .isEqualTo(NOW.plus(Duration.ofDays(31)).plusSeconds(3600));
    assertThat(receipt.getMessage()).contains(String.valueOf(receipt.getContentGoneAt()));
  }

  @Test
  void theRecordWithoutContentIsSentOnceMoreWhenThatClosesTheSegmentsOfTheDayBefore() {
    ingest.submit(usable(URI, 1));
    ingest.submit(bare(URI, 2, PubStatus.ERASED));
    ingest.forget();
    var changelog =
        ingest.driver.createOutputTopic(
            "test-held-changelog", new ByteArrayDeserializer(), new ByteArrayDeserializer());

    ingest.driver.advanceWallClockTime(Topics.COMPACTION_LAG);
    ingest.assertNothingElse();
    assertThat(changelog.isEmpty()).isTrue();
    ingest.driver.advanceWallClockTime(Duration.ofHours(1));

    var stub = ingest.accepted.readValue();
    assertThat(stub.getRevision()).isEqualTo(2);
    assertThat(stub.getPubStatus()).isEqualTo(PubStatus.ERASED);
    assertThat(ingest.onlyReceipt("ERASED").getRevision()).isEqualTo(2);
    assertThat(changelog.readRecord().value()).isNull();
    ingest.driver.advanceWallClockTime(Duration.ofDays(10));
    ingest.assertNothingElse();
  }

  @Test
  void whatIsPublishedAgainIsNotErasedAgain() {
    ingest.submit(bare(URI, 1, PubStatus.ERASED));
    ingest.submit(usable(URI, 2));
    ingest.forget();

    ingest.driver.advanceWallClockTime(Duration.ofDays(10));

    ingest.assertNothingElse();
  }
}
