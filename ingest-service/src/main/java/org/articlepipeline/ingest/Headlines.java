package org.articlepipeline.ingest;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Compares lines by their words alone, as a headline is repeated in other typography. */
final class Headlines {

  private static final Pattern NOT_WORDS = Pattern.compile("[^\\p{L}\\p{N}]++");

  private Headlines() {}

  static String words(String line) {
    return NOT_WORDS.matcher(line.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }

  /** Whether a line is one of the candidates, which may end with the name of the site. */
  static boolean isOne(String line, Set<String> candidates) {
    if (line.length() > TakeHeadline.MAX_LENGTH) {
      return false;
    }
    String words = words(line);
    if (words.isEmpty()) {
      return false;
    }
    for (String candidate : candidates) {
      if (candidate.equals(words)
          || (candidate.startsWith(words + " ") && 10 * words.length() >= 6 * candidate.length())) {
        return true;
      }
    }
    return false;
  }
}
