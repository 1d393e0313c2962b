package org.articlepipeline.index.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.articlepipeline.index.elasticsearch.ElasticsearchConnection;
import org.articlepipeline.index.elasticsearch.ElasticsearchException;
import org.articlepipeline.index.indices.IndexNames;

/**
 * Compares an index with {@code articles.enriched}, and mends it when asked to. Both go on being
 * written meanwhile: what is only on its way is no finding.
 */
public final class Audit {
  /** With more suspects than this the index is to be rebuilt, not repaired. */
  public static final int MAX_EXAMINED = 100_000;

  /** More ghosts than this are not deleted: the log may be the wrong one. */
  public static final int MAX_GHOSTS = 100;

  /** How long any index keeps stubs at least, for who does not know how it is configured. */
  public static final Duration STUB_GRACE = Duration.ofDays(30);

  /** For the index to be where the log is; what is on its way then is told apart all the same. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final ElasticsearchConnection elasticsearch;
  private final EnrichedLog log;
  private final Duration stubGrace;
  private final Duration patience;
  private final InstantSource clock;

  /**
   * @param stubGrace how long the index keeps stubs
   */
  public Audit(
      ElasticsearchConnection elasticsearch,
      EnrichedLog log,
      Duration stubGrace,
      InstantSource clock) {
    this(elasticsearch, log, stubGrace, PATIENCE, clock);
  }

  Audit(
      ElasticsearchConnection elasticsearch,
      EnrichedLog log,
      Duration stubGrace,
      Duration patience,
      InstantSource clock) {
    this.elasticsearch = elasticsearch;
    this.log = log;
    this.stubGrace = stubGrace;
    this.patience = patience;
    this.clock = clock;
  }

  /**
   * @param index its name, such as {@code articles-000001}
   * @param repair whether to mend what is found
   * @param maxGhosts with more ghosts than this none is deleted
   * @throws UnauditableException when the index can't be compared now
   * @throws ElasticsearchException when Elasticsearch does not answer or refuses
   */
  public AuditReport run(
      String index, boolean repair, int maxGhosts, EnrichedLog.Progress progress) {
    Instant start = clock.instant();
    long nanos = System.nanoTime();
    AuditRun run =
        new AuditRun(
            elasticsearch,
            index,
            log,
            new LogState(log, stubGrace, clock),
            Offsets.live(log, IndexNames.consumerGroup(index)),
            stubGrace,
            patience,
            clock,
            progress);
    AuditRun.Result result = run.compare();
    List<Finding> findings = new Rejections(elasticsearch).tell(result.findings());
    List<Finding> ours = findings.stream().filter(f -> f.kind() != Finding.Kind.REJECTED).toList();
    List<String> problems = repair ? repair(index, findings, maxGhosts) : List.of();
    long unmended = repair ? run.left(findings) : findings.size();
    return new AuditReport(
        index,
        start,
        Math.round((System.nanoTime() - nanos) / 1e6) / 1e3,
        result.sums().log().articles(),
        result.sums().index().articles(),
        result.sums().differing().cardinality(),
        result.onTheirWay(),
        uris(findings, Finding.Kind.MISSING),
        uris(findings, Finding.Kind.STALE),
        uris(findings, Finding.Kind.GHOST),
        uris(findings, Finding.Kind.AHEAD),
        uris(findings, Finding.Kind.REJECTED),
        result.notExamined(),
        findings.size() - unmended,
        repair ? run.left(ours) : ours.size(),
        problems);
  }

  private List<String> repair(String index, List<Finding> findings, int maxGhosts) {
    List<String> problems = new ArrayList<>();
    int ghosts = uris(findings, Finding.Kind.GHOST).size();
    int ahead = uris(findings, Finding.Kind.AHEAD).size();
    if (ghosts > maxGhosts) {
      problems.add(
          "%,d in the index alone are more than %,d, so none was deleted: is this the whole log?"
              .formatted(ghosts, maxGhosts));
    }
    if (ahead > 0) {
      problems.add(
          "%,d newer in the index than in the log: if the log is right, rebuild the index"
              .formatted(ahead));
    }
    List<Finding> mendable =
        findings.stream()
            .filter(f -> f.kind() != Finding.Kind.GHOST || ghosts <= maxGhosts)
            .toList();
    problems.addAll(new Repair(elasticsearch, log, index, clock).repair(mendable));
    return List.copyOf(problems);
  }

  private static List<String> uris(List<Finding> findings, Finding.Kind kind) {
    return findings.stream().filter(f -> f.kind() == kind).map(Finding::uri).toList();
  }
}
