package org.articlepipeline.operations;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.articlepipeline.index.audit.Audit;
import org.articlepipeline.index.audit.AuditReport;
import org.articlepipeline.index.audit.EnrichedLog;
import org.articlepipeline.index.elasticsearch.ElasticsearchConnection;
import org.articlepipeline.index.indices.IndexStatus;
import org.articlepipeline.operations.cluster.CommandException;
import org.articlepipeline.operations.cluster.KafkaClients;
import org.articlepipeline.operations.cluster.OperationsConfig;
import org.articlepipeline.operations.replay.OperationRecord;
import org.articlepipeline.platform.RegistryConfig;
import org.articlepipeline.schemas.TopicSerdes;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code articles index audit}. */
@Command(
    name = "audit",
    description = {
      "Compares the index with the log of enriched articles, and names what is missing, stale or in the index alone.",
      "What is only on its way is not named. Exit code 1 when something is wrong and was not repaired."
    },
    footer = {
      "",
      "Examples:",
      "  ./articles index audit",
      "  ./articles index audit --repair --json",
    })
final class IndexAuditCommand implements Callable<Integer> {
  /** Of each kind, on a screen. */
  private static final int NAMED = 20;

  @Mixin CommandOptions options = new CommandOptions();
  @Mixin StackOptions stack = new StackOptions();

  @Option(
      names = "--repair",
      description =
          "Send the newest record of what is missing or stale to the index once more, delete what the log does not have.")
  boolean repair;

  @Option(
      names = "--index",
      paramLabel = "NAME",
      description = "Default: the index that readers are served from.")
  @Nullable String index;

  @Option(
      names = "--max-ghosts",
      paramLabel = "N",
      defaultValue = "" + Audit.MAX_GHOSTS,
      description =
          "Delete nothing when the index has more articles than this that the log has not. Default: ${DEFAULT-VALUE}.")
  int maxGhosts = Audit.MAX_GHOSTS;

  @Override
  public Integer call() {
    if (maxGhosts < 0) {
      throw options.wrongUsage("--max-ghosts must be 0 or more, not " + maxGhosts);
    }
    Output output = options.output();
    OperationsConfig config = stack.connect(options);
    AuditReport report;
    try (var elasticsearch = ElasticsearchConnection.open(config.elasticsearch());
        var serdes = new TopicSerdes(RegistryConfig.serdeProperties(config.registry()))) {
      String name = index(IndexStatus.read(elasticsearch));
      var audit =
          new Audit(
              elasticsearch,
              new EnrichedLog(config.kafka(), serdes),
              Audit.STUB_GRACE,
              Clock.systemUTC());
      report = repair ? repair(config, audit, name, output) : run(audit, name, output);
    }
    if (output.json()) {
      output.value(report);
    } else {
      print(output, report);
    }
    return report.clean() ? 0 : Errors.FAILED;
  }

  private AuditReport run(Audit audit, String name, Output output) {
    return audit.run(name, repair, maxGhosts, new Lines(output));
  }

  /** Changes the index, so the audit trail tells of it. */
  private AuditReport repair(OperationsConfig config, Audit audit, String name, Output output) {
    try (var operation =
        OperationRecord.begin(new KafkaClients(config), "REPAIR", Operator.name(), name)) {
      AuditReport report = run(audit, name, output);
      operation.ended(
          report.clean(),
          "%,d repaired, %,d left".formatted(report.repaired(), report.left()),
          report.repaired());
      return report;
    }
  }

  private String index(IndexStatus status) {
    List<IndexStatus.Index> filled =
        status.indices().stream().filter(i -> !i.consumerGroup().isEmpty()).toList();
    return filled.stream()
        .filter(i -> index == null ? i.serving() : i.name().equals(index))
        .map(IndexStatus.Index::name)
        .findFirst()
        .orElseThrow(() -> missing(filled));
  }

  private RuntimeException missing(List<IndexStatus.Index> filled) {
    return index == null
        ? new CommandException("no index serves readers yet; index-service makes it when it starts")
        : options.wrongUsage(
            "no index %s; there are: %s"
                .formatted(
                    index,
                    String.join(", ", filled.stream().map(IndexStatus.Index::name).toList())));
  }

  private static void print(Output output, AuditReport report) {
    output.line(
        String.format(
            Locale.ROOT,
            "%s: %,d articles in the log, %,d documents in the index; compared in %.1f s%s",
            report.index(),
            report.articles(),
            report.documents(),
            report.seconds(),
            report.found() == 0 && report.clean() ? ": nothing is wrong" : ""));
    named(output, "missing in the index", report.missing());
    named(output, "stale in the index", report.stale());
    named(output, "in the index, but not in the log", report.ghosts());
    named(output, "newer in the index than in the log", report.ahead());
    named(output, "refused by Elasticsearch (dead letters INDEX_REJECTED)", report.rejected());
    if (report.onTheirWay() > 0) {
      output.line(String.format(Locale.ROOT, "%,d on their way", report.onTheirWay()));
    }
    if (report.notExamined() > 0) {
      output.line(
          String.format(
              Locale.ROOT,
              "%,d more differ and were not looked at: rebuild the index",
              report.notExamined()));
    }
    if (report.repaired() > 0) {
      output.line(String.format(Locale.ROOT, "%,d repaired", report.repaired()));
    }
    report.problems().stream()
        .limit(NAMED)
        .forEach(problem -> output.line("not repaired: " + problem));
    if (report.left() > 0 && report.problems().isEmpty()) {
      output.line("--repair mends them");
    }
  }

  private static void named(Output output, String what, List<String> uris) {
    if (!uris.isEmpty()) {
      output.line(String.format(Locale.ROOT, "%,d %s:", uris.size(), what));
      uris.stream().limit(NAMED).forEach(uri -> output.line("  " + uri));
      if (uris.size() > NAMED) {
        output.line(
            String.format(Locale.ROOT, "  and %,d more: --json names them", uris.size() - NAMED));
      }
    }
  }

  /** The log is read twice when something differs, so there is a bar for each reading. */
  private static final class Lines implements EnrichedLog.Progress {
    private final Output output;
    private @Nullable Progress progress;

    Lines(Output output) {
      this.output = output;
    }

    @Override
    public void read(long read, long total) {
      Progress current = progress;
      if (current == null) {
        current = Progress.of(output, "read", total);
      }
      current.done(read);
      if (read >= total) {
        current.close();
        current = null;
      }
      progress = current;
    }
  }
}
