package org.articlepipeline.ingest.gateway;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How much each source may send: a bucket of tokens for each, filled steadily. There are as many
 * buckets as sources have keys.
 */
final class RateLimit {
  private static final double NANOS = 1e9;

  /**
   * @param taken whether the last who asked got one
   */
  private record Bucket(double tokens, long at, boolean taken) {}

  private final double perSecond;
  private final int burst;
  private final LongSupplier nanoTime;
  private final ConcurrentMap<String, Bucket> buckets = new ConcurrentHashMap<>();

  RateLimit(double perSecond, int burst, LongSupplier nanoTime) {
    this.perSecond = perSecond;
    this.burst = burst;
    this.nanoTime = nanoTime;
  }

  /** Takes a token and returns zero, or returns how long to wait for one. */
  Duration take(String source) {
    long now = nanoTime.getAsLong();
    Bucket bucket = buckets.compute(source, (name, before) -> take(before, now));
    return bucket.taken()
        ? Duration.ZERO
        : Duration.ofNanos((long) Math.ceil((1 - bucket.tokens()) / perSecond * NANOS));
  }

  private Bucket take(@Nullable Bucket before, long now) {
    double tokens =
        before == null
            ? burst
            : Math.min(burst, before.tokens() + (now - before.at()) / NANOS * perSecond);
    return tokens >= 1 ? new Bucket(tokens - 1, now, true) : new Bucket(tokens, now, false);
  }
}
