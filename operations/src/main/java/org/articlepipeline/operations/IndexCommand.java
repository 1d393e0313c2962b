package org.articlepipeline.operations;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.articlepipeline.index.audit.AuditResult;
import org.articlepipeline.index.audit.AuditResults;
import org.articlepipeline.index.elasticsearch.ElasticsearchConnection;
import org.articlepipeline.index.indices.IndexNames;
import org.articlepipeline.index.indices.IndexStatus;
import org.articlepipeline.index.rebuild.IndexTask;
import org.articlepipeline.operations.cluster.CommandException;
import org.articlepipeline.operations.cluster.ConsumerLag;
import org.articlepipeline.operations.cluster.IndexRequests;
import org.articlepipeline.operations.cluster.KafkaClients;
import org.articlepipeline.operations.cluster.OperationsConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code articles index}. */
@Command(
    name = "index",
    description = "The search index.",
    subcommands = {
      IndexCommand.Status.class,
      IndexRequestCommand.Rebuild.class,
      IndexRequestCommand.Rollback.class,
      IndexAuditCommand.class
    })
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
      OperationsConfig config = stack.connect(options);
      IndexStatus status;
      Optional<AuditResult> audit;
      Optional<IndexTask> request;
      var clients = new KafkaClients(config);
      try (var elasticsearch = ElasticsearchConnection.open(config.elasticsearch())) {
        status = IndexStatus.read(elasticsearch);
        request = new IndexRequests(clients, elasticsearch).underWay();
        audit = new AuditResults(elasticsearch).last();
      }
      Map<String, Long> lags = lags(clients, status, output);
      if (output.json()) {
        ObjectNode json = json(status, lags, request);
        audit.ifPresent(last -> json.set("audit", Output.JSON.valueToTree(last)));
        output.value(json);
        return 0;
      }
      if (status.indices().isEmpty()) {
        output.line("no index yet; index-service makes it when it starts");
      }
      for (IndexStatus.Index index : status.indices()) {
        output.line(line(index, lags));
      }
      request.ifPresent(
          task ->
              output.line(
                  String.format(
                      Locale.ROOT,
                      "%s under way since %s: %s %s, %,d of %,d",
                      task.kind().toLowerCase(Locale.ROOT),
                      task.requestedAt(),
                      task.to(),
                      task.message(),
                      task.done(),
                      task.total())));
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

    private static String line(IndexStatus.Index index, Map<String, Long> lags) {
      Long lag = lags.get(index.consumerGroup());
      return String.format(
          Locale.ROOT,
          "%-28s %-6s %10s documents %,10d KiB%s%s%s",
          index.name(),
          index.health(),
          documents(index),
          index.bytes() / 1024,
          index.state().isEmpty() ? "" : "  " + index.state(),
          lag == null ? "" : String.format(Locale.ROOT, ", %,d behind", lag),
          index.serving() ? "  <- serves " + IndexNames.ARTICLES : "");
    }

    /**
     * Consumer group to records that the index does not have yet. Without Kafka the indices are
     * there all the same, and in an outage they are asked for first.
     */
    private static Map<String, Long> lags(KafkaClients clients, IndexStatus status, Output output) {
      Set<String> groups =
          status.indices().stream()
              .filter(index -> !index.state().isEmpty())
              .map(IndexStatus.Index::consumerGroup)
              .collect(Collectors.toSet());
      Map<String, Long> lags = new HashMap<>();
      try {
        new ConsumerLag(clients)
            .measure(groups::contains)
            .forEach(lag -> lags.merge(lag.group(), lag.records(), Long::sum));
      } catch (CommandException e) {
        output.note("how far behind each is, is not known: " + e.getMessage());
      }
      return lags;
    }

    private static ObjectNode json(
        IndexStatus status, Map<String, Long> lags, Optional<IndexTask> request) {
      ObjectNode json = Output.JSON.createObjectNode();
      ArrayNode indices = json.putArray("indices");
      for (IndexStatus.Index index : status.indices()) {
        ObjectNode one = Output.JSON.valueToTree(index);
        indices.add(one.put("lag", lags.get(index.consumerGroup())));
      }
      json.set("request", Output.JSON.valueToTree(request.orElse(null)));
      return json;
    }

    private static String documents(IndexStatus.Index index) {
      return index.documents() == IndexStatus.UNKNOWN
          ? "?"
          : String.format(Locale.ROOT, "%,d", index.documents());
    }
  }
}
