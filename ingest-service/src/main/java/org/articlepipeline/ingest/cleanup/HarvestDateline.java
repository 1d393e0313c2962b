package org.articlepipeline.ingest.cleanup;

import java.util.List;
import org.articlepipeline.ingest.draft.Draft;
import org.articlepipeline.ingest.draft.PageMetadata;
import org.articlepipeline.ingest.text.DateReader;
import org.articlepipeline.ingest.text.Lines;
import org.articlepipeline.ingest.text.PrintedDate;
import org.articlepipeline.ingest.text.Vocabulary;

/**
 * "LONDON, March 3, 2024 (Reuters) - ": the date of an agency's dateline, when the page tells none.
 * The dateline stays, as it is part of the report.
 */
final class HarvestDateline implements CleanupRule {

  private static final int PARAGRAPHS = 3;
  private static final int REACH = 90;
  private static final String DASHES = "-\u2013\u2014";

  @Override
  public String name() {
    return "dateline";
  }

  @Override
  public Draft apply(Draft draft) {
    if (draft.published() != null) {
      return draft;
    }
    int seen = 0;
    for (String line : draft.lines()) {
      if (line.isEmpty()) {
        continue;
      }
      PrintedDate date = seen++ < PARAGRAPHS && Lines.isParagraph(line) ? date(line) : null;
      if (date != null && date.instant() != null) {
        return draft.harvested(new PageMetadata(date.instant(), null, null, List.of(), List.of()));
      }
      if (seen == PARAGRAPHS) {
        break;
      }
    }
    return draft;
  }

  /** Behind the place and its comma; a dash must follow soon. */
  private static @org.jspecify.annotations.Nullable PrintedDate date(String line) {
    int comma = line.lastIndexOf(',', Math.min(line.length() - 1, 50));
    for (int at = line.indexOf(", "); at > 0 && at <= comma; at = line.indexOf(", ", at + 1)) {
      int start = line.startsWith("le ", at + 2) ? at + 5 : at + 2;
      PrintedDate date = DateReader.read(line, start);
      if (date != null && date.day() != null) {
        return isPlace(line.substring(0, at)) && endsDateline(line, date.end()) ? date : null;
      }
    }
    return null;
  }

  /** Capitalised words, perhaps with a country or an agency. */
  private static boolean isPlace(String text) {
    return !text.isEmpty()
        && text.chars().allMatch(c -> Character.isLetter(c) || " ,./()'\u2019-".indexOf(c) >= 0)
        && List.of(text.split("[ ,/]+")).stream()
            .allMatch(
                w ->
                    w.isEmpty()
                        || !Character.isLowerCase(w.charAt(0))
                        || Vocabulary.PARTICLE.contains(w));
  }

  /** Only an agency stands between the date and the dash. */
  private static boolean endsDateline(String line, int end) {
    int to = Math.min(line.length() - 1, REACH);
    boolean inBrackets = false;
    for (int i = end; i < to; i++) {
      char c = line.charAt(i);
      char before = line.charAt(i - 1);
      inBrackets = c == '(' || (inBrackets && c != ')');
      boolean stop = c == '.' && line.charAt(i + 1) == ' ';
      boolean smallWord = Character.isLowerCase(c) && !Character.isLetter(before);
      if (!inBrackets && (stop || smallWord)) {
        return false;
      }
      if (DASHES.indexOf(c) >= 0) {
        return before == ' ' || line.charAt(i + 1) == ' ' || c == '\u2014';
      }
    }
    return false;
  }
}
