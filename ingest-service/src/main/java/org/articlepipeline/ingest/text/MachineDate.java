package org.articlepipeline.ingest.text;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A date in a page's metadata: ISO 8601, its common misspellings, or English words. */
public final class MachineDate {

  private static final Instant EARLIEST = Instant.parse("1800-01-01T00:00:00Z");

  private static final Pattern COMPACT =
      Pattern.compile("^(\\d{4})[/.]?(\\d\\d)[/.]?(\\d\\d)(?!\\d)");
  private static final Pattern SHORT_ZONE = Pattern.compile("([+-]\\d\\d)$");

  private MachineDate() {}

  /** The first that is a date. */
  public static @Nullable Instant first(List<String> texts) {
    for (String text : texts) {
      Instant date = parse(text);
      if (date != null) {
        return date;
      }
    }
    return null;
  }

  private static @Nullable Instant parse(String text) {
    String line = text.length() > 60 ? text.substring(0, 60).strip() : text.strip();
    line = COMPACT.matcher(line).replaceFirst("$1-$2-$3");
    if (line.length() > 12) {
      line = SHORT_ZONE.matcher(line).replaceFirst("$1:00").replaceFirst(" ([+-]\\d\\d)", "$1");
    }
    PageDate date = PageDate.at(line, 0);
    return date == null || date.at().isBefore(EARLIEST) ? null : date.at();
  }
}
