package org.articlepipeline.index.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

final class OffsetTrackerTest {
  private static final TopicPartition P0 = new TopicPartition("t", 0);
  private static final TopicPartition P1 = new TopicPartition("t", 1);

  private final OffsetTracker tracker = new OffsetTracker();

  @Test
  void nothingIsCommittedPastTheFirstUnsettledRecord() {
    OffsetTracker.Ticket first = tracker.begin(P0, 10);
    OffsetTracker.Ticket second = tracker.begin(P0, 11);
    OffsetTracker.Ticket third = tracker.begin(P0, 12);
    tracker.advance(P0, at(13));

    third.settle();
    second.settle();
    assertThat(tracker.committable()).containsExactly(Map.entry(P0, at(10)));
    first.settle();
    assertThat(tracker.committable()).containsExactly(Map.entry(P0, at(13)));
  }

  @Test
  void theOffsetAfterTheLastSettledRecordIsCommittedAcrossGapsOfCompaction() {
    OffsetTracker.Ticket first = tracker.begin(P0, 10);
    tracker.begin(P0, 17);

    first.settle();
    assertThat(tracker.committable()).containsExactly(Map.entry(P0, at(17)));
  }

  @Test
  void transactionMarkersArePassedWhenAllIsSettled() {
    tracker.begin(P0, 10).settle();
    tracker.advance(P0, at(12));
    assertThat(tracker.committable()).containsExactly(Map.entry(P0, at(12)));

    tracker.committed(tracker.committable());
    assertThat(tracker.committable()).isEmpty();
    tracker.advance(P0, at(13));
    assertThat(tracker.committable()).containsExactly(Map.entry(P0, at(13)));
  }

  @Test
  void settlingTwiceCountsOnce() {
    OffsetTracker.Ticket ticket = tracker.begin(P0, 1);
    tracker.begin(P0, 2);
    ticket.settle();
    ticket.settle();
    assertThat(tracker.outstanding()).isEqualTo(1);
    assertThat(tracker.outstanding(List.of(P0))).isEqualTo(1);
  }

  @Test
  void ticketsOfRevokedPartitionsSettleNothing() {
    OffsetTracker.Ticket lost = tracker.begin(P0, 10);
    OffsetTracker.Ticket kept = tracker.begin(P1, 20);
    tracker.forget(List.of(P0));
    assertThat(lost.dropped()).isTrue();
    assertThat(kept.dropped()).isFalse();

    OffsetTracker.Ticket again = tracker.begin(P0, 10);
    lost.settle();
    assertThat(tracker.outstanding()).isEqualTo(2);
    assertThat(tracker.committable()).containsEntry(P0, at(10)).containsEntry(P1, at(20));
    again.settle();
    kept.settle();
    assertThat(tracker.outstanding()).isZero();
  }

  private static OffsetAndMetadata at(long offset) {
    return new OffsetAndMetadata(offset);
  }
}
