package org.articlepipeline.ingest.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which day "03/04/2024" is. In this order: the date in the article's address; the one of the two
 * that is not in the future; the habit of the language's country (CLDR), where English needs its
 * country; the language of the text, unless it is English. Else it stays unknown: no date is better
 * than a wrong one.
 */
public final class DayChoice {

  /** Where nothing is known. */
  public static final DayChoice NONE = new DayChoice(Origin.NONE, List.of());

  private static final Pattern IN_ADDRESS =
      Pattern.compile("[/-](\\d{4})[/-](\\d{1,2})[/-](\\d{1,2})(?!\\d)");

  private final Origin origin;
  private final List<String> lines;

  public DayChoice(Origin origin, List<String> lines) {
    this.origin = origin;
    this.lines = lines;
  }

  /** Null when no year is printed, or when nothing tells day from month. */
  @Nullable
  public LocalDate of(PrintedDate date) {
    LocalDate day = date.day();
    LocalDate swapped = date.swapped();
    if (day == null || swapped == null) {
      return day;
    }
    LocalDate inAddress = inAddress();
    if (day.equals(inAddress) || swapped.equals(inAddress)) {
      return inAddress;
    }
    boolean dayIsPast = isPast(date, day);
    if (dayIsPast != isPast(date, swapped)) {
      return dayIsPast ? day : swapped;
    }
    Boolean dayFirst = dayFirst();
    return dayFirst == null ? null : dayFirst ? day : swapped;
  }

  private boolean isPast(PrintedDate date, LocalDate day) {
    Instant at = date.instant(day);
    return origin.latest() == null || at == null || !at.isAfter(origin.latest());
  }

  private @Nullable LocalDate inAddress() {
    Matcher m = IN_ADDRESS.matcher(origin.url() == null ? "" : origin.url());
    try {
      return m.find()
          ? LocalDate.of(
              Integer.parseInt(m.group(1)),
              Integer.parseInt(m.group(2)),
              Integer.parseInt(m.group(3)))
          : null;
    } catch (java.time.DateTimeException e) {
      return null;
    }
  }

  private @Nullable Boolean dayFirst() {
    String tag = origin.language();
    String known = tag == null || tag.isBlank() ? TextLanguage.of(lines) : tag;
    if (known == null) {
      return null;
    }
    Locale locale = Locale.forLanguageTag(known.replace('_', '-'));
    if (locale.getLanguage().equals("en") && locale.getCountry().isEmpty()) {
      return null;
    }
    char first =
        DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                FormatStyle.SHORT, null, IsoChronology.INSTANCE, locale)
            .charAt(0);
    return first == 'd' ? Boolean.TRUE : first == 'M' ? Boolean.FALSE : null;
  }
}
