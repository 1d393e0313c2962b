package org.articlepipeline.operations;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.articlepipeline.operations.cluster.CommandException;
import org.articlepipeline.operations.cluster.OperationsConfig;
import org.articlepipeline.platform.Configs;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which stack a command talks to. */
final class StackOptions {
  static final Path DEFAULT_DATA = Path.of(".articles");

  /** Set by those who talk to a remote stack. */
  private static final String REMOTE_VARIABLE = "ARTICLES_KAFKA_BOOTSTRAP_SERVERS";

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Data folder of a local stack, which is found through DIR/stack.json. Default: .articles.")
  @Nullable Path data;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "Connects to a remote stack: properties with articles.kafka.bootstrap-servers, articles.registry.url,"
              + " articles.elasticsearch.url; ARTICLES_* variables win over it.")
  @Nullable Path config;

  Path data() {
    return data == null ? DEFAULT_DATA : data;
  }

  /**
   * Where the servers are.
   *
   * @throws CommandException when no stack runs there
   */
  OperationsConfig connect(CommandOptions options) {
    if (config != null && data != null) {
      throw options.wrongUsage(
          "--data names a local stack, --config a remote one: give one of them");
    }
    boolean remote = config != null || (data == null && System.getenv(REMOTE_VARIABLE) != null);
    return remote
        ? Configs.load(OperationsConfig.class, config, Map.of())
        : Configs.load(OperationsConfig.class, null, Map.of(), running().settings());
  }

  private StackFile running() {
    Path folder = data();
    Optional<StackFile> stack = StackFile.read(folder).filter(StackFile::running);
    if (stack.isPresent()) {
      return stack.get();
    }
    Optional<Long> holder = StackLock.holder(folder);
    if (holder.isPresent()) {
      throw new CommandException(
          "the stack on "
              + folder
              + " (pid "
              + holder.get()
              + ") is starting or stopping; try again in a moment");
    }
    String where = data == null ? "" : " on " + data;
    String option = data == null ? "" : " --data " + data;
    throw new CommandException(
        "no stack is running"
            + where
            + ": start one with `./articles up"
            + option
            + "`, or give --config");
  }
}
