package org.articlepipeline.index.write;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** When to try again. Failures that come while one is being waited out don't lengthen the wait. */
public final class RetryClock {
  private final Backoff backoff;
  private final LongSupplier nanos;
  private int attempt;
  private long dueAt;
  private @Nullable Trouble trouble;

  public RetryClock(Backoff backoff, LongSupplier nanos) {
    this.backoff = backoff;
    this.nanos = nanos;
  }

  boolean failing() {
    return trouble != null;
  }

  boolean due() {
    return trouble == null || nanos.getAsLong() - dueAt >= 0;
  }

  @Nullable Trouble trouble() {
    return trouble;
  }

  Duration failingFor() {
    Trouble now = trouble;
    return now == null ? Duration.ZERO : Duration.ofNanos(nanos.getAsLong() - now.sinceNanos());
  }

  void failed(String reason) {
    if (due()) {
      attempt++;
      dueAt = nanos.getAsLong() + backoff.delay(attempt).toNanos();
    }
    trouble = new Trouble(trouble == null ? nanos.getAsLong() : trouble.sinceNanos(), reason);
  }

  void succeeded() {
    attempt = 0;
    trouble = null;
  }
}
