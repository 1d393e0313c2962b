package org.articlepipeline.ingest.gateway;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;

/** What the gateway counts. */
final class GatewayMetrics {
  private final MeterRegistry registry;
  private final Timer publish;

  GatewayMetrics(MeterRegistry registry) {
    this.registry = registry;
    this.publish =
        Timer.builder("articles.gateway.publish")
            .description("Time until the broker has acknowledged a request's articles, or not")
            .register(registry);
  }

  void answered(int status) {
    Counter.builder("articles.gateway.requests")
        .baseUnit("requests")
        .description("Requests answered, by status")
        .tag("status", Integer.toString(status))
        .register(registry)
        .increment();
  }

  void published(long nanos) {
    publish.record(nanos, TimeUnit.NANOSECONDS);
  }
}
