package org.articlepipeline.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running child JVM. It ends when this JVM ends, however this JVM ends. Every wait is bounded.
 */
public final class JavaProcess implements AutoCloseable {
  /** Long enough for a server to flush, short enough for a person at Ctrl-C. */
  static final Duration GRACE = Duration.ofSeconds(10);

  private static final Logger LOG = LoggerFactory.getLogger(JavaProcess.class);
  private static final Duration KILL_TIMEOUT = Duration.ofSeconds(10);
  private static final long POLL_MILLIS = 50;

  private final String name;
  private final Process process;
  private final ProcessLog log;

  private JavaProcess(String name, Process process, ProcessLog log) {
    this.name = name;
    this.process = process;
    this.log = log;
  }

  /**
   * Starts the JVM and returns at once.
   *
   * @throws ServerException when the log cannot be written or the JVM cannot be started
   */
  public static JavaProcess start(JavaCommand command) {
    var builder = new ProcessBuilder(command.line(ServerFiles.childJar()));
    builder.environment().putAll(command.environment());
    try {
      Files.createDirectories(command.log().toAbsolutePath().getParent());
      var log = ProcessLog.after(command.log());
      builder.redirectErrorStream(true);
      builder.redirectOutput(ProcessBuilder.Redirect.appendTo(command.log().toFile()));
      Process process = builder.start();
      process.getOutputStream().close();
      LOG.atDebug()
          .addKeyValue("process", command.name())
          .addKeyValue("pid", process.pid())
          .addKeyValue("log", command.log())
          .log("child JVM started");
      return new JavaProcess(command.name(), process, log);
    } catch (IOException e) {
      throw new ServerException(command.name() + " could not be started: " + e.getMessage(), e);
    }
  }

  /** The process id. */
  public long pid() {
    return process.pid();
  }

  /** Where the standard output and error go. */
  public Path log() {
    return log.file();
  }

  /** Whether it runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Whether this run (not an earlier one in the same file) has logged the text. */
  public boolean hasLogged(String text) {
    return log.contains(text);
  }

  /**
   * Waits until the probe says yes. A process that is not ready in time is killed.
   *
   * @throws ServerException when the process ends first or the time is over, with the last lines of
   *     its log
   */
  public void awaitReady(BooleanSupplier probe, Duration timeout) {
    long deadline = System.nanoTime() + timeout.toNanos();
    while (!probe.getAsBoolean()) {
      if (waitFor(Duration.ofMillis(POLL_MILLIS))) {
        throw new ServerException(
            "%s ended with exit code %d before it was ready. %s"
                .formatted(name, process.exitValue(), log.describeTail()));
      }
      if (System.nanoTime() > deadline) {
        kill();
        throw new ServerException(
            "%s was not ready within %d s and was killed. %s"
                .formatted(name, timeout.toSeconds(), log.describeTail()));
      }
    }
  }

  /**
   * Waits for its end.
   *
   * @return the exit code
   * @throws ServerException when it still runs after the timeout
   */
  public int awaitExit(Duration timeout) {
    if (!waitFor(timeout)) {
      throw new ServerException(
          "%s (pid %d) still runs after %d s. %s"
              .formatted(name, pid(), timeout.toSeconds(), log.describeTail()));
    }
    return process.exitValue();
  }

  /** SIGKILL: nothing of its own runs any more. Returns when it is gone. */
  public void kill() {
    process.destroyForcibly();
    awaitExit(KILL_TIMEOUT);
  }

  /**
   * SIGTERM, and SIGKILL when the grace is over.
   *
   * @return the exit code
   */
  public int terminate(Duration grace) {
    process.destroy();
    if (!waitFor(grace)) {
      LOG.atWarn()
          .addKeyValue("process", name)
          .addKeyValue("graceSeconds", grace.toSeconds())
          .log("child JVM did not stop in time and is killed");
      kill();
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    terminate(GRACE);
  }

  private boolean waitFor(Duration timeout) {
    try {
      return process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
      throw new ServerException(name + " was killed: the thread that waited was interrupted", e);
    }
  }
}
