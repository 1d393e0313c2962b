package org.articlepipeline.index.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import org.articlepipeline.embedded.EmbeddedStack;
import org.articlepipeline.embedded.UsesStack;
import org.articlepipeline.index.TestPipeline;
import org.articlepipeline.index.indices.IndexSettings;
import org.articlepipeline.index.indices.IndexTemplate;
import org.junit.jupiter.api.Test;

/** Of several instances one makes the audit, and all show it. */
@UsesStack
final class ScheduledAuditIT {
  private static final String INDEX = "articles-000701";
  private static final String TASKS = "audit-it-tasks";

  private final EmbeddedStack stack;
  private Instant now = Instant.parse("2030-01-01T12:00:00Z");

  ScheduledAuditIT(EmbeddedStack stack) {
    this.stack = stack;
  }

  @Test
  void oneInstanceMakesItWhenItIsDueAndAllShowIt() {
    try (TestPipeline pipeline = new TestPipeline(stack)) {
      IndexTemplate.articles(new IndexSettings(1, 0, "1s")).put(pipeline.elasticsearch());
      pipeline.elasticsearch().call(client -> client.indices().create(i -> i.index(INDEX)));
      SimpleMeterRegistry first = new SimpleMeterRegistry();
      SimpleMeterRegistry second = new SimpleMeterRegistry();
      ScheduledAudit one = audit(pipeline, first);
      ScheduledAudit two = audit(pipeline, second);
      AuditResults results = new AuditResults(pipeline.elasticsearch(), TASKS);

      one.look();
      assertThat(results.last()).isEmpty();

      now = now.plus(Duration.ofHours(24));
      one.look();
      AuditResult result = results.last().orElseThrow();
      assertThat(result.finished()).isTrue();
      assertThat(result.start()).isEqualTo(now);
      two.look();
      assertThat(results.last()).contains(result);
      for (SimpleMeterRegistry metrics : new SimpleMeterRegistry[] {first, second}) {
        assertThat(metrics.get("articles.index.audit.failed").gauge().value()).isZero();
        assertThat(metrics.get("articles.index.audit.age").gauge().value()).isZero();
        assertThat(metrics.find("articles.index.audit.found").gauges()).hasSize(5);
      }

      // one that began and never ended is made again
      now = now.plus(Duration.ofHours(24));
      assertThat(results.claim(INDEX, now, now)).isTrue();
      assertThat(results.claim(INDEX, now, now)).isFalse();
      two.look();
      assertThat(results.last().orElseThrow().finished()).isFalse();
      now = now.plus(Duration.ofHours(2));
      two.look();
      assertThat(results.last().orElseThrow().finished()).isTrue();
      pipeline.elasticsearch().call(client -> client.indices().delete(i -> i.index(INDEX, TASKS)));
    }
  }

  private ScheduledAudit audit(TestPipeline pipeline, SimpleMeterRegistry metrics) {
    EnrichedLog log = pipeline.log();
    return new ScheduledAudit(
        new Audit(
            pipeline.elasticsearch(),
            log.startingAt(log.ends()),
            Duration.ofDays(30),
            Duration.ZERO,
            Clock.systemUTC()),
        new AuditResults(pipeline.elasticsearch(), TASKS),
        () -> Optional.of(INDEX),
        new Daily(),
        metrics,
        () -> now);
  }

  private record Daily() implements AuditConfig {
    @Override
    public boolean enabled() {
      return true;
    }

    @Override
    public Duration interval() {
      return Duration.ofDays(1);
    }

    @Override
    public LocalTime at() {
      return LocalTime.of(3, 0);
    }
  }
}
