package org.articlepipeline.ingest.cleanup;

import java.util.ArrayList;
import java.util.List;
import org.articlepipeline.ingest.draft.Draft;
import org.articlepipeline.ingest.text.Apostrophes;

/** Mends the apostrophes of every line. */
final class MendApostrophes implements CleanupRule {

  @Override
  public String name() {
    return "apostrophes";
  }

  @Override
  public Draft apply(Draft draft) {
    List<String> mended = null;
    for (int i = 0; i < draft.lines().size(); i++) {
      String line = draft.lines().get(i);
      String after = Apostrophes.mend(line);
      if (!after.equals(line)) {
        mended = mended == null ? new ArrayList<>(draft.lines()) : mended;
        mended.set(i, after);
      }
    }
    return mended == null ? draft : draft.withLines(mended);
  }
}
