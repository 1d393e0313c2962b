package org.articlepipeline.operations.console;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.articlepipeline.operations.replay.OperationLog;
import org.articlepipeline.schemas.Operation;

/** Who had what done, and when. */
final class OperationsPage {
  private static final int SHOWN = 200;

  private final Site site;
  private final Jobs jobs;

  OperationsPage(Site site, Jobs jobs) {
    this.site = site;
    this.jobs = jobs;
  }

  /** What the page shows, newest first. */
  record Model(Frame frame, List<Row> rows, List<Jobs.Job> running) {}

  /** An operation: how it began, and what was said of it last. */
  record Row(Operation begun, Operation last) {
    String level() {
      return switch (last.getPhase()) {
        case "ENDED" -> "ok";
        case "FAILED" -> "bad";
        default -> "busy";
      };
    }
  }

  Reply show(Exchange exchange) {
    Backend backend = site.backend();
    Answer<List<Operation>> operations =
        new Questions().ask("Kafka", () -> new OperationLog(backend.clients()).read()).answer();
    Map<String, Row> rows = new LinkedHashMap<>();
    operations
        .or(List.of())
        .forEach(
            operation ->
                rows.merge(
                    operation.getId(),
                    new Row(operation, operation),
                    (begun, next) -> new Row(begun.begun(), next.last())));
    List<Row> newestFirst = List.copyOf(rows.values()).reversed().stream().limit(SHOWN).toList();
    return site.page(
        "operations",
        new Model(site.frame(exchange, "Audit trail", operations), newestFirst, jobs.running()));
  }
}
