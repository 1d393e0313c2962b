package org.articlepipeline.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.articlepipeline.schemas.Removal;

/**
 * The first line is the headline, unless the CMS gave one; then a first line that repeats it goes.
 * A text of one line keeps it, so that no article is without a body, and a line as long as a
 * paragraph is none.
 */
final class TakeHeadline implements CleanupStep {

  /** In UTF-16 units. */
  static final int MAX_LENGTH = 250;

  private static final Pattern NOT_WORDS = Pattern.compile("[^\\p{L}\\p{N}]++");

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
    if (first == lines.size() || lines.get(first).length() > MAX_LENGTH) {
      return draft;
    }
    String line = lines.get(first);
    int at = first;
    boolean more = lines.subList(first + 1, lines.size()).stream().anyMatch(l -> !l.isBlank());
    String given = draft.headline();
    if (given == null) {
      var rest = new ArrayList<>(lines);
      if (more) {
        rest.subList(0, first + 1).clear();
      }
      return draft.withHeadline(line).withLines(rest);
    }
    return more && words(given).equals(words(line))
        ? draft.without(i -> i == at ? new Removal(line, name(), 0.99) : null)
        : draft;
  }

  private static String words(String line) {
    return NOT_WORDS.matcher(line.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }
}
