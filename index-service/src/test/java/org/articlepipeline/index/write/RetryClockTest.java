package org.articlepipeline.index.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class RetryClockTest {
  private static final long MILLI = 1_000_000;

  private final AtomicLong now = new AtomicLong(-5); // nanoTime may be negative
  private final Backoff backoff =
      new Backoff(Duration.ofMillis(100), Duration.ofSeconds(2), () -> 0.5);
  private final RetryClock clock = new RetryClock(backoff, now::get);

  @Test
  void waitsDoubleUpToTheLimitWithJitter() {
    assertThat(backoff.delay(1)).isEqualTo(Duration.ofMillis(75));
    assertThat(backoff.delay(2)).isEqualTo(Duration.ofMillis(150));
    assertThat(backoff.delay(5)).isEqualTo(Duration.ofMillis(1200));
    assertThat(backoff.delay(6)).isEqualTo(Duration.ofMillis(1500));
    assertThat(backoff.delay(1_000_000)).isEqualTo(Duration.ofMillis(1500));
    assertThat(new Backoff(Duration.ofMillis(100), Duration.ofSeconds(2), () -> 0.0).delay(1))
        .isEqualTo(Duration.ofMillis(50));
  }

  @Test
  void isDueAfterTheWaitAndNotBefore() {
    assertThat(clock.due()).isTrue();
    clock.failed("down");
    assertThat(clock.due()).isFalse();
    now.addAndGet(75 * MILLI - 1);
    assertThat(clock.due()).isFalse();
    now.addAndGet(1);
    assertThat(clock.due()).isTrue();
  }

  @Test
  void failuresWithinOneWaitDoNotLengthenIt() {
    clock.failed("down");
    clock.failed("still down");
    now.addAndGet(75 * MILLI);
    assertThat(clock.due()).isTrue();
  }

  @Test
  void tellsForHowLongAndWhatIsWrongNow() {
    clock.failed("connection refused");
    now.addAndGet(3_000 * MILLI);
    clock.failed("503");
    assertThat(clock.trouble()).isEqualTo(new Trouble(-5, "503"));
    assertThat(clock.failingFor()).isEqualTo(Duration.ofSeconds(3));
    clock.succeeded();
    assertThat(clock.trouble()).isNull();
    assertThat(clock.failingFor()).isZero();
  }
}
