package org.articlepipeline.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.articlepipeline.platform.Metric.Definition;
import org.junit.jupiter.api.Test;

class MetricTest {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  @Test
  void aMeterIsShownUnderTheNameOfItsDefinition() {
    Metric counter = () -> Definition.counter("some.records", "records", "Some records");
    Metric timer = () -> Definition.timer("some.step", "Some time");
    Metric histogram = () -> Definition.histogram("some.latency", "More time");
    Metric gauge = () -> Definition.gauge("some.bytes", "bytes", "Some bytes");

    counter.counter(registry, "kind", "a").increment();
    timer.timer(registry).record(Duration.ofMillis(3));
    histogram.timer(registry).record(Duration.ofSeconds(3));
    gauge.gauge(registry, this, test -> 7);

    assertThat(registry.scrape())
        .contains(
            "# HELP some_records_total Some records",
            "some_records_total{kind=\"a\"} 1.0",
            "some_step_seconds_count 1",
            "some_latency_seconds_bucket{le=\"2.5\"} 0",
            "some_latency_seconds_bucket{le=\"5.0\"} 1",
            "some_bytes 7.0")
        .doesNotContain("some_step_seconds_bucket");
    assertThat(List.of(counter, timer, histogram, gauge))
        .extracting(metric -> metric.definition().exposedName())
        .containsExactly(
            "some_records_total", "some_step_seconds", "some_latency_seconds", "some_bytes");
  }

  @Test
  void everyReasonIsThereBeforeItsFirstDeadLetter() {
    var counts = new DeadLetterCounts(registry, List.of("NOT_AVRO", "NO_TEXT"));
    counts.count("NO_TEXT");

    assertThat(registry.scrape())
        .contains(
            "articles_dead_letters_total{reason=\"NOT_AVRO\"} 0.0",
            "articles_dead_letters_total{reason=\"NO_TEXT\"} 1.0");
    assertThatThrownBy(() -> counts.count("OTHER")).hasMessageContaining("OTHER");
  }
}
