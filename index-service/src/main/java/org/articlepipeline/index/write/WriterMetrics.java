package org.articlepipeline.index.write;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** The meters of one pipeline. Written by its thread, read by any. */
public final class WriterMetrics {
  private final MeterRegistry registry;
  private final Tags tags;
  private final Counter read;
  private final Timer bulk;
  private final Counter documents;
  private final Timer latency;
  private final Timer searchable;
  private final Counter unseen;
  private final AtomicLong inFlight = new AtomicLong();
  private final AtomicLong heldBytes = new AtomicLong();
  private final AtomicLong retryingMillis = new AtomicLong();
  private final AtomicLong outstanding = new AtomicLong();

  /**
   * @param target the index that the pipeline writes; of daily ones their kind
   */
  public WriterMetrics(MeterRegistry registry, String pipeline, String target) {
    this.registry = registry;
    this.tags = Tags.of(IndexMetric.PIPELINE, pipeline, IndexMetric.TARGET, target);
    this.read = counter(IndexMetric.READ);
    this.documents = counter(IndexMetric.BULK_DOCUMENTS);
    this.bulk = timer(IndexMetric.BULK_SECONDS);
    this.latency = timer(IndexMetric.LATENCY);
    this.searchable = timer(IndexMetric.SEARCHABLE);
    this.unseen = counter(IndexMetric.UNSEEN);
    gauge(IndexMetric.IN_FLIGHT, inFlight, 1);
    gauge(IndexMetric.HELD_BYTES, heldBytes, 1);
    gauge(IndexMetric.RETRYING_SECONDS, retryingMillis, 1e-3);
    gauge(IndexMetric.OUTSTANDING, outstanding, 1);
  }

  void read(int records, int unsettled) {
    read.increment(records);
    outstanding.set(unsettled);
  }

  /** A record is through; {@code outcome} is one of {@code Outcomes}. */
  void settled(String outcome) {
    Counter.builder(IndexMetric.RECORDS.meter())
        .description(IndexMetric.RECORDS.description())
        .tags(tags)
        .tag(IndexMetric.OUTCOME, outcome.toLowerCase(Locale.ROOT))
        .register(registry)
        .increment();
  }

  /** Only for what was submitted just now or some time ago, not for clocks that differ. */
  void latency(Duration submitToIndexed) {
    if (!submitToIndexed.isNegative()) {
      latency.record(submitToIndexed);
    }
  }

  /** As {@link #latency}. */
  void searchable(Duration submitToFound) {
    if (!submitToFound.isNegative()) {
      searchable.record(submitToFound);
    }
  }

  void unseen() {
    unseen.increment();
  }

  void bulk(int size, long nanos) {
    documents.increment(size);
    bulk.record(nanos, TimeUnit.NANOSECONDS);
  }

  void held(int bulks, long bytes, Duration retrying) {
    inFlight.set(bulks);
    heldBytes.set(bytes);
    retryingMillis.set(retrying.toMillis());
  }

  private Counter counter(IndexMetric metric) {
    return Counter.builder(metric.meter())
        .description(metric.description())
        .tags(tags)
        .register(registry);
  }

  private Timer timer(IndexMetric metric) {
    return Timer.builder(metric.meter())
        .description(metric.description())
        .tags(tags)
        .publishPercentileHistogram()
        .minimumExpectedValue(Duration.ofMillis(5))
        .maximumExpectedValue(Duration.ofMinutes(5))
        .register(registry);
  }

  private void gauge(IndexMetric metric, AtomicLong value, double unit) {
    Gauge.builder(metric.meter(), value, v -> v.get() * unit)
        .description(metric.description())
        .tags(tags)
        .strongReference(true)
        .register(registry);
  }
}
