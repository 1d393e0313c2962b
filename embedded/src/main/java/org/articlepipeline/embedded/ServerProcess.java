package org.articlepipeline.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One server's JVM, started again and again by the same command: same data, same ports. */
final class ServerProcess {
  /** For a machine with ten times the work it can do; a server that dies is noticed at once. */
  private static final Duration START_TIMEOUT = Duration.ofMinutes(3);

  /** Writing the archive of its classes takes a server longer than all else it does at its end. */
  private static final Duration RECORDING_GRACE = Duration.ofMinutes(2);

  private final JavaCommand command;
  private final List<Integer> ports;
  private final Predicate<JavaProcess> ready;
  private @Nullable JavaProcess process;

  /**
   * @param ready whether the server takes requests; asked again until it says yes
   */
  ServerProcess(JavaCommand command, List<Integer> ports, Predicate<JavaProcess> ready) {
    Path lock = command.log().resolveSibling(command.name() + ".lock");
    this.command = command.withMoreFlags("-Darticles.lock=" + lock);
    this.ports = List.copyOf(ports);
    this.ready = ready;
  }

  /**
   * Makes all later starts faster, by one more that is slower; does nothing when that was done
   * before. To be called before the first start.
   */
  synchronized void recordClasses() {
    ClassArchive.of(command)
        .record(
            command,
            recording -> {
              launch(recording);
              awaitReady();
              running().terminate(RECORDING_GRACE);
            });
  }

  /** Starts the JVM and returns at once; {@link #awaitReady} is to follow. */
  synchronized void launch() {
    launch(ClassArchive.of(command).use(command));
  }

  private void launch(JavaCommand exact) {
    ports.forEach(port -> Ports.requireFree(command.name(), port));
    process = JavaProcess.start(exact);
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
    stop(JavaProcess.GRACE);
    start();
  }

  synchronized void kill() {
    if (process != null) {
      process.kill();
    }
  }

  synchronized void stop(Duration grace) {
    if (process != null) {
      process.terminate(grace);
    }
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
