package org.articlepipeline.ingest.cleanup;

import java.util.ArrayList;
import java.util.List;
import org.articlepipeline.ingest.draft.Draft;
import org.articlepipeline.ingest.text.Byline;
import org.articlepipeline.ingest.text.LineWords;
import org.articlepipeline.ingest.text.Vocabulary;
import org.articlepipeline.schemas.Removal;

/**
 * "Jane Roe is a reporter at The Courier." as the last words: only of an author who is known from
 * the page, with a role, and never all that is left.
 */
final class RemoveBiography implements CleanupRule {

  private static final int LINES_FROM_END = 3;
  private static final int MAX_LENGTH = 500;
  private static final int ROLE_WITHIN = 16;

  @Override
  public String name() {
    return "biography";
  }

  @Override
  public Draft apply(Draft draft) {
    String byline = draft.byline();
    List<String> lines = draft.lines();
    if (byline == null) {
      return draft;
    }
    List<String> authors = Byline.authors(byline);
    var found = new ArrayList<Integer>();
    int seen = 0;
    for (int i = lines.size() - 1; i > 0 && seen < LINES_FROM_END; i--) {
      String line = lines.get(i);
      if (!line.isEmpty()) {
        seen++;
        if (isBiography(line, authors)) {
          found.add(i);
        }
      }
    }
    return draft.without(i -> found.contains(i) ? new Removal(lines.get(i), name(), 0.85) : null);
  }

  private static boolean isBiography(String line, List<String> authors) {
    if (line.length() > MAX_LENGTH) {
      return false;
    }
    for (String author : authors) {
      if (line.regionMatches(true, 0, author, 0, author.length())) {
        List<String> words = LineWords.of(line.substring(author.length())).words();
        List<String> start = words.subList(0, Math.min(words.size(), ROLE_WITHIN));
        return !start.isEmpty()
            && (FurnitureTable.DOES.contains(start.getFirst())
                || (FurnitureTable.IS.contains(start.getFirst())
                    && start.stream().anyMatch(Vocabulary.ROLE::contains)));
      }
    }
    return false;
  }
}
