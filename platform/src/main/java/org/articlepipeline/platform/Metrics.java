package org.articlepipeline.platform;

import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;

/** A registry for one service, with the JVM's own meters in it. */
public final class Metrics {
  /**
   * Kafka Streams has some thirty meters for each store, segment and task, and asks RocksDB for
   * them at each scrape: thousands of series, a megabyte. {@link StateSizes} says what is needed.
   */
  private static final List<String> TOO_MANY =
      List.of("kafka.stream.state.", "kafka.stream.processor.node.");

  private Metrics() {}

  public static PrometheusMeterRegistry create(String service) {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    registry.config().commonTags("service", service);
    TOO_MANY.forEach(
        prefix -> registry.config().meterFilter(MeterFilter.denyNameStartsWith(prefix)));
    new JvmMemoryMetrics().bindTo(registry);
    bindGarbageCollector(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ClassLoaderMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    return registry;
  }

  @SuppressWarnings("resource") // Ends with the process, as the collector does.
  private static void bindGarbageCollector(PrometheusMeterRegistry registry) {
    new JvmGcMetrics().bindTo(registry);
  }
}
