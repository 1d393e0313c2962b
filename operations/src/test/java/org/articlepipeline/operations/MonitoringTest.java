package org.articlepipeline.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.articlepipeline.platform.Metric;
import org.junit.jupiter.api.Test;

/** Alerts, dashboards, their documentation and what is measured fit together. */
class MonitoringTest {
  /** What Micrometer's binders and Prometheus itself bring; a live scrape is asked, too. */
  private static final Set<String> OTHERS = Set.of("up");

  private static final List<String> BINDERS = List.of("jvm_", "process_", "system_", "kafka_");

  private final String page =
      MonitoringFiles.text(MonitoringFiles.ROOT.resolve("docs/operations.md"));

  @Test
  void everyAlertHasItsSectionItsRowAndItsTest() {
    String tests = MonitoringFiles.text(MonitoringFiles.ALERT_TESTS);
    String rules = MonitoringFiles.text(MonitoringFiles.RULES);

    assertThat(MonitoringFiles.alerts())
        .hasSizeGreaterThan(15)
        .doesNotHaveDuplicates()
        .allSatisfy(
            alert -> {
              String anchor = "#" + alert.toLowerCase(Locale.ROOT);
              assertThat(rules).contains("runbook: docs/operations.md" + anchor + "\n");
              assertThat(page).contains("| [" + alert + "](" + anchor + ") |");
              assertThat(section(alert)).contains("**Means**", "**See**", "**Mend**");
              assertThat(tests)
                  .as("a time when it is quiet, and one when it fires")
                  .containsSubsequence("- alertname: " + alert + "\n", "exp_alerts: []")
                  .containsSubsequence("- alertname: " + alert + "\n", "exp_annotations:");
            });
  }

  @Test
  void theRunbookHasNoSectionForWhatIsNoAlert() {
    assertThat(page.lines().filter(line -> line.startsWith("### Articles")))
        .containsExactlyElementsOf(
            MonitoringFiles.alerts().stream().map(alert -> "### " + alert).toList());
  }

  @Test
  void everyMetricIsDocumented() {
    assertThat(MetricCatalogue.all())
        .allSatisfy(metric -> assertThat(page).contains("`" + metric.definition().exposedName()));
  }

  @Test
  void metricsSayWhatTheyAreAndNoTwoHaveOneName() {
    assertThat(MetricCatalogue.all())
        .extracting(Metric::definition)
        .allSatisfy(
            metric -> {
              assertThat(metric.name()).matches("articles(\\.[a-z]+)+");
              assertThat(metric.unit()).isNotBlank();
              assertThat(metric.description()).hasSizeGreaterThan(10);
            });
    assertThat(MetricCatalogue.all())
        .extracting(metric -> metric.definition().exposedName())
        .doesNotHaveDuplicates();
  }

  @Test
  void rulesAndPanelsAskForWhatIsMeasured() {
    Set<String> known = new HashSet<>(MetricCatalogue.samples());
    known.addAll(MonitoringFiles.recorded());
    known.addAll(OTHERS);

    assertThat(Stream.concat(MonitoringFiles.rules().stream(), MonitoringFiles.panels().stream()))
        .hasSizeGreaterThan(60)
        .allSatisfy(
            query ->
                assertThat(query.metrics())
                    .as(query.toString())
                    .isNotEmpty()
                    .allMatch(
                        name ->
                            known.contains(name) || BINDERS.stream().anyMatch(name::startsWith)));
  }

  @Test
  void eachDashboardHasAnIdOfItsOwnAndTheProvisionedSource() {
    String source =
        MonitoringFiles.text(
            MonitoringFiles.ROOT.resolve("deploy/grafana/provisioning/datasources/prometheus.yml"));

    assertThat(MonitoringFiles.dashboards())
        .hasSize(3)
        .extracting(file -> MonitoringFiles.json(file).path("uid").asText())
        .doesNotHaveDuplicates();
    assertThat(MonitoringFiles.dashboards())
        .flatExtracting(file -> MonitoringFiles.json(file).findValues("datasource"))
        .allSatisfy(
            used -> assertThat(source).contains("uid: " + used.path("uid").asText() + "\n"));
  }

  private String section(String alert) {
    String heading = "\n### " + alert + "\n";
    assertThat(page).contains(heading);
    String rest = page.substring(page.indexOf(heading) + heading.length());
    int end = rest.indexOf("\n##");
    return end < 0 ? rest : rest.substring(0, end);
  }
}
