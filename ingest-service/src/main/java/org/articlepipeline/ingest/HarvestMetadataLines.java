package org.articlepipeline.ingest;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.articlepipeline.schemas.Removal;

/**
 * Takes dates, authors, sections and keywords from the lines of metadata near the top and the
 * bottom of a text, and the lines out of it. In the middle of a text the same words may be the
 * author's.
 */
final class HarvestMetadataLines implements CleanupStep {

  /** Lines that are not blank, from either end. */
  private static final int REACH = 8;

  /** A date alone is the article's only just below its headline. */
  private static final int BARE_DATE_REACH = 3;

  @Override
  public String name() {
    return "metadata-line";
  }

  @Override
  public Draft apply(Draft draft) {
    var removals = new TreeMap<Integer, Removal>();
    Draft harvested = scan(draft, draft, 0, 1, removals);
    harvested = scan(draft, harvested, draft.lines().size() - 1, -1, removals);
    return harvested.without(removals::get);
  }

  private Draft scan(
      Draft draft, Draft harvested, int from, int step, Map<Integer, Removal> removals) {
    List<String> lines = draft.lines();
    Draft result = harvested;
    int seen = 0;
    for (int i = from; i >= 0 && i < lines.size() && seen < REACH; i += step) {
      String line = lines.get(i);
      if (line.isBlank()) {
        continue;
      }
      seen++;
      MetadataLine.Harvest harvest = removals.containsKey(i) ? null : MetadataLine.parse(line);
      boolean heading =
          harvest != null
              && harvest.bareDate()
              && (step < 0 || seen > BARE_DATE_REACH || result.published() != null);
      if (harvest != null && !heading) {
        removals.put(i, new Removal(line, name(), harvest.confidence()));
        result = result.harvested(harvest.metadata());
      }
    }
    return result;
  }
}
