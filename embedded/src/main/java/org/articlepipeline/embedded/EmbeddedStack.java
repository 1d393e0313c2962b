package org.articlepipeline.embedded;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Kafka, registry and Elasticsearch, each started when it is first asked for, or all at once. */
public final class EmbeddedStack implements AutoCloseable {
  private final Lazy<EmbeddedKafka> kafka;
  private final Lazy<EmbeddedRegistry> registry;
  private final Lazy<EmbeddedElasticsearch> elasticsearch;

  /**
   * Starts nothing yet.
   *
   * @param folder data and logs of all three; a later stack here continues with the data
   */
  public EmbeddedStack(
      Path folder,
      EmbeddedKafka.Options kafka,
      EmbeddedRegistry.Options registry,
      EmbeddedElasticsearch.Options elasticsearch) {
    this.kafka = new Lazy<>(() -> EmbeddedKafka.start(folder.resolve("kafka"), kafka));
    this.registry = new Lazy<>(() -> EmbeddedRegistry.start(folder.resolve("registry"), registry));
    this.elasticsearch =
        new Lazy<>(
            () -> EmbeddedElasticsearch.start(folder.resolve("elasticsearch"), elasticsearch));
  }

  private EmbeddedStack(
      Lazy<EmbeddedKafka> kafka,
      Lazy<EmbeddedRegistry> registry,
      Lazy<EmbeddedElasticsearch> elasticsearch) {
    this.kafka = kafka;
    this.registry = registry;
    this.elasticsearch = elasticsearch;
  }

  /**
   * The stack of a test run, one of many: the first of them takes longer, so that all that follow
   * on this machine take less.
   */
  static EmbeddedStack forTests(Path folder) {
    return new EmbeddedStack(
        new Lazy<>(() -> EmbeddedKafka.startRecorded(folder.resolve("kafka"))),
        new Lazy<>(() -> EmbeddedRegistry.startRecorded(folder.resolve("registry"))),
        new Lazy<>(() -> EmbeddedElasticsearch.startRecorded(folder.resolve("elasticsearch"))));
  }

  /** A stack of one node each on free ports, not started yet. */
  public static EmbeddedStack in(Path folder) {
    return new EmbeddedStack(
        folder,
        EmbeddedKafka.Options.single(),
        EmbeddedRegistry.Options.standard(),
        EmbeddedElasticsearch.Options.standard());
  }

  /** The cluster, started now when it was not yet. */
  public EmbeddedKafka kafka() {
    return kafka.get();
  }

  /** The registry, started now when it was not yet. */
  public EmbeddedRegistry registry() {
    return registry.get();
  }

  /** The node, started now when it was not yet. */
  public EmbeddedElasticsearch elasticsearch() {
    return elasticsearch.get();
  }

  /**
   * Starts side by side what was not started yet.
   *
   * @return this
   * @throws ServerException the first failure; then all three are stopped
   */
  public EmbeddedStack startAll() {
    try {
      inParallel(this::kafka, this::registry, this::elasticsearch);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
    return this;
  }

  /** Stops side by side what was started. */
  @Override
  public void close() {
    inParallel(kafka::close, registry::close, elasticsearch::close);
  }

  private static void inParallel(Runnable... tasks) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running =
          List.of(tasks).stream()
              .map(task -> CompletableFuture.runAsync(task, threads))
              .toArray(CompletableFuture[]::new);
      CompletableFuture.allOf(running).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
