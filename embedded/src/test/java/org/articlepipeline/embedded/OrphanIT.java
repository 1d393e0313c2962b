package org.articlepipeline.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphanIT {
  private static final Pattern PIDS = Pattern.compile("pids (\\d+) (\\d+) (\\d+)\\.");

  @TempDir Path folder;

  @Test
  void noServerOutlivesTheKillOfItsParentAndTheDataCanBeUsedAtOnce() throws Exception {
    Path stackFolder = folder.resolve("stack");
    var command =
        JavaCommand.of("parent", ChildPrograms.HasStack.class, folder.resolve("parent.log"))
            .withFlags("-Darticles.home=" + System.getProperty(ServerFiles.HOME_PROPERTY))
            .withArgs(stackFolder.toString());
    JavaProcess parent = JavaProcess.start(command);
    parent.awaitReady(() -> parent.hasLogged("pids "), Duration.ofMinutes(3));
    List<ProcessHandle> servers = servers(parent.log());
    assertThat(servers).hasSize(3).allMatch(ProcessHandle::isAlive);

    parent.kill();

    try {
      await().atMost(Duration.ofSeconds(5)).until(() -> servers.stream().noneMatch(this::runs));
    } finally {
      servers.forEach(ProcessHandle::destroyForcibly);
    }
    try (var stack = EmbeddedStack.in(stackFolder).startAll()) {
      assertThat(Http.get(stack.elasticsearch().url())).contains("cluster_name");
    }
  }

  /**
   * The dead that nobody has asked after, as in a container without an init process, still have a
   * process id.
   */
  private boolean runs(ProcessHandle process) {
    return process.isAlive() && process.info().command().isPresent();
  }

  private static List<ProcessHandle> servers(Path log) throws Exception {
    var pids = PIDS.matcher(Files.readString(log));
    assertThat(pids.find()).isTrue();
    return List.of(pids.group(1), pids.group(2), pids.group(3)).stream()
        .map(pid -> ProcessHandle.of(Long.parseLong(pid)).orElseThrow())
        .toList();
  }
}
