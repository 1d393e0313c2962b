package org.articlepipeline.operations;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.articlepipeline.operations.cluster.ConsumerLag;
import org.articlepipeline.operations.cluster.KafkaClients;
import org.articlepipeline.operations.cluster.OperationsConfig;
import org.articlepipeline.operations.cluster.PartitionLag;
import org.articlepipeline.operations.cluster.TopicState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code articles topics}. */
@Command(
    name = "topics",
    description = "Topic settings and consumer lag.",
    subcommands = {TopicsCommand.Describe.class, TopicsCommand.Lag.class})
final class TopicsCommand {
  @Mixin CommandOptions options = new CommandOptions();

  /** {@code articles topics describe}. */
  @Command(
      name = "describe",
      description = {
        "Shows each topic's settings as they are; those that differ from the declared ones are marked with !.",
        "Exits 1 when something differs."
      },
      footer = {
        "",
        "Examples:",
        "  ./articles topics describe",
        "  ./articles topics describe --json --data /tmp/stack"
      })
  static final class Describe implements Callable<Integer> {
    @Mixin CommandOptions options = new CommandOptions();
    @Mixin StackOptions stack = new StackOptions();

    @Override
    public Integer call() {
      OperationsConfig config = stack.connect(options);
      Output output = options.output();
      List<TopicState> topics;
      try (Admin admin = new KafkaClients(config).admin()) {
        topics = TopicState.all(admin, config.kafka().partitions());
      }
      if (output.json()) {
        output.value(topics);
      } else {
        topics.forEach(topic -> print(topic, output));
      }
      return topics.stream().allMatch(TopicState::asDeclared) ? 0 : Errors.FAILED;
    }

    private static void print(TopicState topic, Output output) {
      if (!topic.exists()) {
        output.line("! " + topic.name() + " is missing; the services create it when they start");
        return;
      }
      output.line(topic.name() + "  replicas " + topic.replicas());
      for (TopicState.Setting setting : topic.settings()) {
        String declared = setting.differs() ? "   declared: " + setting.declared() : "";
        output.line(
            (setting.differs() ? "! " : "  ")
                + "  "
                + setting.name()
                + " = "
                + setting.actual()
                + declared);
      }
    }
  }

  /** {@code articles topics lag}. */
  @Command(
      name = "lag",
      description = {
        "Shows how many records each consumer group still has to read of each partition.",
        "Caught up means that it stands at the end: transactions leave marks among the offsets, which are no records."
      },
      footer = {"", "Examples:", "  ./articles topics lag", "  ./articles topics lag --json"})
  static final class Lag implements Callable<Integer> {
    @Mixin CommandOptions options = new CommandOptions();
    @Mixin StackOptions stack = new StackOptions();

    @Override
    public Integer call() {
      var clients = new KafkaClients(stack.connect(options));
      Output output = options.output();
      List<PartitionLag> lags = new ConsumerLag(clients).measure();
      if (output.json()) {
        output.value(lags);
        return 0;
      }
      if (lags.isEmpty()) {
        output.line("no consumer group has read anything yet");
      }
      String group = "";
      for (PartitionLag lag : lags) {
        if (!lag.group().equals(group)) {
          group = lag.group();
          output.line(group);
        }
        output.line(
            String.format(Locale.ROOT, "  %-24s %3d  %s", lag.topic(), lag.partition(), text(lag)));
      }
      return 0;
    }

    private static String text(PartitionLag lag) {
      return lag.records() == 0
          ? "caught up"
          : String.format(
              Locale.ROOT, "%s%,d records behind", lag.exact() ? "" : "at most ", lag.records());
    }
  }
}
