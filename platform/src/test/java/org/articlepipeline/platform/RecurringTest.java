package org.articlepipeline.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class RecurringTest {
  private static final Duration SOON = Duration.ofMillis(1);
  private static final Duration LONG = Duration.ofMinutes(1);

  @Test
  void whatFailsIsTriedAgain() throws Exception {
    CountDownLatch times = new CountDownLatch(3);
    try (var recurring =
        new Recurring(
            "test",
            SOON,
            LONG,
            () -> {
              times.countDown();
              throw new IllegalArgumentException("whatever it is");
            })) {
      recurring.start();
      assertThat(times.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void closingInterruptsWhatTakesTooLong() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    AtomicBoolean interrupted = new AtomicBoolean();
    var recurring =
        new Recurring(
            "test",
            LONG,
            SOON,
            () -> {
              begun.countDown();
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException e) {
                interrupted.set(true);
                throw e;
              }
            });
    recurring.start();
    begun.await();

    assertThat(recurring.ends()).isFalse();
    recurring.close();

    assertThat(recurring.ends()).isTrue();
    Awaitility.await().untilTrue(interrupted);
  }

  @Test
  void oneThatWasNeverStartedCanBeClosed() {
    new Recurring("test", SOON, SOON, () -> {}).close();
  }
}
