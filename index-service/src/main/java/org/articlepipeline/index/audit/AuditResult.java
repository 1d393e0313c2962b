package org.articlepipeline.index.audit;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * How the last scheduled audit went.
 *
 * @param startedAt ISO 8601
 * @param finished false while it runs, and for ever when its instance ended
 * @param missing number of articles; the others alike, see {@link AuditReport}
 * @param examples some of their uris
 * @param problem why it could not be made; empty when it could
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record AuditResult(
    String index,
    String startedAt,
    boolean finished,
    double seconds,
    long articles,
    long documents,
    long missing,
    long stale,
    long ghosts,
    long ahead,
    long rejected,
    long notExamined,
    List<String> examples,
    String problem) {
  private static final int EXAMPLES = 20;

  static AuditResult started(String index, Instant at) {
    return new AuditResult(index, at.toString(), false, 0, 0, 0, 0, 0, 0, 0, 0, 0, List.of(), "");
  }

  static AuditResult failed(String index, Instant at, String problem) {
    return new AuditResult(
        index, at.toString(), true, 0, 0, 0, 0, 0, 0, 0, 0, 0, List.of(), problem);
  }

  static AuditResult of(Instant at, AuditReport report) {
    return new AuditResult(
        report.index(),
        at.toString(),
        true,
        report.seconds(),
        report.articles(),
        report.documents(),
        report.missing().size(),
        report.stale().size(),
        report.ghosts().size(),
        report.ahead().size(),
        report.rejected().size(),
        report.notExamined(),
        Stream.of(report.missing(), report.stale(), report.ghosts(), report.ahead())
            .flatMap(List::stream)
            .limit(EXAMPLES)
            .toList(),
        "");
  }

  Instant start() {
    return Instant.parse(startedAt);
  }

  /** Articles that are not as the log says, rejected ones aside. */
  public long found() {
    return missing + stale + ghosts + ahead + notExamined;
  }
}
