package org.articlepipeline.ingest.cleanup;

import java.util.List;
import org.articlepipeline.ingest.draft.Draft;
import org.articlepipeline.ingest.draft.PageMetadata;
import org.articlepipeline.ingest.text.Byline;
import org.articlepipeline.ingest.text.LineWords;
import org.articlepipeline.ingest.text.Lines;
import org.articlepipeline.ingest.text.Vocabulary;
import org.articlepipeline.schemas.Removal;

/** A line "By Jane Doe", or "Jane Doe, Political Editor", just under the headline. */
public final class HarvestByline implements CleanupRule {

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
      if (line.isEmpty()) {
        continue;
      }
      seen++;
      if (isByline(line)) {
        int at = i;
        Byline read = Byline.parse(line);
        String byline = Byline.isLogin(read.printed()) ? null : read.printed();
        var found = new PageMetadata(null, null, byline, List.of(), List.of());
        return draft
            .harvested(found)
            .without(n -> n == at ? new Removal(line, name(), 0.95) : null);
      }
    }
    return draft;
  }

  /** Two words at least, or "By Design" would be one. */
  public static boolean isByline(String line) {
    if (line.length() > 160 || Lines.endsSentence(line)) {
      return false;
    }
    Byline read = Byline.parse(line);
    if (!read.understood()) {
      return false;
    }
    boolean by = Byline.startsWithBy(line);
    boolean twoWords = read.authors().stream().anyMatch(name -> name.indexOf(' ') > 0);
    boolean nobody = read.authors().isEmpty();
    return by
        ? twoWords || nobody
        : twoWords && read.printed().indexOf(',') > 0 && hasRole(read.printed());
  }

  private static boolean hasRole(String text) {
    return LineWords.of(text).words().stream().anyMatch(Vocabulary.ROLE::contains);
  }
}
