package org.articlepipeline.index.write;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.articlepipeline.platform.DeadLetterCounts;
import org.articlepipeline.schemas.Reason;

/** The meters of one pipeline. Written by its thread, read by any. */
public final class WriterMetrics {
  private final MeterRegistry registry;
  private final String[] tags;
  private final Counter read;
  private final Timer bulk;
  private final Counter documents;
  private final Timer latency;
  private final Timer searchable;
  private final Counter unseen;
  private final DeadLetterCounts deadLetters;
  private final AtomicLong inFlight = new AtomicLong();
  private final AtomicLong heldBytes = new AtomicLong();
  private final AtomicLong retryingMillis = new AtomicLong();
  private final AtomicLong outstanding = new AtomicLong();

  /**
   * @param target the index that the pipeline writes; of daily ones their kind
   * @param heldBytesLimit see {@link BulkLimits}
   */
  public WriterMetrics(
      MeterRegistry registry, String pipeline, String target, long heldBytesLimit) {
    this.registry = registry;
    this.tags = new String[] {IndexMetric.PIPELINE, pipeline, IndexMetric.TARGET, target};
    this.read = IndexMetric.READ.counter(registry, tags);
    this.documents = IndexMetric.BULK_DOCUMENTS.counter(registry, tags);
    this.bulk = IndexMetric.BULK_SECONDS.timer(registry, tags);
    this.latency = IndexMetric.LATENCY.timer(registry, tags);
    this.searchable = IndexMetric.SEARCHABLE.timer(registry, tags);
    this.unseen = IndexMetric.UNSEEN.counter(registry, tags);
    gauge(IndexMetric.IN_FLIGHT, inFlight, 1);
    gauge(IndexMetric.HELD_BYTES, heldBytes, 1);
    gauge(IndexMetric.HELD_BYTES_LIMIT, new AtomicLong(heldBytesLimit), 1);
    gauge(IndexMetric.RETRYING_SECONDS, retryingMillis, 1e-3);
    gauge(IndexMetric.OUTSTANDING, outstanding, 1);
    this.deadLetters =
        new DeadLetterCounts(registry, Arrays.stream(Reason.values()).map(Reason::code).toList());
  }

  void read(int records, int unsettled) {
    read.increment(records);
    outstanding.set(unsettled);
  }

  /** A record is through; {@code outcome} is one of {@code Outcomes}. */
  void settled(String outcome) {
    String[] withOutcome = Arrays.copyOf(tags, tags.length + 2);
    withOutcome[tags.length] = IndexMetric.OUTCOME;
    withOutcome[tags.length + 1] = outcome.toLowerCase(Locale.ROOT);
    IndexMetric.RECORDS.counter(registry, withOutcome).increment();
  }

  void deadLetter(Reason reason) {
    deadLetters.count(reason.code());
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

  private void gauge(IndexMetric metric, AtomicLong value, double unit) {
    metric.gauge(registry, value, v -> v.get() * unit, tags);
  }
}
