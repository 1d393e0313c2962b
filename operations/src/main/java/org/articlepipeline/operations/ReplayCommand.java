package org.articlepipeline.operations;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.articlepipeline.operations.cluster.DeadLetterReader;
import org.articlepipeline.operations.cluster.KafkaClients;
import org.articlepipeline.operations.replay.Replay;
import org.articlepipeline.operations.replay.ReplayFilter;
import org.articlepipeline.operations.replay.ReplayPlan;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code articles dead-letters replay}. */
@Command(
    name = "replay",
    description = {
      "Sends dead letters again, once their cause is mended. Try --dry-run first.",
      "Submissions go through the gate again, byte for byte; of what failed in a later stage the newest accepted revision",
      "is made again. Nothing newer is overwritten. What was replayed before is left out."
    },
    footer = {
      "",
      "Examples:",
      "  ./articles dead-letters replay articles.dead-letters-3-41",
      "  ./articles dead-letters replay --reason UNKNOWN_SCHEMA --dry-run",
      "  ./articles dead-letters replay --stage index --since 2026-11-01T00:00:00Z --rate 200",
      "  ./articles dead-letters replay --source daily-bugle --json"
    })
final class ReplayCommand implements Callable<Integer> {
  /** On a screen. */
  private static final int LISTED = 20;

  @Mixin CommandOptions options = new CommandOptions();
  @Mixin StackOptions stack = new StackOptions();

  @Parameters(
      paramLabel = "ID",
      arity = "0..1",
      description = "Only this one, as `dead-letters list` prints it.")
  @Nullable String id;

  @Option(names = "--reason", paramLabel = "CODE", description = "Only of this reason.")
  @Nullable String reason;

  @Option(names = "--stage", paramLabel = "STAGE", description = "Only of ingest, enrich or index.")
  @Nullable String stage;

  @Option(names = "--source", paramLabel = "S", description = "Only what this source sent.")
  @Nullable String source;

  @Option(names = "--uri", paramLabel = "URI", description = "Only of this article.")
  @Nullable String uri;

  @Option(
      names = "--since",
      paramLabel = "T",
      converter = SubmissionOptions.InstantConverter.class,
      description = "Only those written since, such as 2026-11-01T00:00:00Z.")
  @Nullable Instant since;

  @Option(names = "--again", description = "Also those that were replayed before.")
  boolean again;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "50",
      description = "How many a second. Default: ${DEFAULT-VALUE}.")
  int rate = 50;

  @Option(names = "--dry-run", description = "Only count and list them.")
  boolean dryRun;

  @Override
  public Integer call() {
    if (rate < 1) {
      throw options.wrongUsage("--rate must be 1 or more, not " + rate);
    }
    if (id != null && !DeadLetterReader.isId(id)) {
      throw options.wrongUsage(
          "'" + id + "' is no id of a dead letter, such as articles.dead-letters-3-41");
    }
    Output output = options.output();
    var replay = new Replay(new KafkaClients(stack.connect(options)));
    ReplayPlan plan = find(replay, output);
    long replayed = dryRun || plan.letters().isEmpty() ? 0 : send(replay, plan, output);
    if (output.json()) {
      ObjectNode json = Output.JSON.valueToTree(plan);
      output.value(json.put("replayed", replayed));
    } else {
      print(plan, output);
    }
    return 0;
  }

  private ReplayPlan find(Replay replay, Output output) {
    var filter = new ReplayFilter(id, stage, reason, source, uri, since, again);
    var bar = new AtomicReference<@Nullable Progress>();
    try {
      return replay.plan(
          filter,
          (passed, total) -> {
            Progress progress = bar.get();
            if (progress == null) {
              progress = Progress.of(output, "look at dead letters", total);
              bar.set(progress);
            }
            progress.done(passed);
          });
    } finally {
      Progress progress = bar.get();
      if (progress != null) {
        progress.close();
      }
    }
  }

  private long send(Replay replay, ReplayPlan plan, Output output) {
    try (Progress progress = Progress.of(output, "replay", plan.letters().size())) {
      return replay.run(plan, rate, Operator.name(), (sent, total) -> progress.done(sent));
    }
  }

  private void print(ReplayPlan plan, Output output) {
    String verb = dryRun ? "would be " : "";
    output.line(
        String.format(
            Locale.ROOT,
            "%,d dead letters %sreplayed: %,d submissions sent again, %,d articles made again",
            plan.letters().size(),
            verb,
            plan.resent(),
            plan.requested()));
    if (plan.replayedBefore() > 0) {
      output.line(
          String.format(
              Locale.ROOT,
              "%,d were replayed before (--again: these, too)",
              plan.replayedBefore()));
    }
    plan.others()
        .forEach(
            (what, count) ->
                output.line(String.format(Locale.ROOT, "%,d can't be replayed: %s", count, what)));
    if (dryRun) {
      plan.letters().stream()
          .limit(LISTED)
          .forEach(
              letter ->
                  output.line(
                      "  %s  %s  %s %s  %s"
                          .formatted(
                              letter.id(),
                              letter.at(),
                              letter.stage(),
                              letter.reason(),
                              letter.uri() == null ? "" : letter.uri())));
      if (plan.letters().size() > LISTED) {
        output.line(
            String.format(
                Locale.ROOT, "  and %,d more: --json lists them", plan.letters().size() - LISTED));
      }
    }
  }
}
