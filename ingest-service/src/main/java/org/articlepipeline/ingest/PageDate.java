package org.articlepipeline.ingest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date as pages print it, for machines (ISO 8601) or for people, with or without a time.
 *
 * @param at without a zone it is taken for UTC, without a time for the start of the day
 * @param iso whether it was written for machines
 * @param end where it ends in the text that was scanned
 */
record PageDate(Instant at, boolean iso, int end) {

  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4})-(\\d\\d)-(\\d\\d)(?:[T ](\\d\\d):(\\d\\d)(?::(\\d\\d)(?:\\.\\d{1,9})?)?(Z|[+-]\\d\\d:?\\d\\d)?)?+");

  private static final String WEEKDAY =
      "(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\\.?,? )?";
  private static final String MONTH =
      "(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?";
  private static final String DAY = "(\\d{1,2})(?:st|nd|rd|th)?";
  private static final String YEAR = "(\\d{4})(?!\\d)";
  private static final Pattern MONTH_FIRST =
      Pattern.compile(WEEKDAY + MONTH + " " + DAY + ",? " + YEAR, Pattern.CASE_INSENSITIVE);
  private static final Pattern DAY_FIRST =
      Pattern.compile(
          WEEKDAY + DAY + "\\.? (?:of )?" + MONTH + ",? " + YEAR, Pattern.CASE_INSENSITIVE);
  private static final Pattern TIME =
      Pattern.compile(
          ",? ?(?:at |@ ?|- )?(\\d{1,2})[:.](\\d\\d)(?::\\d\\d)? ?([ap]\\.?m\\b\\.?)?(?: ?\\(?(UTC|GMT|EST|EDT|CST|CDT|MST|MDT|PST|PDT|BST|CET|CEST|ET)\\b\\)?)?",
          Pattern.CASE_INSENSITIVE);

  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

  /** Hours from UTC. "ET" is left out: it is one of two. */
  private static final Map<String, Integer> ZONES =
      Map.ofEntries(
          Map.entry("UTC", 0),
          Map.entry("GMT", 0),
          Map.entry("EST", -5),
          Map.entry("EDT", -4),
          Map.entry("CST", -6),
          Map.entry("CDT", -5),
          Map.entry("MST", -7),
          Map.entry("MDT", -6),
          Map.entry("PST", -8),
          Map.entry("PDT", -7),
          Map.entry("BST", 1),
          Map.entry("CET", 1),
          Map.entry("CEST", 2));

  /** The date that starts at {@code from}; null where none does, or where it is in no calendar. */
  static @Nullable PageDate at(String text, int from) {
    try {
      Matcher iso = match(ISO, text, from);
      if (iso != null) {
        return iso(iso);
      }
      Matcher month = match(MONTH_FIRST, text, from);
      if (month != null) {
        return human(month.group(3), month.group(1), month.group(2), text, month.end());
      }
      Matcher day = match(DAY_FIRST, text, from);
      return day == null ? null : human(day.group(3), day.group(2), day.group(1), text, day.end());
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static PageDate iso(Matcher m) {
    var date = LocalDate.of(number(m.group(1)), number(m.group(2)), number(m.group(3)));
    if (m.group(4) == null) {
      return new PageDate(date.atStartOfDay().toInstant(ZoneOffset.UTC), true, m.end());
    }
    int second = m.group(6) == null ? 0 : number(m.group(6));
    var time = LocalTime.of(number(m.group(4)), number(m.group(5)), second);
    var zone = m.group(7) == null ? ZoneOffset.UTC : ZoneOffset.of(m.group(7));
    return new PageDate(date.atTime(time).toInstant(zone), true, m.end());
  }

  private static PageDate human(String year, String month, String day, String text, int end) {
    int number = MONTHS.indexOf(month.substring(0, 3).toLowerCase(Locale.ROOT)) / 3 + 1;
    LocalDateTime start = LocalDate.of(number(year), number, number(day)).atStartOfDay();
    Matcher time = match(TIME, text, end);
    if (time == null) {
      return new PageDate(start.toInstant(ZoneOffset.UTC), false, end);
    }
    int hour = number(time.group(1));
    String half = time.group(3);
    if (half != null) {
      hour = hour % 12 + (half.charAt(0) == 'p' || half.charAt(0) == 'P' ? 12 : 0);
    }
    String zone = time.group(4);
    int offset = zone == null ? 0 : ZONES.getOrDefault(zone.toUpperCase(Locale.ROOT), 0);
    LocalDateTime at = start.toLocalDate().atTime(hour, number(time.group(2)));
    return new PageDate(at.toInstant(ZoneOffset.ofHours(offset)), false, time.end());
  }

  private static @Nullable Matcher match(Pattern pattern, String text, int from) {
    Matcher matcher = pattern.matcher(text).region(from, text.length());
    return matcher.lookingAt() ? matcher : null;
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }
}
