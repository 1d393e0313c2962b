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

/** {@code articles demo} as a process. */
final class DemoProcess {
  private static final Duration START = Duration.ofMinutes(3);

  private final Path data;
  private final JavaProcess process;

  private DemoProcess(Path data, JavaProcess process) {
    this.data = data;
    this.process = process;
  }

  /** Returns when every sample was found. */
  static DemoProcess start(Path data) {
    Path log = data.resolveSibling("demo.log");
    var command =
        JavaCommand.of("demo", Articles.class, log)
            .withFlags(
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Darticles.home=" + System.getProperty("articles.home"))
            .withArgs("demo", "--data", data.toString());
    var demo = new DemoProcess(data, JavaProcess.start(command));
    demo.process.awaitReady(() -> demo.process.hasLogged("Ctrl-C stops it"), START);
    return demo;
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
    List<ProcessHandle> servers =
        ProcessHandle.of(process.pid()).orElseThrow().descendants().toList();
    assertThat(servers).hasSizeGreaterThanOrEqualTo(3);

    assertThat(process.terminate(Duration.ofSeconds(30))).isZero();

    await().untilAsserted(() -> assertThat(servers).noneMatch(ProcessHandle::isAlive));
    assertThat(data.resolve("stack.json")).doesNotExist();
    assertThat(Cli.on(data, "search", "x").failed(1).err()).contains("no stack is running");
  }
}
