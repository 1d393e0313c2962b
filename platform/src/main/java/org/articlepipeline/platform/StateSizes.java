package org.articlepipeline.platform;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.common.Metric;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;

/**
 * How large an application's stores are, as RocksDB says: all partitions of this instance, and all
 * segments, as one number. Kafka Streams' own meters are one for each task, segment and property.
 */
final class StateSizes {
  private static final String SIZE = "total-sst-files-size";
  private static final String STORE_TAG = "-state-id";
  private static final long FRESH_NANOS = Duration.ofSeconds(5).toNanos();

  private final KafkaStreams streams;
  private Map<String, Double> sizes = Map.of();
  private long readAt;

  private StateSizes(KafkaStreams streams) {
    this.streams = streams;
  }

  static void measure(Topology topology, KafkaStreams streams, MeterRegistry registry) {
    var sizes = new StateSizes(streams);
    var stores = new TreeSet<String>();
    topology
        .describe()
        .subtopologies()
        .forEach(
            part ->
                part.nodes().stream()
                    .filter(TopologyDescription.Processor.class::isInstance)
                    .forEach(
                        node -> stores.addAll(((TopologyDescription.Processor) node).stores())));
    stores.forEach(
        store ->
            ServiceMetric.STATE_BYTES.gauge(registry, sizes, s -> s.bytes(store), "store", store));
  }

  /** All stores are read at once, for one scrape. */
  private synchronized double bytes(String store) {
    if (sizes.isEmpty() || System.nanoTime() - readAt > FRESH_NANOS) {
      sizes = read();
      readAt = System.nanoTime();
    }
    return sizes.getOrDefault(store, 0.0);
  }

  private Map<String, Double> read() {
    var found = new HashMap<String, Double>();
    for (Metric metric : streams.metrics().values()) {
      if (metric.metricName().name().equals(SIZE) && metric.metricValue() instanceof Number size) {
        metric
            .metricName()
            .tags()
            .forEach(
                (tag, store) -> {
                  if (tag.endsWith(STORE_TAG)) {
                    found.merge(store, size.doubleValue(), Double::sum);
                  }
                });
      }
    }
    return found;
  }
}
