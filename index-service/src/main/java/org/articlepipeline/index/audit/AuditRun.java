package org.articlepipeline.index.audit;

import java.time.Duration;
import java.time.InstantSource;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.articlepipeline.index.elasticsearch.ElasticsearchConnection;

/**
 * One comparison of an index with the log. In three steps, each for what the one before could not
 * acquit: sums, the buckets whose sums differ, the articles that still differ a moment later.
 */
final class AuditRun {
  /** How often suspects are looked at before the log is read once more for them. */
  private static final int ROUNDS = 3;

  private static final Duration PAUSE = Duration.ofMillis(500);

  private final String index;
  private final EnrichedLog log;
  private final LogState state;
  private final Offsets offsets;
  private final IndexDocuments documents;
  private final Comparison comparison;
  private final Duration stubGrace;
  private final Duration patience;
  private final InstantSource clock;
  private final EnrichedLog.Progress progress;

  AuditRun(
      ElasticsearchConnection elasticsearch,
      String index,
      EnrichedLog log,
      LogState state,
      Offsets offsets,
      Duration stubGrace,
      Duration patience,
      InstantSource clock,
      EnrichedLog.Progress progress) {
    this.index = index;
    this.log = log;
    this.state = state;
    this.offsets = offsets;
    this.documents = new IndexDocuments(elasticsearch, index);
    this.comparison = new Comparison(elasticsearch, index, state.table());
    this.stubGrace = stubGrace;
    this.patience = patience;
    this.clock = clock;
    this.progress = progress;
  }

  /**
   * @param notExamined suspects that were too many to be looked at
   */
  record Result(Comparison.Sums sums, List<Finding> findings, long onTheirWay, long notExamined) {}

  /**
   * @throws UnauditableException when the index is too far behind, or has no fingerprints
   */
  Result compare() {
    boolean settled = catchUp(progress);
    Comparison.Sums sums = comparison.sums(Expected.required(clock.instant(), stubGrace));
    if (sums.differing().isEmpty()) {
      return new Result(sums, List.of(), 0, 0);
    }
    Suspects suspects = persistent(sums.differing(), settled);
    if (suspects.isEmpty()) {
      return new Result(sums, List.of(), 0, 0);
    }
    Examination.Result found =
        new Examination(log, documents, offsets, stubGrace, clock).examine(suspects, progress);
    return new Result(sums, found.findings(), found.onTheirWay(), suspects.beyond());
  }

  /** How many of the findings are still so. */
  long left(List<Finding> findings) {
    Map<String, IndexDocuments.Held> now =
        documents.get(findings.stream().map(Finding::uri).toList());
    documents.refresh();
    return findings.stream().filter(finding -> !finding.mended(now.get(finding.uri()))).count();
  }

  /**
   * Reads to the log's end, waits a little for the index to be there, too, and refreshes it.
   *
   * @return whether the index was there
   */
  private boolean catchUp(EnrichedLog.Progress reading) {
    Map<Integer, Long> ends = offsets.ends();
    state.advance(ends, reading);
    long start = System.nanoTime();
    long behind = Offsets.behind(offsets.settled(), ends);
    while (behind > 0 && System.nanoTime() - start < patience.toNanos()) {
      LockSupport.parkNanos(PAUSE.toNanos());
      behind = Offsets.behind(offsets.settled(), ends);
    }
    if (behind > Audit.MAX_EXAMINED) {
      throw UnauditableException.behind(index, behind);
    }
    documents.refresh();
    return behind == 0;
  }

  /** What is wrong is wrong for longer than a moment. */
  private Suspects persistent(BitSet buckets, boolean caughtUp) {
    boolean settled = caughtUp;
    Suspects suspects = comparison.suspects(buckets, Audit.MAX_EXAMINED);
    for (int round = 1; round < ROUNDS && settled && !suspects.isEmpty(); round++) {
      LockSupport.parkNanos(PAUSE.toNanos());
      settled = catchUp(EnrichedLog.Progress.NONE);
      suspects = suspects.stillIn(comparison.suspects(suspects.buckets(), Audit.MAX_EXAMINED));
    }
    return suspects;
  }
}
