package org.articlepipeline.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.articlepipeline.embedded.JavaCommand;
import org.articlepipeline.embedded.JavaProcess;

/** {@code articles demo} or {@code up} as a process. */
final class StackProcess {
  private static final Duration START = Duration.ofMinutes(3);

  private final Path data;
  private final JavaProcess process;

  private StackProcess(Path data, JavaProcess process) {
    this.data = data;
    this.process = process;
  }

  /** Returns when all is ready, and every sample found. */
  static StackProcess start(Path data, String command) {
    Path log = data.resolveSibling(command + ".log");
    var java =
        JavaCommand.of(command, Articles.class, log)
            .withFlags(
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Darticles.home=" + System.getProperty("articles.home"))
            .withArgs(command, "--data", data.toString());
    var stack = new StackProcess(data, JavaProcess.start(java));
    stack.process.awaitReady(() -> stack.process.hasLogged("Ctrl-C stops it"), START);
    return stack;
  }

  long pid() {
    return process.pid();
  }

  String output() {
    try {
      return Files.readString(process.log());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** SIGTERM: ends in time, with exit code 0, and leaves neither process nor stack file behind. */
  void stop() {
    List<ProcessHandle> servers = servers();

    assertThat(process.terminate(Duration.ofSeconds(30))).isZero();

    await().untilAsserted(() -> assertThat(servers).noneMatch(ProcessHandle::isAlive));
    assertThat(data.resolve("stack.json")).doesNotExist();
    assertThat(Cli.on(data, "search", "x").failed(1).err()).contains("no stack is running");
  }

  /** SIGKILL: its servers end with it. */
  void kill() {
    List<ProcessHandle> servers = servers();

    process.kill();

    await().untilAsserted(() -> assertThat(servers).noneMatch(ProcessHandle::isAlive));
  }

  private List<ProcessHandle> servers() {
    List<ProcessHandle> servers = ProcessHandle.of(pid()).orElseThrow().descendants().toList();
    assertThat(servers).hasSizeGreaterThanOrEqualTo(3);
    return servers;
  }
}
