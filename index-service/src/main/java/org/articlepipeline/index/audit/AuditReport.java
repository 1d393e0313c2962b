package org.articlepipeline.index.audit;

import java.time.Instant;
import java.util.List;

/**
 * What an audit found. A list names at most {@link Audit#MAX_EXAMINED} articles by their uris,
 * sorted.
 *
 * @param at when it began
 * @param seconds how long it took, repairs included
 * @param articles in the log that must be in the index
 * @param documents in the index, long-ended stubs not counted
 * @param buckets that differed, of 4,096, and were looked into
 * @param onTheirWay articles that differ only by records that the index's group has not settled yet
 * @param missing in the index
 * @param stale older in the index than in the log, or with content that may not be seen any more
 * @param ghosts in the index, while the log has nothing of them
 * @param ahead newer in the index than in the log; only a rebuild mends that
 * @param rejected by Elasticsearch, of which a dead letter tells: missing or stale until their
 *     senders mend them, and nothing that the index can help
 * @param notExamined further suspicious articles that were too many to be looked at
 * @param repaired how many of those named were mended; what is left is in {@code left}
 * @param left findings that remain, rejected ones aside, 0 when all is well now
 * @param problems why something was not repaired
 */
public record AuditReport(
    String index,
    Instant at,
    double seconds,
    long articles,
    long documents,
    int buckets,
    long onTheirWay,
    List<String> missing,
    List<String> stale,
    List<String> ghosts,
    List<String> ahead,
    List<String> rejected,
    long notExamined,
    long repaired,
    long left,
    List<String> problems) {

  public boolean clean() {
    return left == 0 && notExamined == 0;
  }

  /** How many articles were found that were not as the log says, rejected ones aside. */
  public long found() {
    return (long) missing.size() + stale.size() + ghosts.size() + ahead.size();
  }
}
