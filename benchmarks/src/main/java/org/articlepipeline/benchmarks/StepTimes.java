package org.articlepipeline.benchmarks;

import io.micrometer.core.instrument.Timer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.ScalarResult;

/** Reports what the timers of the enrichment steps say, in microseconds for an article. */
public final class StepTimes implements InternalProfiler {
  private Map<String, Double> before = Map.of();
  private long countBefore;

  @Override
  public String getDescription() {
    return "time of each enrichment step";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    before = micros();
    countBefore = count();
  }

  @Override
  public Collection<ScalarResult> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    long articles = Math.max(1, count() - countBefore);
    Map<String, Double> start = before;
    return micros().entrySet().stream()
        .map(
            step ->
                new ScalarResult(
                    "step." + step.getKey(),
                    (step.getValue() - start.getOrDefault(step.getKey(), 0.0)) / articles,
                    "us/article",
                    AggregationPolicy.AVG))
        .toList();
  }

  private static Map<String, Double> micros() {
    return timers().stream()
        .collect(
            Collectors.toMap(
                timer -> String.valueOf(timer.getId().getTag("step")),
                timer -> timer.totalTime(TimeUnit.MICROSECONDS),
                Double::sum,
                TreeMap::new));
  }

  private static long count() {
    return timers().stream().mapToLong(Timer::count).max().orElse(0);
  }

  private static List<Timer> timers() {
    return EnrichBenchmark.METRICS.find("articles.enrich.step").timers().stream().toList();
  }
}
