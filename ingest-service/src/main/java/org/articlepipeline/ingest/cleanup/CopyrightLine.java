package org.articlepipeline.ingest.cleanup;

import java.util.regex.Pattern;
import org.articlepipeline.ingest.text.LineWords;
import org.articlepipeline.ingest.text.Lines;

/** "© 2024 The Courier. All rights reserved." and its relatives. */
final class CopyrightLine {

  private static final int MAX_LENGTH = 220;

  private static final Pattern START =
      Pattern.compile(
          "(?:copyright |\\(c\\) ?|\u00A9 ?){1,3}+(?:by |von |\\d{4})|\u00A9 ?\\p{L}.*|copyright ?[\u00A9:(].*",
          Pattern.CASE_INSENSITIVE);

  private CopyrightLine() {}

  static boolean matches(String line) {
    if (line.length() > MAX_LENGTH || Lines.startsWithQuote(line)) {
      return false;
    }
    char first = line.charAt(0);
    boolean mark = first == '\u00A9' || first == '(' || first == 'C' || first == 'c';
    return (mark && START.matcher(line).lookingAt()) || hasRights(line);
  }

  private static boolean hasRights(String line) {
    LineWords words = LineWords.of(line);
    for (int i = 0; i < words.size(); i++) {
      if (FurnitureTable.RIGHTS.longest(words, i) != null) {
        return true;
      }
    }
    return false;
  }
}
