package org.articlepipeline.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BacklogTest {
  private final Backlog backlog = new Backlog();
  private int asked;

  @Test
  void theOldestRecordThatWaitsCountsSinceItWasSeen() {
    see(0, 10, 10);
    see(10, 10, 15);
    see(20, 10, 20);

    assertThat(backlog.offsets()).isEqualTo(10);
    assertThat(backlog.seconds(seconds(30))).isEqualTo(20);

    see(40, 15, 30);
    assertThat(backlog.offsets()).isEqualTo(15);
    assertThat(backlog.seconds(seconds(40))).as("what came between 10 and 20 s").isEqualTo(20);

    see(50, 30, 30);
    assertThat(backlog.offsets()).isZero();
    assertThat(backlog.seconds(seconds(99))).isZero();
  }

  @Test
  void theMarksOfTransactionsAreNoBacklog() {
    for (int at = 0; at < 100; at += 10) {
      backlog.see(seconds(at), 7, 9, this::onlyMarks);
    }

    assertThat(backlog.offsets()).isZero();
    assertThat(backlog.seconds(seconds(100))).isZero();
    assertThat(asked).as("looks into the topic").isEqualTo(1);

    backlog.see(seconds(100), 7, 12, (from, end) -> true);
    backlog.see(seconds(110), 7, 12, (from, end) -> true);
    assertThat(backlog.offsets()).isEqualTo(5);
    assertThat(backlog.seconds(seconds(110))).isEqualTo(10);
  }

  @Test
  void aMonthOfBacklogTakesLittleMemoryAndKeepsItsBeginning() {
    for (int at = 0; at < 100_000; at++) {
      see(at * 10L, 0, at + 1);
    }

    assertThat(backlog.seconds(seconds(1_000_000))).isEqualTo(1_000_000);
    assertThat(backlog.marks()).isLessThan(1_000);
  }

  private boolean onlyMarks(long from, long end) {
    asked++;
    return false;
  }

  private void see(long at, long committed, long end) {
    backlog.see(seconds(at), committed, end, (from, to) -> true);
  }

  private static long seconds(long count) {
    return TimeUnit.SECONDS.toNanos(count);
  }
}
