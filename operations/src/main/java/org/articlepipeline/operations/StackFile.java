package org.articlepipeline.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.articlepipeline.operations.cluster.CommandException;
import org.articlepipeline.operations.cluster.OperationsConfig;

/**
 * Where a running stack's servers are: {@code DIR/stack.json}, there from the moment that
 * everything is ready until it stops.
 *
 * @param pid of the process that runs the services
 * @param started ISO 8601
 * @param kafka bootstrap servers
 * @param registry base URL of the Confluent API
 * @param services base URL of each service, by name
 * @param gateway base URL of the HTTP gateway
 * @param gatewayKey file that holds an API key for it
 * @param console base URL of the console, where journeys are
 */
record StackFile(
    long pid,
    String started,
    String kafka,
    String registry,
    String elasticsearch,
    Map<String, String> services,
    String gateway,
    String gatewayKey,
    String console) {
  private static final String NAME = "stack.json";

  /** Of a stack without gateway and console. */
  StackFile(
      long pid,
      String started,
      String kafka,
      String registry,
      String elasticsearch,
      Map<String, String> services) {
    this(pid, started, kafka, registry, elasticsearch, services, "", "", "");
  }

  /** Clocks of the process table have this grain. */
  private static final int SLACK_SECONDS = 2;

  static Optional<StackFile> read(Path data) {
    Path file = data.resolve(NAME);
    try {
      return Optional.of(Output.JSON.readValue(Files.readString(file), StackFile.class));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new CommandException(
          file + " is not readable (" + e.getMessage() + "); delete it if no stack runs there", e);
    }
  }

  /** The same as keys of {@link OperationsConfig}. */
  Map<String, String> settings() {
    var settings = new HashMap<>(settings(kafka, registry));
    settings.put("articles.elasticsearch.url", elasticsearch);
    return settings;
  }

  /** Those of Kafka and the registry only. */
  static Map<String, String> settings(String kafka, String registry) {
    return Map.of("articles.kafka.bootstrap-servers", kafka, "articles.registry.url", registry);
  }

  /** Readers see the whole file or none. */
  void write(Path data) {
    Path unfinished = data.resolve(NAME + ".tmp");
    try {
      Files.writeString(
          unfinished, Output.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n");
      Files.move(
          unfinished,
          data.resolve(NAME),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void delete(Path data) {
    try {
      Files.deleteIfExists(data.resolve(NAME));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** False when that process is gone, also when another one has its number now. */
  boolean running() {
    Instant written = Instant.parse(started).plusSeconds(SLACK_SECONDS);
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .flatMap(process -> process.info().startInstant())
        .map(start -> !start.isAfter(written))
        .orElse(false);
  }
}
