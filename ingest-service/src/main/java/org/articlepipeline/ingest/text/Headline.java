package org.articlepipeline.ingest.text;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a line must be to be a headline, and how two are compared: by their words alone. */
public final class Headline {

  /** In UTF-16 units. */
  public static final int MAX_LENGTH = 250;

  private static final Pattern NOT_WORDS = Pattern.compile("[^\\p{L}\\p{N}]++");

  private Headline() {}

  /** In lower case, with a space between two. */
  public static String words(String line) {
    return NOT_WORDS.matcher(line.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }
}
