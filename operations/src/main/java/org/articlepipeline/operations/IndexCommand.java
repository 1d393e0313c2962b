package org.articlepipeline.operations;

import java.util.Locale;
import java.util.concurrent.Callable;
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
      try (var elasticsearch =
          ElasticsearchConnection.open(stack.connect(options).elasticsearch())) {
        status = IndexStatus.read(elasticsearch);
      }
      if (output.json()) {
        output.value(status);
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
      return 0;
    }

    private static String documents(IndexStatus.Index index) {
      return index.documents() == IndexStatus.UNKNOWN
          ? "?"
          : String.format(Locale.ROOT, "%,d", index.documents());
    }
  }
}
