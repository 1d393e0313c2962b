package org.articlepipeline.ingest.gateway;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;

/** The gateway's meters; see {@link GatewayMetric}. */
final class GatewayMetrics {
  private final MeterRegistry registry;
  private final Timer publish;

  GatewayMetrics(MeterRegistry registry) {
    this.registry = registry;
    this.publish = GatewayMetric.PUBLISH.timer(registry);
  }

  void answered(int status) {
    GatewayMetric.REQUESTS.counter(registry, "status", Integer.toString(status)).increment();
  }

  void published(long nanos) {
    publish.record(nanos, TimeUnit.NANOSECONDS);
  }
}
