package org.articlepipeline.ingest.cleanup;

import java.util.function.Predicate;
import org.articlepipeline.ingest.draft.Draft;
import org.articlepipeline.ingest.text.Lines;
import org.articlepipeline.schemas.Removal;

/**
 * Takes out lines that belong to the page, not to its article, wherever they stand.
 *
 * @param furniture whether a line, as a whole, is furniture; sees one line, never its neighbours
 */
record RemoveLines(String name, Predicate<String> furniture, double confidence)
    implements CleanupRule {

  /** Furniture is short: no rule needs to look at a longer line. */
  private static final int MAX_LENGTH = 260;

  @Override
  public Draft apply(Draft draft) {
    return draft.without(
        i -> {
          String line = draft.lines().get(i);
          boolean remove =
              !line.isEmpty()
                  && line.length() <= MAX_LENGTH
                  && furniture.test(line)
                  && !Lines.isWithinSentence(draft.lines(), i);
          return remove ? new Removal(line, name, confidence) : null;
        });
  }
}
