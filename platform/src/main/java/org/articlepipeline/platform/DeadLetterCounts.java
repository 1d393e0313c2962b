package org.articlepipeline.platform;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Dead letters by reason. Each reason is there from the start, at 0: Prometheus does not see the
 * first step of a counter that appears with it. For watching; exact is the topic.
 */
public final class DeadLetterCounts {
  private final Map<String, Counter> byReason;

  public DeadLetterCounts(MeterRegistry registry, Collection<String> reasons) {
    byReason =
        reasons.stream()
            .collect(
                Collectors.toMap(
                    Function.identity(),
                    reason -> ServiceMetric.DEAD_LETTERS.counter(registry, "reason", reason)));
  }

  /**
   * @param reason one of those that it was made with
   */
  public void count(String reason) {
    Counter counter = byReason.get(reason);
    if (counter == null) {
      throw new IllegalArgumentException("no such reason: " + reason);
    }
    counter.increment();
  }
}
