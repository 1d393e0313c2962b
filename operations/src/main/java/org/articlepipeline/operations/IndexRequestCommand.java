package org.articlepipeline.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.articlepipeline.index.elasticsearch.ElasticsearchConnection;
import org.articlepipeline.index.indices.BadDefinitionException;
import org.articlepipeline.index.indices.IndexDefinition;
import org.articlepipeline.index.rebuild.IndexTask;
import org.articlepipeline.operations.cluster.CommandException;
import org.articlepipeline.operations.cluster.IndexRequests;
import org.articlepipeline.operations.cluster.KafkaClients;
import org.articlepipeline.operations.cluster.OperationsConfig;
import org.articlepipeline.operations.replay.OperationRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What {@code articles index rebuild} and {@code rollback} have in common. */
abstract class IndexRequestCommand implements Callable<Integer> {
  @Mixin CommandOptions options = new CommandOptions();
  @Mixin StackOptions stack = new StackOptions();

  /** {@code articles index rebuild}. */
  @Command(
      name = "rebuild",
      description = {
        "Makes a new index from articles.enriched while the old one serves, compares the two, and puts",
        "readers over in one step. index-service does it; this follows, and may be stopped and run again."
      },
      footer = {
        "",
        "FILE holds JSON with what is to differ from this version's index:",
        "  {\"mappings\": {\"properties\": {\"byline\": {\"type\": \"text\", \"analyzer\": \"articles_exact\"}}},",
        "   \"settings\": {\"analysis\": {…}}}",
        "",
        "Examples:",
        "  ./articles index rebuild",
        "  ./articles index rebuild --mapping german.json",
        "  ./articles index rebuild --force"
      })
  static final class Rebuild extends IndexRequestCommand {
    @Option(
        names = "--mapping",
        paramLabel = "FILE",
        description = "Fields and analyzers that are to differ. Default: as this version has them.")
    @Nullable Path file;

    @Option(names = "--force", description = "Take the new index although it is worse.")
    boolean force;

    @Override
    public Integer call() {
      return ask("REBUILD", force, file == null ? null : mapping(file));
    }

    private String mapping(Path path) {
      try {
        String text = Files.readString(path);
        IndexDefinition.parse(text);
        return text;
      } catch (IOException e) {
        throw options.wrongUsage(
            path
                + " can't be read: "
                + (Files.exists(path) ? "no file of text in UTF-8" : "no such file"));
      } catch (BadDefinitionException e) {
        throw options.wrongUsage(path + ": " + e.getMessage());
      }
    }
  }

  /** {@code articles index rollback}. */
  @Command(
      name = "rollback",
      description = {
        "Puts readers back to the index before the last rebuild. It has been kept up since, so nothing is lost.",
        "Run again, it goes forward again."
      },
      footer = {"", "Examples:", "  ./articles index rollback"})
  static final class Rollback extends IndexRequestCommand {
    @Override
    public Integer call() {
      return ask("ROLLBACK", false, null);
    }
  }

  int ask(String kind, boolean force, @Nullable String mapping) {
    Output output = options.output();
    OperationsConfig config = stack.connect(options);
    var clients = new KafkaClients(config);
    try (var elasticsearch = ElasticsearchConnection.open(config.elasticsearch())) {
      var requests = new IndexRequests(clients, elasticsearch);
      Optional<IndexTask> other = requests.underWay();
      IndexTask ended;
      if (other.isPresent()) {
        IndexTask task = other.get();
        if (!task.sameAs(kind, mapping) || force != task.force()) {
          throw new CommandException(
              "another request is under way: a %s of %s, %s; wait for it, see `./articles index status`"
                  .formatted(
                      task.kind().toLowerCase(Locale.ROOT), task.requestedAt(), task.message()));
        }
        output.note("follows the request of " + task.requestedAt());
        ended = follow(requests, task.id(), output);
      } else {
        String what = force ? "of the index, forced" : "of the index";
        try (var operation = OperationRecord.begin(clients, kind, Operator.name(), what)) {
          ended = follow(requests, requests.send(kind, force, mapping), output);
          operation.ended(ended.phase() == IndexTask.Phase.DONE, ended.message(), 0);
        }
      }
      return report(output, ended);
    }
  }

  private static IndexTask follow(IndexRequests requests, String id, Output output) {
    try (var progress = new TaskProgress(output)) {
      return requests.follow(id, progress);
    }
  }

  private static int report(Output output, IndexTask ended) {
    boolean done = ended.phase() == IndexTask.Phase.DONE;
    if (output.json()) {
      output.value(ended);
    } else {
      ended.report().forEach(output::line);
      if (done) {
        output.line(ended.message());
      } else {
        output.error(ended.message());
      }
    }
    return done ? 0 : Errors.FAILED;
  }
}
