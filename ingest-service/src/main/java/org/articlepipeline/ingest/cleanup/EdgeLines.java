package org.articlepipeline.ingest.cleanup;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What one article teaches about its source: the short lines near its top and bottom, where
 * furniture stands.
 *
 * @param story fingerprint of the longest paragraph, by which a second copy of an article is known
 * @param lines their fingerprints, each once
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
public record EdgeLines(long story, long[] lines) {

  public static final EdgeLines NONE = new EdgeLines(0, new long[0]);

  /** Lines that are not blank. */
  static final int TOP = 10;

  static final int BOTTOM = 20;

  /** In UTF-16 units. */
  private static final int MAX_LENGTH = 200;

  public static EdgeLines of(List<String> lines) {
    List<String> text = lines.stream().filter(line -> !line.isBlank()).toList();
    int bottom = text.size() - BOTTOM;
    long[] found =
        IntStream.range(0, text.size())
            .filter(i -> (i < TOP || i >= bottom) && isShort(text.get(i)))
            .mapToLong(i -> LineFingerprint.of(text.get(i)))
            .distinct()
            .toArray();
    return new EdgeLines(LineFingerprint.of(longest(text)), found);
  }

  static boolean isShort(String line) {
    return line.length() <= MAX_LENGTH;
  }

  public boolean isEmpty() {
    return lines.length == 0;
  }

  private static String longest(List<String> text) {
    String longest = "";
    for (String line : text) {
      longest = line.length() > longest.length() ? line : longest;
    }
    return longest;
  }

  @Override
  public String toString() {
    return "EdgeLines[" + story + ", " + Arrays.toString(lines) + "]";
  }
}
