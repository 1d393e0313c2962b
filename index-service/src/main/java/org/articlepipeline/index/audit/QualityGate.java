package org.articlepipeline.index.audit;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.articlepipeline.index.elasticsearch.ElasticsearchConnection;
import org.articlepipeline.index.elasticsearch.ElasticsearchException;

/** Decides whether a new index may take the place of the one that serves. */
public final class QualityGate {
  private static final int EXAMPLES = 10;

  private final ElasticsearchConnection elasticsearch;
  private final EnrichedLog log;
  private final GateConfig limits;
  private final Duration stubGrace;
  private final InstantSource clock;
  private LogState state;

  /**
   * @param stubGrace how long an index keeps stubs
   */
  public QualityGate(
      ElasticsearchConnection elasticsearch,
      EnrichedLog log,
      GateConfig limits,
      Duration stubGrace,
      InstantSource clock) {
    this.elasticsearch = elasticsearch;
    this.log = log;
    this.limits = limits;
    this.stubGrace = stubGrace;
    this.clock = clock;
    this.state = new LogState(log, stubGrace, clock);
  }

  /**
   * Reads the log ahead, so that nobody waits for that at the fence. May be left out, and repeated:
   * each time only what came since is read.
   */
  public void prepare() {
    state.advance(log.ends(), EnrichedLog.Progress.NONE);
  }

  /**
   * Both indices are refreshed, hold what the log has before the fence, and are not written.
   *
   * @param fence partition of {@code articles.enriched} to offset
   * @throws ElasticsearchException when Elasticsearch does not answer or refuses
   */
  public GateReport check(String serving, String candidate, Map<Integer, Long> fence) {
    GoldenCheck golden = new GoldenCheck(elasticsearch, limits);
    List<GateReport.Check> checks = new ArrayList<>();
    checks.add(MappingCheck.check(IndexFields.of(elasticsearch, candidate)));
    checks.add(
        checked(
            "counts",
            () ->
                new CountsCheck(elasticsearch, limits.countDrop())
                    .check(serving, candidate, Expected.required(clock.instant(), stubGrace))));
    checks.add(
        checked(
            "coverage",
            () ->
                new CoverageCheck(elasticsearch, limits.coverageDrop())
                    .check(serving, candidate, IndexFields.of(elasticsearch, serving))));
    checks.add(checked("audit", () -> audit(candidate, fence)));
    checks.add(
        checked(
            "ranking",
            () ->
                golden.check(
                    "ranking", GoldenQueries.derived(elasticsearch, serving), serving, candidate)));
    limits
        .goldenFile()
        .ifPresent(
            file ->
                checks.add(
                    checked(
                        "golden",
                        () ->
                            golden.check("golden", GoldenQueries.read(file), serving, candidate))));
    return new GateReport(serving, candidate, List.copyOf(checks));
  }

  /** An index that can't even be asked has not passed; one that does not answer is no verdict. */
  private static GateReport.Check checked(String name, Supplier<GateReport.Check> check) {
    try {
      return check.get();
    } catch (ElasticsearchException e) {
      if (e.status() < 400 || e.status() >= 500) {
        throw e;
      }
      return refused(name, e);
    } catch (UnauditableException | GoldenQueries.BadFileException e) {
      return refused(name, e);
    }
  }

  private static GateReport.Check refused(String name, RuntimeException e) {
    return GateReport.Check.of(name, "not possible", List.of(String.valueOf(e.getMessage())));
  }

  private GateReport.Check audit(String candidate, Map<Integer, Long> fence) {
    LogState read = state;
    // It must not be ahead of the next fence.
    state = new LogState(log, stubGrace, clock);
    AuditRun.Result result =
        new AuditRun(
                elasticsearch,
                candidate,
                log,
                read,
                Offsets.fenced(fence),
                stubGrace,
                Duration.ZERO,
                clock,
                EnrichedLog.Progress.NONE)
            .compare();
    long differing = result.findings().size() + result.notExamined();
    String summary =
        "%,d articles in the log, %,d documents; %,d differ (at most %,d)"
            .formatted(
                result.sums().log().articles(),
                result.sums().index().articles(),
                differing,
                limits.auditFindings());
    if (differing <= limits.auditFindings()) {
      return GateReport.Check.of("audit", summary, List.of());
    }
    Stream<String> examples =
        result.findings().stream()
            .limit(EXAMPLES)
            .map(finding -> finding.kind().name().toLowerCase(Locale.ROOT) + ": " + finding.uri());
    Stream<String> more =
        differing > EXAMPLES
            ? Stream.of("and %,d more".formatted(differing - EXAMPLES))
            : Stream.of();
    return GateReport.Check.of("audit", summary, Stream.concat(examples, more).toList());
  }
}
