package org.articlepipeline.ingest;

import java.util.List;
import org.articlepipeline.schemas.Removal;

/** A line "By Jane Doe" just under the headline. */
final class HarvestByline implements CleanupStep {

  private static final int LINES_FROM_TOP = 3;

  @Override
  public String name() {
    return "byline";
  }

  @Override
  public Draft apply(Draft draft) {
    int seen = 0;
    for (int i = 0; i < draft.lines().size() && seen < LINES_FROM_TOP; i++) {
      String line = draft.lines().get(i);
      if (line.isBlank()) {
        continue;
      }
      seen++;
      if (Byline.startsWithBy(line) && Byline.isByline(Byline.withoutBy(line))) {
        int at = i;
        var found = new PageMetadata(null, null, Byline.withoutBy(line), List.of(), List.of());
        return draft
            .harvested(found)
            .without(n -> n == at ? new Removal(line, name(), 0.95) : null);
      }
    }
    return draft;
  }
}
