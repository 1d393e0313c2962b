package org.articlepipeline.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code articles demo}. */
@Command(
    name = "demo",
    description = {
      "Shows the whole pipeline: starts all servers and services, submits sample articles, waits until each is found,",
      "prints what was found in them and where everything is, and runs until Ctrl-C."
    },
    footer = {"", "Examples:", "  ./articles demo", "  ./articles demo --exit"})
final class DemoCommand implements Callable<Integer> {
  @Mixin CommandOptions options = new CommandOptions();

  @Option(names = "--exit", description = "Stop when all articles were found.")
  boolean exit;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Data folder. Default: a temporary one, deleted at the end.")
  @Nullable Path data;

  @Override
  public Integer call() throws InterruptedException, IOException {
    Output output = options.output();
    Path folder = data == null ? Files.createTempDirectory("articles-demo") : data;
    var knowledge = new Knowledge(Samples.knowledge());
    try (var run = StackRun.start(folder, data == null, knowledge, output)) {
      List<SampleResult> results = new SampleRun(run.file(), output).submitAll();
      if (output.json()) {
        output.value(Map.of("articles", results, "stack", run.file()));
      } else {
        run.announce();
      }
      if (!exit) {
        output.note("try in another terminal: ./articles search --data " + folder + " lisbon");
        run.awaitStop();
      }
      return 0;
    }
  }
}
