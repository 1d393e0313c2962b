package org.articlepipeline.operations;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.articlepipeline.operations.cluster.CommandException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A local stack that belongs to this process: locked, logged, announced in stack.json, stopped by
 * Ctrl-C.
 */
final class StackRun implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StackRun.class);

  private final Path data;
  private final boolean temporary;
  private final Output output;
  private final StopSignal signal;
  private final StackLock lock;
  private final LocalStack stack;

  private StackRun(
      Path data,
      boolean temporary,
      Output output,
      StopSignal signal,
      StackLock lock,
      LocalStack stack) {
    this.data = data;
    this.temporary = temporary;
    this.output = output;
    this.signal = signal;
    this.lock = lock;
    this.stack = stack;
  }

  /**
   * Returns when everything is ready.
   *
   * @param temporary whether the data folder is deleted at the end
   */
  static StackRun start(Path data, boolean temporary, Knowledge knowledge, Output output) {
    StackLock lock = StackLock.take(data);
    StopSignal signal = StopSignal.install();
    try {
      StackFile.delete(data);
      Path logs = Files.createDirectories(data.resolve("logs"));
      Logs.toFile(logs.resolve("services.log"));
      output.note("starting Kafka, registry, Elasticsearch and the services on " + data + " …");
      Instant begin = Instant.now();
      LocalStack stack = LocalStack.start(data, knowledge);
      signal.armed();
      stack.file().write(data);
      output.note(String.format(Locale.ROOT, "ready in %.1f s", seconds(begin)));
      return new StackRun(data, temporary, output, signal, lock, stack);
    } catch (IOException e) {
      throw failed(
          new CommandException(data + " can't be written to: " + e.getMessage(), e), signal, lock);
    } catch (RuntimeException e) {
      throw failed(e, signal, lock);
    }
  }

  private static RuntimeException failed(RuntimeException e, StopSignal signal, StackLock lock) {
    lock.close();
    signal.close();
    return e;
  }

  private static double seconds(Instant since) {
    return Duration.between(since, Instant.now()).toMillis() / 1000.0;
  }

  StackFile file() {
    return stack.file();
  }

  /** Prints where everything is. */
  void announce() {
    StackFile file = stack.file();
    if (output.json()) {
      output.value(file);
      return;
    }
    output.line("");
    output.line("Kafka          " + file.kafka());
    output.line("registry       " + file.registry());
    output.line("Elasticsearch  " + file.elasticsearch());
    new TreeMap<>(file.services())
        .forEach(
            (name, url) ->
                output.line(String.format(Locale.ROOT, "%-14s %s/health/ready", name, url)));
    output.line("gateway        " + file.gateway() + "/articles, key in " + file.gatewayKey());
    output.line("console        " + stack.consoleSignIn() + " (signs in)");
    output.line("logs           " + data.resolve("logs") + ", and beside each server's data");
  }

  void awaitStop() throws InterruptedException {
    output.note("Ctrl-C stops it");
    signal.await();
  }

  /** In good order: nobody is sent here any more, then services, then servers. */
  @Override
  public void close() {
    output.note("stopping …");
    try {
      StackFile.delete(data);
      stack.close();
      output.note("stopped");
    } finally {
      lock.close();
      if (temporary) {
        delete(data);
      }
      signal.close();
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException e) {
      LOG.atWarn().addKeyValue("folder", folder).setCause(e).log("temporary folder not deleted");
    }
  }
}
