package org.articlepipeline.index.relevance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.articlepipeline.index.search.JudgedQuery;

/** How good each query's first page is, worst first. */
record RelevanceReport(List<Line> lines) {
  record Line(JudgedQuery query, double ndcg, List<String> hits) {}

  double mean(boolean heldOut) {
    return part(heldOut).stream().mapToDouble(Line::ndcg).average().orElseThrow();
  }

  private List<Line> part(boolean heldOut) {
    return lines.stream()
        .filter(line -> line.query().heldOut() == heldOut)
        .sorted(Comparator.comparingDouble(Line::ndcg))
        .toList();
  }

  void write(Path file) {
    StringBuilder text = new StringBuilder();
    for (boolean heldOut : new boolean[] {false, true}) {
      text.append(
          String.format(
              Locale.ROOT,
              "%s: NDCG@10 %.3f of %d queries%n",
              heldOut ? "held out" : "for tuning",
              mean(heldOut),
              part(heldOut).size()));
      for (Line line : part(heldOut)) {
        text.append(
            String.format(
                Locale.ROOT,
                "%.3f  %s | %s%n",
                line.ndcg(),
                line.query().kind(),
                line.query().words()));
        // Who tunes must not see what the held-out ones find.
        if (!heldOut) {
          line.hits()
              .forEach(
                  uri ->
                      text.append("         ")
                          .append(line.query().grades().getOrDefault(uri, 0))
                          .append("  ")
                          .append(uri)
                          .append('\n'));
        }
      }
      text.append('\n');
    }
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
