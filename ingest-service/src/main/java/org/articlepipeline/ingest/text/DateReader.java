package org.articlepipeline.ingest.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the date that starts at a place in a text: ISO 8601, numbers, or words in eight languages;
 * a weekday before it, a time and a zone behind it. Looks at no more than the date itself, so that
 * every place of a line can be tried.
 */
public final class DateReader {

  private static final Set<String> ORDINALS =
      Set.of("st", "nd", "rd", "th", "er", "re", "e", "o", "a", "\u00BA", "\u00AA", "de", "ste");

  /** Between day and month, or month and year. */
  private static final Set<String> LINKS = Set.of("of", "de", "del", "do", "den", "the", "le");

  private final String text;
  private final int start;
  private int at;

  private DateReader(String text, int start) {
    this.text = text;
    this.start = start;
    this.at = start;
  }

  /** Null where no date starts, or where it is in no calendar. */
  public static @Nullable PrintedDate read(String text, int from) {
    if (from >= text.length() || !mayStart(text.charAt(from))) {
      return null;
    }
    try {
      var reader = new DateReader(text, from);
      PrintedDate date = reader.date();
      return date == null || date.iso() && date.time() != null
          ? date
          : TimeReader.addTo(date, text);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static boolean mayStart(char c) {
    return (c >= '0' && c <= '9') || Character.isLetter(c);
  }

  private @Nullable PrintedDate date() {
    if (isDigit(at)) {
      return numbers();
    }
    String word = word();
    PrintedDate date = monthFirst(word);
    if ((date == null || date.day() == null) && CalendarWords.isWeekday(word)) {
      at = start + word.length();
      PrintedDate afterWeekday = afterWeekday();
      return afterWeekday == null ? date : afterWeekday;
    }
    return date;
  }

  private @Nullable PrintedDate afterWeekday() {
    if (text.startsWith("-feira", at)) {
      at += "-feira".length();
    }
    skip('.');
    skip(',');
    skip(' ');
    int before = at;
    if (LINKS.contains(word())) {
      at += word().length();
      skip(' ');
    } else {
      at = before;
    }
    return isDigit(at) ? numbers() : monthFirst(word());
  }

  /** "August 14, 2021". */
  private @Nullable PrintedDate monthFirst(String word) {
    Integer month = CalendarWords.month(word);
    if (month == null) {
      return null;
    }
    at += word.length();
    skip('.');
    if (!skip(' ') || !isDigit(at)) {
      return null;
    }
    int day = number(Math.min(digits(), 2));
    if (isDigit(at)) {
      return null;
    }
    ordinal();
    return withYear(day, month);
  }

  private @Nullable PrintedDate numbers() {
    int from = at;
    int digits = digits();
    int first = number(Math.min(digits, 4));
    if (digits == 4) {
      return yearFirst(first);
    }
    if (digits > 2) {
      return null;
    }
    char separator = at < text.length() ? text.charAt(at) : ' ';
    if ((separator == '.' || separator == '/' || separator == '-') && isDigit(at + 1)) {
      at++;
      return dayMonthYear(first, separator);
    }
    at = from + digits;
    return dayFirst(first);
  }

  /** "2021-08-14", "2021-08-14T18:30:00+02:00", "2021/08/14". */
  private @Nullable PrintedDate yearFirst(int year) {
    char separator = at < text.length() ? text.charAt(at) : ' ';
    if (separator != '-' && separator != '/' && separator != '.') {
      return null;
    }
    at++;
    int month = digits() == 2 ? number(2) : 0;
    if (at >= text.length() || text.charAt(at) != separator) {
      return null;
    }
    at++;
    int day = digits() >= 2 ? number(2) : 0;
    var date =
        new PrintedDate(
            LocalDate.of(year, month, day), null, null, null, separator == '-', start, at);
    char next = at < text.length() ? text.charAt(at) : ' ';
    boolean timed = (next == 'T' || next == ' ') && digitsAt(at + 1) == 2;
    return timed && separator == '-' ? isoTime(date) : date;
  }

  private PrintedDate isoTime(PrintedDate date) {
    int i = at + 1;
    if (i + 4 >= text.length() || text.charAt(i + 2) != ':' || digitsAt(i + 3) < 2) {
      return date;
    }
    int hour = Integer.parseInt(text, i, i + 2, 10);
    int minute = Integer.parseInt(text, i + 3, i + 5, 10);
    int second = 0;
    i += 5;
    if (i + 2 < text.length() && text.charAt(i) == ':' && digitsAt(i + 1) == 2) {
      second = Integer.parseInt(text, i + 1, i + 3, 10);
      i += 3;
      int fraction = i < text.length() && text.charAt(i) == '.' ? digitsAt(i + 1) : 0;
      i += fraction > 0 && fraction <= 9 ? fraction + 1 : 0;
    }
    LocalTime time = LocalTime.of(hour, minute, second);
    at = i;
    ZoneId zone = TimeReader.offsetAt(text, at);
    int end = zone == null ? at : TimeReader.offsetEnd(text, at);
    // "2021-08-14 18:30 pm CEST" is for people.
    return zone == null && i < text.length() && text.charAt(i) == ' '
        ? date
        : date.with(time, zone == null ? ZoneOffset.UTC : zone, end);
  }

  /**
   * "14.08.2021", "08/14/2021", "14-08-21". With dots the day comes first everywhere; with others
   * it depends on the country.
   */
  private @Nullable PrintedDate dayMonthYear(int first, char separator) {
    int digits = digits();
    int second = digits <= 2 ? number(digits) : 0;
    if (second == 0 || at >= text.length() || text.charAt(at) != separator) {
      return null;
    }
    at++;
    int length = digits() >= 4 ? 4 : digits() == 2 ? 2 : 0;
    if (length == 0) {
      return null;
    }
    int year = number(length);
    year += length == 4 ? 0 : year < 70 ? 2000 : 1900;
    boolean either = separator != '.' && first <= 12 && second <= 12 && first != second;
    boolean monthFirst = separator != '.' && second > 12;
    LocalDate day =
        monthFirst ? LocalDate.of(year, first, second) : LocalDate.of(year, second, first);
    LocalDate swapped = either ? LocalDate.of(year, first, second) : null;
    return new PrintedDate(day, swapped, null, null, false, start, at);
  }

  /** "14. August 2021", "14 de agosto de 2021", "1er mai 2021". */
  private @Nullable PrintedDate dayFirst(int day) {
    skip('.');
    ordinal();
    skip('.');
    skip(' ');
    String word = word();
    if (LINKS.contains(word)) {
      at += word.length();
      skip(' ');
      word = word();
    }
    Integer month = CalendarWords.month(word);
    if (month == null) {
      return null;
    }
    at += word.length();
    skip('.');
    return withYear(day, month);
  }

  private PrintedDate withYear(int day, int month) {
    int end = at;
    skip(',');
    skip(' ');
    String link = word();
    if (LINKS.contains(link)) {
      at += link.length();
      skip(' ');
    }
    if (digits() < 4 || at == end) {
      // A day that is in no year's calendar is no date.
      LocalDate.of(2024, month, day);
      return new PrintedDate(null, null, null, null, false, start, end);
    }
    LocalDate date = LocalDate.of(number(4), month, day);
    if (text.startsWith(" r.", at)) {
      at += 3;
    }
    return new PrintedDate(date, null, null, null, false, start, at);
  }

  private void ordinal() {
    String word = word();
    if (ORDINALS.contains(word)) {
      at += word.length();
    } else if (at < text.length() && text.charAt(at) == '\u00B0') {
      at++;
    }
  }

  private boolean skip(char c) {
    boolean there = at < text.length() && text.charAt(at) == c;
    at += there ? 1 : 0;
    return there;
  }

  private boolean isDigit(int i) {
    return i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9';
  }

  private int digits() {
    return digitsAt(at);
  }

  private int digitsAt(int from) {
    int i = from;
    while (i < from + 10 && isDigit(i)) {
      i++;
    }
    return i - from;
  }

  private int number(int length) {
    int number = Integer.parseInt(text, at, at + length, 10);
    at += length;
    return number;
  }

  /** The letters from here on, in lower case; "" where there are none or too many. */
  private String word() {
    int i = at;
    while (i < text.length() && i <= at + CalendarWords.MAX_LENGTH && isLetterOfWord(i)) {
      i++;
    }
    return i > at + CalendarWords.MAX_LENGTH ? "" : text.substring(at, i).toLowerCase(Locale.ROOT);
  }

  /** A capital after a small letter starts a word that was glued to this one. */
  private boolean isLetterOfWord(int i) {
    char c = text.charAt(i);
    return Character.isLetter(c)
        && !(i > at && Character.isUpperCase(c) && Character.isLowerCase(text.charAt(i - 1)));
  }
}
