package org.articlepipeline.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaProcessIT {
  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final int SIGTERM_EXIT = 143;
  private static final int SIGKILL_EXIT = 137;

  @TempDir Path folder;

  @Test
  void endsInGoodOrderWhenItIsClosed() throws Exception {
    JavaProcess process = startReady(ChildPrograms.Waits.class);
    process.close();
    assertThat(process.isAlive()).isFalse();
    assertThat(process.awaitExit(TIMEOUT)).isEqualTo(SIGTERM_EXIT);
    assertThat(Files.readString(process.log())).contains("in good order");
  }

  @Test
  void doesNothingMoreWhenItIsKilled() throws Exception {
    JavaProcess process = startReady(ChildPrograms.Waits.class);
    process.kill();
    assertThat(process.awaitExit(TIMEOUT)).isEqualTo(SIGKILL_EXIT);
    assertThat(Files.readString(process.log())).doesNotContain("in good order");
  }

  @Test
  void isKilledWhenItDoesNotStopInTime() {
    JavaProcess process = startReady(ChildPrograms.NeverEnds.class);
    assertThat(process.terminate(Duration.ofMillis(200))).isEqualTo(SIGKILL_EXIT);
  }

  @Test
  void outlivesTheSignalsOfATerminal() throws Exception {
    try (JavaProcess process = startReady(ChildPrograms.Waits.class)) {
      signal(process, "INT");
      signal(process, "HUP");
      assertThatThrownBy(() -> process.awaitExit(Duration.ofSeconds(1)))
          .isInstanceOf(ServerException.class)
          .hasMessageContaining("still runs after 1 s");
    }
  }

  @Test
  void tellsWhyItEndedBeforeItWasReady() {
    JavaProcess process = start(ChildPrograms.Fails.class, "colour");
    assertThatThrownBy(() -> process.awaitReady(() -> false, TIMEOUT))
        .isInstanceOf(ServerException.class)
        .hasMessageStartingWith("child ended with exit code 1 before it was ready. Last lines of ")
        .hasMessageContaining(process.log().toString())
        .hasMessageContaining("no such setting: colour");
  }

  @Test
  void isKilledWhenItIsNotReadyInTime() {
    JavaProcess process = startReady(ChildPrograms.Waits.class);
    assertThatThrownBy(() -> process.awaitReady(() -> false, Duration.ofSeconds(1)))
        .isInstanceOf(ServerException.class)
        .hasMessageStartingWith("child was not ready within 1 s and was killed.");
    assertThat(process.isAlive()).isFalse();
  }

  @Test
  void takesItsEnvironmentAndFlags() throws Exception {
    var command =
        command(ChildPrograms.Fails.class, "x")
            .withFlags("-XshowSettings:properties", "-Dcolour=blue")
            .withEnvironment(Map.of("JDK_JAVA_OPTIONS", "-Dshape=round"));
    JavaProcess process = JavaProcess.start(command);
    process.awaitExit(TIMEOUT);
    assertThat(Files.readString(process.log())).contains("colour = blue", "shape = round");
  }

  private JavaProcess startReady(Class<?> program) {
    JavaProcess process = start(program);
    process.awaitReady(() -> process.hasLogged(ChildPrograms.READY), TIMEOUT);
    return process;
  }

  private JavaProcess start(Class<?> program, String... args) {
    return JavaProcess.start(command(program, args));
  }

  private JavaCommand command(Class<?> program, String... args) {
    return JavaCommand.of("child", program, folder.resolve("child.log")).withArgs(args);
  }

  private static void signal(JavaProcess process, String name) throws Exception {
    var kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
    assertThat(kill.waitFor(5, TimeUnit.SECONDS)).isTrue();
    assertThat(kill.exitValue()).isZero();
  }
}
