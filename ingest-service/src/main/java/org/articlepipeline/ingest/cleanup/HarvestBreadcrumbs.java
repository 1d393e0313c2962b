package org.articlepipeline.ingest.cleanup;

import java.util.List;
import org.articlepipeline.ingest.draft.Draft;
import org.articlepipeline.ingest.draft.PageMetadata;
import org.articlepipeline.schemas.Removal;

/** Takes sections from the path of links above a text, and the path out of it. */
final class HarvestBreadcrumbs implements CleanupRule {

  private static final int LINES_FROM_TOP = 6;

  @Override
  public String name() {
    return "breadcrumb";
  }

  @Override
  public Draft apply(Draft draft) {
    List<String> lines = draft.lines();
    int seen = 0;
    for (int i = 0; i < lines.size() && seen < LINES_FROM_TOP; i++) {
      String line = lines.get(i);
      if (line.isEmpty()) {
        continue;
      }
      seen++;
      if (Breadcrumb.matches(line)) {
        int at = i;
        var found = new PageMetadata(null, null, null, Breadcrumb.sections(line), List.of());
        return draft.harvested(found).without(n -> n == at ? new Removal(line, name(), 0.9) : null);
      }
    }
    return draft;
  }
}
