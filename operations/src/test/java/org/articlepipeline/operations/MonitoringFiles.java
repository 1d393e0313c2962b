package org.articlepipeline.operations;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is in deploy/ for Prometheus and Grafana. */
final class MonitoringFiles {
  static final Path ROOT = Path.of(System.getProperty("articles.home", ".."));
  static final Path PROMETHEUS = ROOT.resolve("deploy/prometheus");
  static final Path RULES = PROMETHEUS.resolve("articles-rules.yml");
  static final Path ALERT_TESTS = PROMETHEUS.resolve("tests/alerts.yml");
  private static final Path DASHBOARDS = ROOT.resolve("deploy/grafana/dashboards");

  private static final Pattern ALERT = Pattern.compile("- alert: (\\w+)");
  private static final Pattern RECORD = Pattern.compile("- record: (\\S+)");
  private static final Pattern EXPRESSION =
      Pattern.compile("^( *)expr: (?:>-\\n((?:\\1  .*\\n)+)|(.*)\\n)", Pattern.MULTILINE);

  private MonitoringFiles() {}

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> alerts() {
    return ALERT.matcher(text(RULES)).results().map(found -> found.group(1)).toList();
  }

  static List<String> recorded() {
    return RECORD.matcher(text(RULES)).results().map(found -> found.group(1)).toList();
  }

  static List<PromQuery> rules() {
    return EXPRESSION
        .matcher(text(RULES))
        .results()
        .map(found -> found.group(2) == null ? found.group(3) : found.group(2))
        .map(text -> new PromQuery("rules", text))
        .toList();
  }

  static List<PromQuery> panels() {
    var queries = new ArrayList<PromQuery>();
    for (Path file : dashboards()) {
      for (JsonNode panel : json(file).path("panels")) {
        for (JsonNode target : panel.path("targets")) {
          queries.add(
              new PromQuery(
                  file.getFileName() + ": " + panel.path("title").asText(),
                  target.path("expr").asText()));
        }
      }
    }
    return queries;
  }

  static List<Path> dashboards() {
    try (Stream<Path> files = Files.list(DASHBOARDS)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode json(Path file) {
    try {
      return Output.JSON.readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
