package org.articlepipeline.operations;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.articlepipeline.index.elasticsearch.ElasticsearchConnection;
import org.articlepipeline.index.search.JournalQueries;
import org.articlepipeline.index.search.ReceiptEntry;
import org.articlepipeline.operations.cluster.CommandException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code articles journey}. */
@Command(
    name = "journey",
    description =
        "Shows every receipt of an article: what happened to which revision, when, and why.",
    footer = {
      "",
      "Examples:",
      "  ./articles journey urn:articles:cli:story",
      "  ./articles journey --json urn:desk:42"
    })
final class JourneyCommand implements Callable<Integer> {
  @Mixin CommandOptions options = new CommandOptions();
  @Mixin StackOptions stack = new StackOptions();

  @Parameters(paramLabel = "URI", description = "The article's uri.")
  String uri = "";

  @Override
  public Integer call() {
    Output output = options.output();
    List<ReceiptEntry> receipts;
    try (var elasticsearch = ElasticsearchConnection.open(stack.connect(options).elasticsearch())) {
      receipts = new JournalQueries(elasticsearch).journey(uri);
    }
    if (receipts.isEmpty()) {
      throw new CommandException(
          "no receipt of "
              + uri
              + ": it was never sent, over 7 days ago, or within the last second");
    }
    if (output.json()) {
      output.value(receipts);
      return 0;
    }
    output.line(uri);
    Instant before = receipts.getFirst().at();
    for (ReceiptEntry receipt : receipts) {
      output.line(line(receipt, Duration.between(before, receipt.at())));
      before = receipt.at();
    }
    return 0;
  }

  private static String line(ReceiptEntry receipt, Duration since) {
    var line =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "  %-24s %+9d ms  %-6s %-10s revision %s",
                receipt.at(),
                since.toMillis(),
                receipt.stage(),
                receipt.outcome(),
                receipt.revision() == null ? "?" : receipt.revision()));
    if (receipt.reason() != null) {
      line.append(": ").append(receipt.reason());
    }
    if (receipt.message() != null) {
      line.append(": ").append(receipt.message());
    }
    return line.append(
            String.format(
                Locale.ROOT,
                "  (%s-%d@%d)",
                receipt.topic(),
                receipt.partition(),
                receipt.offset()))
        .toString();
  }
}
