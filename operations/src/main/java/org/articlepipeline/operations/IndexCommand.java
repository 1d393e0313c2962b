package org.articlepipeline.operations;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.articlepipeline.index.audit.AuditResult;
import org.articlepipeline.index.audit.AuditResults;
import org.articlepipeline.index.elasticsearch.ElasticsearchConnection;
import org.articlepipeline.index.indices.IndexNames;
import org.articlepipeline.index.indices.IndexStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code articles index}. */
@Command(
    name = "index",
    description = "The search index.",
    subcommands = {IndexCommand.Status.class, IndexAuditCommand.class})
final class IndexCommand {
  @Mixin CommandOptions options = new CommandOptions();

  /** {@code articles index status}. */
  @Command(
      name = "status",
      description =
          "Shows the indices of articles, receipts and dead letters, and which of them readers are served from.",
      footer = {
        "",
        "Examples:",
        "  ./articles index status",
        "  ./articles index status --json --data /tmp/stack"
      })
  static final class Status implements Callable<Integer> {
    @Mixin CommandOptions options = new CommandOptions();
    @Mixin StackOptions stack = new StackOptions();

    @Override
    public Integer call() {
      Output output = options.output();
      IndexStatus status;
      Optional<AuditResult> audit;
      try (var elasticsearch =
          ElasticsearchConnection.open(stack.connect(options).elasticsearch())) {
        status = IndexStatus.read(elasticsearch);
        audit = new AuditResults(elasticsearch).last();
      }
      if (output.json()) {
        ObjectNode json = Output.JSON.valueToTree(status);
        audit.ifPresent(last -> json.set("audit", Output.JSON.valueToTree(last)));
        output.value(json);
        return 0;
      }
      if (status.indices().isEmpty()) {
        output.line("no index yet; index-service makes it when it starts");
      }
      for (IndexStatus.Index index : status.indices()) {
        output.line(
            String.format(
                Locale.ROOT,
                "%-28s %-6s %10s documents %,10d KiB%s",
                index.name(),
                index.health(),
                documents(index),
                index.bytes() / 1024,
                index.serving() ? "  <- serves " + IndexNames.ARTICLES : ""));
      }
      audit.ifPresent(last -> output.line(describe(last)));
      return 0;
    }

    private static String describe(AuditResult audit) {
      String what =
          !audit.problem().isEmpty()
              ? "not possible: " + audit.problem()
              : !audit.finished()
                  ? "under way"
                  : audit.found() == 0
                      ? "nothing is wrong"
                      : String.format(
                          Locale.ROOT,
                          "%,d articles are not as the log says; `./articles index audit` names them",
                          audit.found());
      return "audit of %s at %s: %s".formatted(audit.index(), audit.startedAt(), what);
    }

    private static String documents(IndexStatus.Index index) {
      return index.documents() == IndexStatus.UNKNOWN
          ? "?"
          : String.format(Locale.ROOT, "%,d", index.documents());
    }
  }
}
