package org.articlepipeline.operations;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.articlepipeline.operations.cluster.KafkaClients;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code articles reprocess}. */
@Command(
    name = "reprocess",
    description = {
      "Runs clean-up and enrichment again over accepted articles, after an upgrade of either.",
      "Their revisions stay; what comes out as it was is not indexed again. It may be stopped and run again."
    },
    footer = {
      "",
      "Examples:",
      "  ./articles reprocess --dry-run",
      "  ./articles reprocess --source daily-bugle --since 2026-11-01T00:00:00Z --rate 200"
    })
final class ReprocessCommand implements Callable<Integer> {
  @Mixin CommandOptions options = new CommandOptions();
  @Mixin StackOptions stack = new StackOptions();

  @Option(names = "--source", paramLabel = "S", description = "Only articles of this source.")
  @Nullable String source;

  @Option(
      names = "--since",
      paramLabel = "T",
      converter = SubmissionOptions.InstantConverter.class,
      description = "Only articles accepted since, such as 2026-11-01T00:00:00Z.")
  @Nullable Instant since;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "50",
      description = "Articles a second. Default: ${DEFAULT-VALUE}.")
  int rate = 50;

  @Option(names = "--dry-run", description = "Only count them.")
  boolean dryRun;

  @Override
  public Integer call() {
    if (rate < 1) {
      throw options.wrongUsage("--rate must be 1 or more, not " + rate);
    }
    Output output = options.output();
    var reprocess = new Reprocess(new KafkaClients(stack.connect(options)), source, since);
    Reprocess.Found found = reprocess.find();
    long total = found.total();
    if (!dryRun) {
      try (Progress progress = Progress.of(output, "reprocess", total)) {
        reprocess.send(found, rate, progress);
      }
    }
    if (output.json()) {
      output.value(
          Map.of(
              "articles",
              total,
              "sent",
              dryRun ? 0 : total,
              "withoutContent",
              found.contentFree(),
              "unreadable",
              found.unreadable()));
    } else {
      output.line(
          String.format(
              Locale.ROOT,
              dryRun
                  ? "%,d articles would be reprocessed (%,d without content and %,d unreadable would not)"
                  : "%,d articles sent to be reprocessed (%,d without content and %,d unreadable were not)",
              total,
              found.contentFree(),
              found.unreadable()));
    }
    return 0;
  }
}
