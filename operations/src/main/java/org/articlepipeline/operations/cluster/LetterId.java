package org.articlepipeline.operations.cluster;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.articlepipeline.schemas.Topics;

/** Where a dead letter is: {@code articles.dead-letters-3-41}. */
public record LetterId(int partition, long offset) {
  private static final Pattern TEXT =
      Pattern.compile(Pattern.quote(Topics.DEAD_LETTERS.name()) + "-(\\d{1,9})-(\\d{1,18})");

  public static String text(int partition, long offset) {
    return Topics.DEAD_LETTERS.name() + "-" + partition + "-" + offset;
  }

  public static Optional<LetterId> parse(String text) {
    Matcher place = TEXT.matcher(text);
    return place.matches()
        ? Optional.of(
            new LetterId(Integer.parseInt(place.group(1)), Long.parseLong(place.group(2))))
        : Optional.empty();
  }
}
