package org.articlepipeline.operations;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import org.articlepipeline.operations.cluster.CommandException;
import org.articlepipeline.operations.cluster.KafkaClients;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Changes the knowledge base, and waits for the articles that the change concerns. */
final class EntityChanges {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @Mixin CommandOptions options = new CommandOptions();
  @Mixin StackOptions stack = new StackOptions();

  @Option(names = "--no-wait", description = "Return when the entities are published.")
  boolean noWait;

  private long again;
  private boolean done;

  CommandOptions options() {
    return options;
  }

  /** How many articles were published anew while this waited. */
  long again() {
    return again;
  }

  /** Returns when all articles are done, or nothing has happened for too long. */
  void publish(Consumer<EntityImport> change) {
    var clients = new KafkaClients(stack.connect(options));
    var publisher = new EntityImport(clients);
    // The follower starts before the first entity is sent, so that it misses nothing.
    try (@Nullable KnowledgeFollower follower = noWait ? null : new KnowledgeFollower(clients)) {
      change.accept(publisher);
      done = follower == null || follower.await(publisher.offsets(), PATIENCE, options.output());
      again = follower == null ? 0 : follower.again();
    }
  }

  /** For people; those who read JSON have it there. */
  void noteArticles() {
    if (!noWait) {
      options.output().note(String.format(Locale.ROOT, "%,d articles published anew", again));
    }
  }

  /**
   * @param what was published, for the message
   * @throws CommandException when articles are left
   */
  void requireDone(String what) {
    if (!done) {
      throw new CommandException(
          what
              + ", but not all articles are enriched again yet:"
              + " enrich-service goes on when it runs, see `./articles topics lag`");
    }
  }
}
