package org.articlepipeline.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartIT {
  @TempDir Path folder;

  @Test
  void aKilledStackGoesOnWithItsDataOnTheSamePorts() throws Exception {
    Path data = folder.resolve("stack");
    Path story =
        Files.writeString(folder.resolve("story.txt"), "Wombat found\n\nThe wombat is well.\n");
    StackProcess first = StackProcess.start(data, "up");
    StackFile before = StackFile.read(data).orElseThrow();
    Cli.on(data, "submit", "--wait", story).done();

    first.kill();
    assertThat(Cli.on(data, "search", "wombat").failed(1).err()).contains("no stack is running");
    StackProcess second = StackProcess.start(data, "up");

    StackFile after = StackFile.read(data).orElseThrow();
    assertThat(after.kafka()).isEqualTo(before.kafka());
    assertThat(after.registry()).isEqualTo(before.registry());
    assertThat(after.elasticsearch()).isEqualTo(before.elasticsearch());
    assertThat(after.services()).isEqualTo(before.services());
    assertThat(Cli.on(data, "submit", "--wait", story).done().out()).startsWith("DUPLICATE");
    await()
        .untilAsserted(
            () ->
                assertThat(
                        Cli.on(data, "search", "--json", "wombat")
                            .done()
                            .json()
                            .path("total")
                            .asInt())
                    .isOne());
    second.stop();
  }
}
