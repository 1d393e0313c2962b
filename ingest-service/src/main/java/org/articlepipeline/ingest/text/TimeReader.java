package org.articlepipeline.ingest.text;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the time of day and the zone that may follow a date: ", 6:30 pm CEST", "um 18.30 Uhr". */
final class TimeReader {

  /** Nothing that is looked at here is longer. */
  private static final int REACH = 48;

  private static final Pattern TIME =
      Pattern.compile(
          "[ ,]*+(?:(?:at|@|um|\u00E0|a las?|\u00E0s|as|alle(?: ore)?|ore|om|o(?: godz\\.?)?|godz\\.?|[-\u2013\u2014|\u00B7\u2022/]) ?)?"
              + "(\\d{1,2})(?:(?:[:.]| ?h ?)(\\d\\d)(?!\\d)(?:[:.](\\d\\d))?+)?+ ?([ap]\\.? ?m(?!\\p{L})\\.?)?+( ?(?:Uhr|uur|hrs|hs|h)\\b)?+",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern OFFSET =
      Pattern.compile("[+-](?:0\\d|1[0-4])(?::?[0-5]\\d)?(?!\\d)");
  private static final Pattern NAME =
      Pattern.compile(
          " ?\\(?(?:(UTC|GMT)([+-]\\d{1,2})(?::?(\\d\\d))?|([A-Z]{2,4}))\\b\\)?|(Z)\\b");

  /**
   * By the abbreviations that pages print. Those of two zones, such as IST, are left out; "ET" is
   * one place, of which the date tells the hour.
   */
  private static final Map<String, ZoneId> ZONES =
      Map.ofEntries(
          zone("UTC", "Z"),
          zone("GMT", "Z"),
          zone("WET", "Z"),
          zone("BST", "+1"),
          zone("WEST", "+1"),
          zone("CET", "+1"),
          zone("MEZ", "+1"),
          zone("CEST", "+2"),
          zone("MESZ", "+2"),
          zone("EET", "+2"),
          zone("SAST", "+2"),
          zone("EEST", "+3"),
          zone("MSK", "+3"),
          zone("HKT", "+8"),
          zone("SGT", "+8"),
          zone("AWST", "+8"),
          zone("JST", "+9"),
          zone("KST", "+9"),
          zone("AEST", "+10"),
          zone("AEDT", "+11"),
          zone("NZST", "+12"),
          zone("NZDT", "+13"),
          zone("BRT", "-3"),
          zone("AST", "-4"),
          zone("EDT", "-4"),
          zone("EST", "-5"),
          zone("CDT", "-5"),
          zone("CST", "-6"),
          zone("MDT", "-6"),
          zone("MST", "-7"),
          zone("PDT", "-7"),
          zone("PST", "-8"),
          zone("AKDT", "-8"),
          zone("AKST", "-9"),
          zone("HST", "-10"),
          zone("ET", "America/New_York"),
          zone("CT", "America/Chicago"),
          zone("MT", "America/Denver"),
          zone("PT", "America/Los_Angeles"));

  private TimeReader() {}

  /** The date with the time behind it; as it was when none is there. */
  static PrintedDate addTo(PrintedDate date, String text) {
    int end = date.end();
    if (end >= text.length()) {
      return date;
    }
    Matcher m = TIME.matcher(text).region(end, Math.min(text.length(), end + REACH));
    if (!m.lookingAt() || !isTime(m, text)) {
      return date;
    }
    int hour = Integer.parseInt(m.group(1));
    int minute = m.group(2) == null ? 0 : Integer.parseInt(m.group(2));
    String half = m.group(4);
    if (half != null) {
      hour = hour % 12 + (half.charAt(0) == 'p' || half.charAt(0) == 'P' ? 12 : 0);
    }
    if (hour > 23 || minute > 59) {
      return date;
    }
    return withZone(date.with(LocalTime.of(hour, minute), null, m.end()), text);
  }

  /** A text that is a time of day and nothing else. */
  static @Nullable PrintedDate alone(String text) {
    if (text.isEmpty() || text.length() > REACH || !Character.isDigit(text.charAt(0))) {
      return null;
    }
    PrintedDate none = new PrintedDate(null, null, null, null, false, 0, 0);
    PrintedDate read = addTo(none, text);
    return read.time() != null && read.end() == text.length() ? read : null;
  }

  /** A number alone is no time: it takes minutes, a half of the day or a word for the hour. */
  private static boolean isTime(Matcher m, String text) {
    boolean isTime = m.group(2) != null || m.group(4) != null || m.group(5) != null;
    boolean inWord = m.end() < text.length() && m.group(2) == null && isWord(text, m.end());
    return isTime && !inWord;
  }

  private static boolean isWord(String text, int at) {
    return Character.isLetter(text.charAt(at - 1)) && Character.isLowerCase(text.charAt(at));
  }

  private static PrintedDate withZone(PrintedDate date, String text) {
    int end = date.end();
    int from = end < text.length() && text.charAt(end) == ' ' ? end + 1 : end;
    ZoneId offset = offsetAt(text, from);
    if (offset != null) {
      return date.with(date.time(), offset, offsetEnd(text, from));
    }
    Matcher m = NAME.matcher(text).region(end, Math.min(text.length(), end + REACH));
    if (!m.lookingAt()) {
      return date;
    }
    if (m.group(1) != null) {
      int hours = Integer.parseInt(m.group(2));
      int minutes = m.group(3) == null ? 0 : Integer.parseInt(m.group(3));
      int sign = m.group(2).startsWith("-") ? -1 : 1;
      return date.with(date.time(), ZoneOffset.ofHoursMinutes(hours, sign * minutes), m.end());
    }
    ZoneId zone = m.group(5) != null ? ZoneOffset.UTC : ZONES.get(m.group(4));
    return zone == null ? date : date.with(date.time(), zone, m.end());
  }

  /** "Z", "+02:00", "+0200" or "+02" here; null where there is none. */
  static @Nullable ZoneId offsetAt(String text, int at) {
    if (at < text.length() && text.charAt(at) == 'Z') {
      return ZoneOffset.UTC;
    }
    Matcher m = OFFSET.matcher(text).region(Math.min(at, text.length()), text.length());
    return m.lookingAt() ? ZoneOffset.of(m.group()) : null;
  }

  static int offsetEnd(String text, int at) {
    Matcher m = OFFSET.matcher(text).region(at, text.length());
    return m.lookingAt() ? m.end() : at + 1;
  }

  private static Map.Entry<String, ZoneId> zone(String name, String id) {
    return Map.entry(name.toUpperCase(Locale.ROOT), ZoneId.of(id));
  }
}
