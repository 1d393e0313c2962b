package org.articlepipeline.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rules and queries as Prometheus itself reads them, where its {@code promtool} is installed. */
@EnabledIf("isInstalled")
class PromtoolTest {
  private static final Logger LOG = LoggerFactory.getLogger(PromtoolTest.class);

  @TempDir Path folder;

  static boolean isInstalled() throws InterruptedException {
    try {
      return new ProcessBuilder("promtool", "--version")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      LOG.warn(
          "SKIPPED: alert rules and queries are not run, for there is no promtool; on Debian: apt-get install prometheus");
      return false;
    }
  }

  @Test
  void rulesAndConfigurationAreValid() throws Exception {
    promtool("check", "rules", MonitoringFiles.RULES.toString());
    promtool("check", "config", MonitoringFiles.PROMETHEUS.resolve("prometheus.yml").toString());
  }

  @Test
  void alertsAreQuietAndFireAsTheirTestsSay() throws Exception {
    promtool("test", "rules", MonitoringFiles.ALERT_TESTS.toString());
  }

  @Test
  void theQueryOfEachPanelIsOne() throws Exception {
    var rules = new StringBuilder("groups:\n- name: panels\n  rules:\n");
    int number = 0;
    for (PromQuery query : MonitoringFiles.panels()) {
      rules
          .append("  - record: panel")
          .append(number++)
          .append("\n    expr: ")
          .append(Output.JSON.writeValueAsString(query.sent()))
          .append('\n');
    }

    promtool("check", "rules", Files.writeString(folder.resolve("p.yml"), rules).toString());
  }

  private static void promtool(String... arguments) throws Exception {
    var command = new ArrayList<>(List.of("promtool"));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
  }
}
