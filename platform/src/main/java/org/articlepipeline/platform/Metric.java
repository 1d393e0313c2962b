package org.articlepipeline.platform;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.function.ToDoubleFunction;

/**
 * A meter of a catalogue: each part of a service has an enum of all that it measures. docs and
 * dashboards are held against these enums, and they against what {@code /metrics} shows.
 */
public interface Metric {

  Definition definition();

  /** What Micrometer calls it. */
  default String meter() {
    return definition().name();
  }

  /**
   * @param tags names and values in turn
   */
  default Counter counter(MeterRegistry registry, String... tags) {
    return Counter.builder(meter())
        .description(definition().description())
        .tags(tags)
        .register(registry);
  }

  /** As {@link #counter}. */
  default Timer timer(MeterRegistry registry, String... tags) {
    Timer.Builder timer = Timer.builder(meter()).description(definition().description()).tags(tags);
    if (definition().kind() == Kind.HISTOGRAM) {
      timer.serviceLevelObjectives(Definition.BUCKETS);
    }
    return timer.register(registry);
  }

  /** As {@link #counter}; keeps what it measures from being garbage. */
  default <T> Gauge gauge(MeterRegistry registry, T of, ToDoubleFunction<T> value, String... tags) {
    return Gauge.builder(meter(), of, value)
        .description(definition().description())
        .tags(tags)
        .strongReference(true)
        .register(registry);
  }

  /** What a meter shows. */
  enum Kind {
    /** Only grows. */
    COUNTER,
    GAUGE,
    /** Count, sum and maximum of durations. */
    TIMER,
    /** As {@link #TIMER}, with buckets, so that quantiles over all instances can be had. */
    HISTOGRAM
  }

  /**
   * @param name in Micrometer's way, with dots
   * @param unit of a value, for people: the name has it where it must
   * @param description one sentence
   */
  record Definition(String name, Kind kind, String unit, String description) {
    /** From a broker's answer to half an hour; few, since each is a series for each label. */
    private static final Duration[] BUCKETS = {
      Duration.ofMillis(10),
      Duration.ofMillis(25),
      Duration.ofMillis(50),
      Duration.ofMillis(100),
      Duration.ofMillis(250),
      Duration.ofMillis(500),
      Duration.ofSeconds(1),
      Duration.ofMillis(2_500),
      Duration.ofSeconds(5),
      Duration.ofSeconds(10),
      Duration.ofSeconds(30),
      Duration.ofMinutes(1),
      Duration.ofMinutes(5),
      Duration.ofMinutes(30)
    };

    public static Definition counter(String name, String unit, String description) {
      return new Definition(name, Kind.COUNTER, unit, description);
    }

    public static Definition gauge(String name, String unit, String description) {
      return new Definition(name, Kind.GAUGE, unit, description);
    }

    public static Definition timer(String name, String description) {
      return new Definition(name, Kind.TIMER, "seconds", description);
    }

    public static Definition histogram(String name, String description) {
      return new Definition(name, Kind.HISTOGRAM, "seconds", description);
    }

    /** What {@code /metrics} calls it; histograms and timers add {@code _count} and so on. */
    public String exposedName() {
      String exposed = name.replace('.', '_');
      return switch (kind) {
        case COUNTER -> exposed + "_total";
        case GAUGE -> exposed;
        case TIMER, HISTOGRAM -> exposed + "_seconds";
      };
    }
  }
}
