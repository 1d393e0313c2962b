package org.articlepipeline.operations;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.articlepipeline.enrich.EnrichMetric;
import org.articlepipeline.index.audit.AuditMetric;
import org.articlepipeline.index.indices.WatchMetric;
import org.articlepipeline.index.write.IndexMetric;
import org.articlepipeline.ingest.IngestMetric;
import org.articlepipeline.ingest.gateway.GatewayMetric;
import org.articlepipeline.platform.Metric;
import org.articlepipeline.platform.ServiceMetric;

/** All meters of all services. */
final class MetricCatalogue {
  private MetricCatalogue() {}

  static List<Metric> all() {
    return Stream.<Metric[]>of(
            ServiceMetric.values(),
            IngestMetric.values(),
            GatewayMetric.values(),
            EnrichMetric.values(),
            IndexMetric.values(),
            WatchMetric.values(),
            AuditMetric.values())
        .flatMap(Arrays::stream)
        .toList();
  }

  /** The names of its samples in {@code /metrics}. */
  static Stream<String> samples(Metric metric) {
    String name = metric.definition().exposedName();
    Stream<String> durations = Stream.of(name + "_count", name + "_sum", name + "_max");
    return switch (metric.definition().kind()) {
      case COUNTER, GAUGE -> Stream.of(name);
      case TIMER -> durations;
      case HISTOGRAM -> Stream.concat(durations, Stream.of(name + "_bucket"));
    };
  }

  static Set<String> samples() {
    return all().stream().flatMap(MetricCatalogue::samples).collect(Collectors.toSet());
  }
}
