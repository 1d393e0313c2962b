package org.articlepipeline.operations;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.articlepipeline.index.elasticsearch.ElasticsearchConnection;
import org.articlepipeline.index.search.DeadLetterEntry;
import org.articlepipeline.index.search.JournalQueries;
import org.articlepipeline.operations.cluster.CommandException;
import org.articlepipeline.operations.cluster.DeadLetterReader;
import org.articlepipeline.operations.cluster.DeadLetterView;
import org.articlepipeline.operations.cluster.KafkaClients;
import org.articlepipeline.operations.cluster.OperationsConfig;
import org.articlepipeline.platform.RegistryConfig;
import org.articlepipeline.schemas.DeadLetter;
import org.articlepipeline.schemas.TopicSerdes;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code articles dead-letters}. */
@Command(
    name = "dead-letters",
    description = "Records that a stage could not process, whole, each with the reason.",
    subcommands = {
      DeadLettersCommand.ListLetters.class,
      DeadLettersCommand.Show.class,
      ReplayCommand.class
    })
final class DeadLettersCommand {
  @Mixin CommandOptions options = new CommandOptions();

  /** {@code articles dead-letters list}. */
  @Command(
      name = "list",
      description = "Lists dead letters, newest first.",
      footer = {
        "",
        "Examples:",
        "  ./articles dead-letters list",
        "  ./articles dead-letters list --reason NOT_AVRO --limit 100",
        "  ./articles dead-letters list --uri urn:desk:42 --json"
      })
  static final class ListLetters implements Callable<Integer> {
    @Mixin CommandOptions options = new CommandOptions();
    @Mixin StackOptions stack = new StackOptions();

    @Option(names = "--reason", paramLabel = "CODE", description = "Only of this reason.")
    @Nullable String reason;

    @Option(
        names = "--stage",
        paramLabel = "STAGE",
        description = "Only of ingest, enrich or index.")
    @Nullable String stage;

    @Option(names = "--uri", paramLabel = "URI", description = "Only of this article.")
    @Nullable String uri;

    @Option(
        names = "--limit",
        paramLabel = "N",
        defaultValue = "20",
        description = "How many to show. Default: ${DEFAULT-VALUE}.")
    int limit;

    @Override
    public Integer call() {
      Output output = options.output();
      JournalQueries.Page found;
      try (var elasticsearch =
          ElasticsearchConnection.open(stack.connect(options).elasticsearch())) {
        found =
            new JournalQueries(elasticsearch)
                .deadLetters(new JournalQueries.Filter(reason, stage, uri), 0, limit);
      }
      if (output.json()) {
        output.value(found);
        return 0;
      }
      output.line(String.format(Locale.ROOT, "%,d dead letters", found.total()));
      for (DeadLetterEntry letter : found.entries()) {
        output.line(
            String.format(
                Locale.ROOT,
                "%s  %s  %s %s  %s",
                letter.id(),
                letter.at(),
                letter.stage(),
                letter.reason(),
                letter.uri() == null ? "" : letter.uri()));
        output.line("    " + letter.message());
      }
      return 0;
    }
  }

  /** {@code articles dead-letters show}. */
  @Command(
      name = "show",
      description =
          "Shows one dead letter: reason, position, headers, and its value decoded where that can be done.",
      footer = {"", "Examples:", "  ./articles dead-letters show articles.dead-letters-3-41"})
  static final class Show implements Callable<Integer> {
    @Mixin CommandOptions options = new CommandOptions();
    @Mixin StackOptions stack = new StackOptions();

    @Parameters(paramLabel = "ID", description = "As `dead-letters list` prints it.")
    String id = "";

    @Override
    public Integer call() {
      if (!DeadLetterReader.isId(id)) {
        throw options.wrongUsage(
            "'" + id + "' is no id of a dead letter, such as articles.dead-letters-3-41");
      }
      OperationsConfig config = stack.connect(options);
      Output output = options.output();
      DeadLetter letter =
          new DeadLetterReader(new KafkaClients(config)).read(id).orElseThrow(() -> unknown(id));
      try (var serdes = new TopicSerdes(RegistryConfig.serdeProperties(config.registry()))) {
        ObjectNode view = DeadLetterView.json(letter, serdes);
        if (output.json()) {
          output.value(view);
        } else {
          DeadLetterView.lines(view).forEach(output::line);
        }
      }
      return 0;
    }

    private static CommandException unknown(String id) {
      return new CommandException(
          "there is no dead letter "
              + id
              + "; `./articles dead-letters list` prints what there is");
    }
  }
}
