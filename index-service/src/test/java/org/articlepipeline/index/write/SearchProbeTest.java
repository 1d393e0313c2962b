package org.articlepipeline.index.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is measured, and how little is asked for it, on a clock that only the test moves. */
final class SearchProbeTest {
  private static final Instant SUBMITTED = Instant.parse("2026-03-02T00:00:00Z");

  private final AtomicLong nanos = new AtomicLong();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final Deque<List<String>> asked = new ArrayDeque<>();
  private CompletableFuture<@Nullable Map<String, Long>> answer = new CompletableFuture<>();
  private final SearchProbe probe =
      new SearchProbe(
          ids -> {
            asked.add(ids);
            answer = new CompletableFuture<>();
            return answer;
          },
          Runnable::run,
          () -> SUBMITTED.plusNanos(nanos.get()),
          nanos::get,
          new WriterMetrics(registry, "test", "test", 1));

  @Test
  void oneArticleASecondIsLookedForUntilASearchFindsItsVersion() {
    probe.indexed("a", 5, SUBMITTED);
    probe.indexed("b", 1, SUBMITTED);
    after(100);
    assertThat(asked).containsExactly(List.of("a"));
    answer.complete(Map.of());
    after(100);
    answer.complete(Map.of("a", 4L));
    assertThat(count()).as("an older version is not it").isZero();
    after(100);
    answer.complete(Map.of("a", 6L));
    assertThat(count()).isEqualTo(1);
    assertThat(registry.get("articles.index.searchable").timer().totalTime(TimeUnit.MILLISECONDS))
        .isEqualTo(300);
    after(1_000);
    assertThat(asked).as("nothing is looked for").hasSize(3);
    probe.indexed("c", 1, SUBMITTED);
    after(0);
    assertThat(asked.getLast()).containsExactly("c");
  }

  @Test
  void oneSearchAtATimeAndNeverManyArticles() {
    for (int i = 0; i < 50; i++) {
      probe.indexed("id" + i, 1, SUBMITTED);
      after(1_000);
    }
    assertThat(asked).as("the first is not answered").hasSize(1);
    answer.complete(null);
    after(100);
    assertThat(asked.getLast()).hasSize(SearchProbe.MAX_SAMPLES);
  }

  @Test
  void whatNoSearchFindsIsGivenUpAndCounted() {
    probe.indexed("canceled meanwhile", 1, SUBMITTED);
    for (int i = 0; i < SearchProbe.MAX_MISSES; i++) {
      after(100);
      answer.complete(Map.of());
    }
    assertThat(registry.get("articles.index.unseen").counter().count()).isEqualTo(1);
    after(1_000);
    assertThat(asked).hasSize(SearchProbe.MAX_MISSES);
  }

  private void after(long millis) {
    nanos.addAndGet(Duration.ofMillis(millis).toNanos());
    probe.flush();
  }

  private long count() {
    return registry.get("articles.index.searchable").timer().count();
  }
}
