package org.articlepipeline.ingest;

import java.util.regex.Pattern;

/**
 * Turns the opening quotes that smart typography put where an apostrophe belongs: "West‘s" to
 * "West’s", "the ‘90s" to "the ’90s". Quotes that quote stay as they are.
 */
final class MendApostrophes implements CleanupStep {

  private static final Pattern WRONG_WAY =
      Pattern.compile(
          "(?<=\\p{L})\u2018(?=(?:s|t|d|m|re|ve|ll|em)(?!\\p{L}))|(?<![\\p{L}\\p{N}])\u2018(?=\\d\\ds(?!\\p{L}))",
          Pattern.CASE_INSENSITIVE);

  @Override
  public String name() {
    return "apostrophes";
  }

  @Override
  public Draft apply(Draft draft) {
    return draft.withLines(draft.lines().stream().map(MendApostrophes::mend).toList());
  }

  static String mend(String text) {
    return text.indexOf('\u2018') < 0 ? text : WRONG_WAY.matcher(text).replaceAll("\u2019");
  }
}
