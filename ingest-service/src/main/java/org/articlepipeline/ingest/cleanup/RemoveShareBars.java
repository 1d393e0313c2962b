package org.articlepipeline.ingest.cleanup;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.articlepipeline.ingest.draft.Draft;
import org.articlepipeline.ingest.text.Lines;
import org.articlepipeline.schemas.Removal;

/** Takes out lines of share buttons, and runs of lines with one button each. */
final class RemoveShareBars implements CleanupRule {

  @Override
  public String name() {
    return "share-bar";
  }

  @Override
  public Draft apply(Draft draft) {
    List<String> lines = draft.lines();
    Set<Integer> bars = new HashSet<>();
    int runStart = 0;
    int buttons = 0;
    for (int i = 0; i <= lines.size(); i++) {
      String line = i < lines.size() ? lines.get(i) : "-";
      boolean bar =
          !line.isEmpty()
              && ShareBar.matches(line)
              && !(i < lines.size() && Lines.isWithinSentence(lines, i));
      boolean button = bar || (!line.isEmpty() && ShareBar.isButton(line));
      if (bar) {
        bars.add(i);
      }
      if (button) {
        buttons++;
      } else if (!line.isEmpty()) {
        addRun(bars, lines, runStart, i, buttons);
        runStart = i + 1;
        buttons = 0;
      }
    }
    return draft.without(i -> bars.contains(i) ? new Removal(lines.get(i), name(), 0.98) : null);
  }

  private static void addRun(Set<Integer> bars, List<String> lines, int from, int to, int buttons) {
    for (int i = from; buttons > 1 && i < to; i++) {
      if (!lines.get(i).isEmpty()) {
        bars.add(i);
      }
    }
  }
}
