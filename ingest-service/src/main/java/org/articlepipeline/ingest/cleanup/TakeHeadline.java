package org.articlepipeline.ingest.cleanup;

import java.util.ArrayList;
import java.util.List;
import org.articlepipeline.ingest.draft.Draft;
import org.articlepipeline.ingest.text.Headline;
import org.articlepipeline.schemas.Removal;

/**
 * The first line is the headline, unless the CMS gave one; then a first line that repeats it goes.
 * A text of one line keeps it, so that no article is without a body, and a line as long as a
 * paragraph is none.
 */
public final class TakeHeadline implements CleanupRule {

  private static final int MIN_LEAD = 80;

  @Override
  public String name() {
    return "repeated-headline";
  }

  @Override
  public Draft apply(Draft draft) {
    List<String> lines = draft.lines();
    int first = 0;
    while (first < lines.size() && lines.get(first).isBlank()) {
      first++;
    }
    if (first == lines.size() || lines.get(first).length() > Headline.MAX_LENGTH) {
      return draft;
    }
    String line = lines.get(first);
    int at = first;
    boolean more = lines.subList(first + 1, lines.size()).stream().anyMatch(l -> !l.isBlank());
    String given = draft.headline();
    if (given == null && isLead(line, draft)) {
      return draft;
    }
    if (given == null) {
      var rest = new ArrayList<>(lines);
      if (more) {
        rest.subList(0, first + 1).clear();
      }
      return draft.withHeadline(line).withLines(rest);
    }
    return more && Headline.words(given).equals(Headline.words(line))
        ? draft.without(i -> i == at ? new Removal(line, name(), 0.99) : null)
        : draft;
  }

  /**
   * A statement where nothing tells of a page around it: a fragment that came without headline. On
   * pages, headlines with a full stop do occur.
   */
  private static boolean isLead(String line, Draft draft) {
    return line.length() >= MIN_LEAD
        && line.endsWith(".")
        && draft.published() == null
        && draft.byline() == null;
  }
}
