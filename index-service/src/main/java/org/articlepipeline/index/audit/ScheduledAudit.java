package org.articlepipeline.index.audit;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.articlepipeline.platform.Recurring;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the serving index audited when it is due, by one of all instances. Each instance shows the
 * result in its metrics.
 */
public final class ScheduledAudit {
  private static final Logger LOG = LoggerFactory.getLogger(ScheduledAudit.class);
  private static final Duration LOOK = Duration.ofSeconds(30);
  private static final Duration END = Duration.ofSeconds(5);

  private final Audit audit;
  private final AuditResults results;
  private final Supplier<Optional<String>> serving;
  private final AuditTimes times;
  private final InstantSource clock;
  private final Instant born;
  private final Recurring looks = new Recurring("index-audit", LOOK, END, this::look);
  private volatile @Nullable AuditResult shown;

  /**
   * @param serving name of the index that readers see
   */
  public ScheduledAudit(
      Audit audit,
      AuditResults results,
      Supplier<Optional<String>> serving,
      AuditConfig config,
      MeterRegistry metrics,
      InstantSource clock) {
    this.audit = audit;
    this.results = results;
    this.serving = serving;
    this.times = new AuditTimes(config.interval(), config.at());
    this.clock = clock;
    this.born = clock.instant();
    kind(metrics, "missing", AuditResult::missing);
    kind(metrics, "stale", AuditResult::stale);
    kind(metrics, "ghost", AuditResult::ghosts);
    kind(metrics, "ahead", AuditResult::ahead);
    kind(metrics, "rejected", AuditResult::rejected);
    gauge(metrics, AuditMetric.DURATION, AuditResult::seconds);
    gauge(metrics, AuditMetric.FAILED, r -> r.problem().isEmpty() ? 0 : 1);
    gauge(
        metrics,
        AuditMetric.AGE,
        r -> Duration.between(r.start(), clock.instant()).toMillis() / 1e3);
  }

  private void kind(MeterRegistry metrics, String kind, ToDoubleFunction<AuditResult> value) {
    gauge(metrics, AuditMetric.FOUND, value, AuditMetric.KIND, kind);
  }

  private void gauge(
      MeterRegistry metrics,
      AuditMetric metric,
      ToDoubleFunction<AuditResult> value,
      String... tags) {
    metric.gauge(
        metrics,
        this,
        audit -> {
          AuditResult result = audit.shown;
          return result == null ? Double.NaN : value.applyAsDouble(result);
        },
        tags);
  }

  public void start() {
    looks.start();
  }

  /** An audit under way is given up; another instance makes it later. */
  public void stop() {
    looks.close();
  }

  /** Makes the audit when it is due and nobody else does; shows the last one. */
  void look() {
    Instant now = clock.instant();
    Instant due = times.lastDue(now);
    Optional<AuditResult> last = results.last();
    // Before the first audit it is due when the service has seen its time come.
    if (last.isPresent() || due.isAfter(born)) {
      Optional<String> index = serving.get();
      if (index.isPresent() && results.claim(index.get(), due, now)) {
        AuditResult result = audit(index.get(), now);
        if (looks.ends()) {
          return;
        }
        results.save(result);
        last = Optional.of(result);
      }
    }
    shown = last.filter(AuditResult::finished).orElse(shown);
  }

  private AuditResult audit(String index, Instant now) {
    try {
      AuditReport report = audit.run(index, false, 0, (read, total) -> checkStop());
      AuditResult result = AuditResult.of(now, report);
      (report.clean() ? LOG.atInfo() : LOG.atWarn())
          .addKeyValue("index", index)
          .addKeyValue("articles", report.articles())
          .addKeyValue("missing", report.missing().size())
          .addKeyValue("stale", report.stale().size())
          .addKeyValue("ghosts", report.ghosts().size())
          .addKeyValue("ahead", report.ahead().size())
          .addKeyValue("rejected", report.rejected().size())
          .log("index audited");
      return result;
    } catch (RuntimeException e) {
      LOG.atWarn().addKeyValue("index", index).log("index not audited: {}", e.getMessage());
      return AuditResult.failed(index, now, String.valueOf(e.getMessage()));
    }
  }

  private void checkStop() {
    if (looks.ends()) {
      throw new IllegalStateException("the service stops");
    }
  }
}
