package org.articlepipeline.operations;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code articles entities}. */
@Command(
    name = "entities",
    description =
        "The knowledge base: people, organisations, places and other things that articles name.",
    subcommands = {EntitiesCommand.Import.class})
final class EntitiesCommand {
  @Mixin CommandOptions options = new CommandOptions();

  /** {@code articles entities import}. */
  @Command(
      name = "import",
      description = {
        "Publishes a knowledge base. An entity replaces the one that has its uri; others stay.",
        "Articles that come from now on are matched against it."
      },
      footer = {
        "",
        "FILE holds JSON, one entity a line:",
        "  {\"uri\": \"urn:entity:jane-doe\", \"name\": \"Jane Doe\", \"type\": \"PERSON\",",
        "   \"aliases\": [\"J. Doe\", {\"name\": \"Doe\", \"strength\": \"WEAK\"}], \"sameAs\": [\"https://…\"]}",
        "A weak alias counts only beside a strong name of the same entity.",
        "",
        "Examples:",
        "  ./articles entities import newsroom.jsonl"
      })
  static final class Import implements Callable<Integer> {
    @Mixin CommandOptions options = new CommandOptions();
    @Mixin StackOptions stack = new StackOptions();

    @Parameters(paramLabel = "FILE", description = "JSON lines in UTF-8.")
    Path file = Path.of("");

    @Override
    public Integer call() {
      Output output = options.output();
      var entities = new EntityFile(file, options);
      // Read to its end before anything is sent: a bad line must not leave half a knowledge base.
      long total = entities.read(all -> all.mapToLong(entity -> 1).sum());
      var publisher = new EntityImport(new KafkaClients(stack.connect(options)));
      try (Progress progress = Progress.of(output, "import", total)) {
        entities.read(all -> publisher.publish(all, progress));
      }
      if (output.json()) {
        output.value(Map.of("imported", total));
      } else {
        output.line(String.format(Locale.ROOT, "%,d entities imported", total));
      }
      return 0;
    }
  }
}
