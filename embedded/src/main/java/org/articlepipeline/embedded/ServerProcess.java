package org.articlepipeline.embedded;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One server's JVM, started again and again by the same command: same data, same ports. */
final class ServerProcess {
  private static final Duration START_TIMEOUT = Duration.ofSeconds(90);

  private final JavaCommand command;
  private final List<Integer> ports;
  private final Predicate<JavaProcess> ready;
  private @Nullable JavaProcess process;

  /**
   * @param ready whether the server takes requests; asked again until it says yes
   */
  ServerProcess(JavaCommand command, List<Integer> ports, Predicate<JavaProcess> ready) {
    this.command = command;
    this.ports = List.copyOf(ports);
    this.ready = ready;
  }

  /**
   * Starts the JVM and returns at once; {@link #awaitReady} is to follow. Does nothing when it
   * runs.
   */
  synchronized void launch() {
    if (process == null || !process.isAlive()) {
      ports.forEach(port -> Ports.requireFree(command.name(), port));
      process = JavaProcess.start(command);
    }
  }

  synchronized void awaitReady() {
    JavaProcess running = running();
    running.awaitReady(() -> ready.test(running), START_TIMEOUT);
  }

  synchronized void start() {
    launch();
    awaitReady();
  }

  synchronized void restart() {
    stop();
    start();
  }

  synchronized void kill() {
    if (process != null) {
      process.kill();
    }
  }

  synchronized void stop() {
    if (process != null) {
      process.terminate(JavaProcess.GRACE);
    }
  }

  synchronized boolean isAlive() {
    return process != null && process.isAlive();
  }

  synchronized long pid() {
    return running().pid();
  }

  private JavaProcess running() {
    if (process == null) {
      throw new IllegalStateException(command.name() + " was not started");
    }
    return process;
  }
}
