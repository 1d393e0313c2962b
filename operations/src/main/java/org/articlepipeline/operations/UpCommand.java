package org.articlepipeline.operations;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.articlepipeline.enrich.knowledge.EntityJsonLines;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code articles up}. */
@Command(
    name = "up",
    description = {
      "Starts Kafka, the schema registry, Elasticsearch and the three services on this machine, and runs until Ctrl-C.",
      "Data is kept in the data folder and used again by the next start. When all is ready, DIR/stack.json says where everything is."
    },
    footer = {
      "",
      "Examples:",
      "  ./articles up",
      "  ./articles up --data /tmp/second-stack",
      "  ./articles up & ./articles submit --wait story.txt    (once it is ready)"
    })
final class UpCommand implements Callable<Integer> {
  @Mixin CommandOptions options = new CommandOptions();

  @Option(names = "--data", paramLabel = "DIR", description = "Data folder. Default: .articles.")
  Path data = StackOptions.DEFAULT_DATA;

  @Option(
      names = "--no-entities",
      description = "Start a new stack with an empty knowledge base instead of the starter set.")
  boolean noEntities;

  @Override
  public Integer call() throws InterruptedException {
    Output output = options.output();
    var knowledge = new Knowledge(noEntities ? List.of() : EntityJsonLines.sample());
    try (var run = StackRun.start(data, false, knowledge, output)) {
      run.announce();
      run.awaitStop();
      return 0;
    }
  }
}
