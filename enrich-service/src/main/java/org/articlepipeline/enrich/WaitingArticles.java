package org.articlepipeline.enrich;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Measures how many articles of all tasks of this instance wait to be enriched again. */
final class WaitingArticles {
  private final Map<Integer, Long> byPartition = new ConcurrentHashMap<>();

  WaitingArticles(MeterRegistry metrics) {
    EnrichMetric.WAITING.gauge(metrics, this, WaitingArticles::count);
  }

  void set(int partition, long count) {
    byPartition.put(partition, count);
  }

  /** When its task goes elsewhere. */
  void forget(int partition) {
    byPartition.remove(partition);
  }

  private long count() {
    return byPartition.values().stream().mapToLong(Long::longValue).sum();
  }
}
