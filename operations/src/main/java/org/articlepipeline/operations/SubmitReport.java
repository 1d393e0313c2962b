package org.articlepipeline.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Prints what became of each file as it is known, then counts. */
final class SubmitReport {
  private final Output output;
  private final List<SubmitResult> results = new ArrayList<>();
  private boolean wrongUsage;

  SubmitReport(Output output) {
    this.output = output;
  }

  void add(SubmitResult result) {
    results.add(result);
    if (output.json()) {
      return;
    }
    if (result.outcome().equals(SubmitResult.NOT_SENT)) {
      output.error(result.file() + ": not sent: " + result.message());
    } else {
      output.line(result.line());
    }
  }

  void add(BadFileException e, String file) {
    wrongUsage |= e.wrongUsage();
    results.add(
        new SubmitResult(file, null, null, SubmitResult.NOT_SENT, null, e.getMessage(), null));
    output.error(String.valueOf(e.getMessage()));
  }

  /**
   * Returns the exit code: what a stage or the content is to blame for comes before wrong usage.
   */
  int finish() {
    if (output.json()) {
      output.value(Map.of("articles", results, "counts", counts()));
    } else if (results.size() > 1) {
      output.line(
          counts().entrySet().stream()
              .map(e -> String.format(Locale.ROOT, "%,d %s", e.getValue(), e.getKey()))
              .collect(Collectors.joining(", ")));
    }
    boolean failed = results.stream().anyMatch(r -> r.failed() && r.uri() != null);
    if (failed) {
      return Errors.FAILED;
    }
    boolean notSent = results.stream().anyMatch(SubmitResult::failed);
    return wrongUsage ? Errors.WRONG_USAGE : notSent ? Errors.FAILED : 0;
  }

  private Map<String, Long> counts() {
    return results.stream()
        .collect(Collectors.groupingBy(SubmitResult::outcome, TreeMap::new, Collectors.counting()));
  }
}
