package org.articlepipeline.ingest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.articlepipeline.platform.DeadLetterCounts;
import org.articlepipeline.schemas.Reason;

/** The meters of the topology; see {@link IngestMetric}. */
final class IngestMetrics {
  private final MeterRegistry registry;
  private final Counter consumed;
  private final Timer latency;
  private final DeadLetterCounts deadLetters;

  IngestMetrics(MeterRegistry registry) {
    this.registry = registry;
    this.consumed = IngestMetric.CONSUMED.counter(registry);
    this.latency = IngestMetric.LATENCY.timer(registry);
    this.deadLetters =
        new DeadLetterCounts(registry, Arrays.stream(Reason.values()).map(Reason::code).toList());
  }

  void consumed() {
    consumed.increment();
  }

  void outcome(String outcome) {
    IngestMetric.OUTCOMES.counter(registry, "outcome", outcome).increment();
  }

  void deadLetter(Reason reason) {
    deadLetters.count(reason.code());
  }

  /** Nothing where clocks differ. */
  void accepted(Instant submittedAt, Instant now) {
    Duration took = Duration.between(submittedAt, now);
    if (!took.isNegative()) {
      latency.record(took);
    }
  }

  void took(String step, long nanos) {
    IngestMetric.STEP.timer(registry, "step", step).record(nanos, TimeUnit.NANOSECONDS);
  }
}
