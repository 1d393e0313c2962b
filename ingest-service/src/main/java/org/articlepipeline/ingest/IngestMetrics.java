package org.articlepipeline.ingest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;

/**
 * What ingest counts. For every submission consumed there is one of the outcomes ACCEPTED, HELD,
 * DUPLICATE, STALE and REJECTED; RELEASED and SUPERSEDED come on top, for what was HELD, EXPIRED
 * for what was ACCEPTED or HELD, and ERASED a day after it was ACCEPTED. These counters are for
 * watching: a transaction that is aborted has counted too. The exact balance is in the receipts.
 */
final class IngestMetrics {

  enum Meter {
    CONSUMED(
        "articles.ingest.consumed", "submissions", "Submissions read, whatever became of them"),
    OUTCOMES("articles.ingest.outcomes", "receipts", "Receipts sent, by outcome"),
    STEP("articles.ingest.step", "seconds", "Time that a step takes for one submission, by step");

    final String meterName;
    final String unit;
    final String description;

    Meter(String meterName, String unit, String description) {
      this.meterName = meterName;
      this.unit = unit;
      this.description = description;
    }
  }

  private final MeterRegistry registry;
  private final Counter consumed;

  IngestMetrics(MeterRegistry registry) {
    this.registry = registry;
    this.consumed =
        Counter.builder(Meter.CONSUMED.meterName)
            .baseUnit(Meter.CONSUMED.unit)
            .description(Meter.CONSUMED.description)
            .register(registry);
  }

  void consumed() {
    consumed.increment();
  }

  void outcome(String outcome) {
    Counter.builder(Meter.OUTCOMES.meterName)
        .baseUnit(Meter.OUTCOMES.unit)
        .description(Meter.OUTCOMES.description)
        .tag("outcome", outcome)
        .register(registry)
        .increment();
  }

  void took(String step, long nanos) {
    Timer.builder(Meter.STEP.meterName)
        .description(Meter.STEP.description)
        .tag("step", step)
        .register(registry)
        .record(nanos, TimeUnit.NANOSECONDS);
  }
}
