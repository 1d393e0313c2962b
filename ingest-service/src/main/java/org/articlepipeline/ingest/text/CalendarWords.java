package org.articlepipeline.ingest.text;

import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The names of months and weekdays, whole and short, in the languages that are read; from the JDK's
 * locale data (CLDR), also without their accents.
 */
final class CalendarWords {

  private static final List<Locale> LOCALES =
      List.of(
          Locale.ENGLISH,
          Locale.UK,
          Locale.GERMAN,
          Locale.of("de", "AT"),
          Locale.FRENCH,
          Locale.of("es"),
          Locale.ITALIAN,
          Locale.of("pt"),
          Locale.of("pt", "PT"),
          Locale.of("nl"),
          Locale.of("pl"));

  private static final List<TextStyle> STYLES =
      List.of(
          TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE);

  /** Abbreviations that pages print and CLDR does not list. */
  private static final Map<String, Integer> MORE =
      Map.of("tues", 0, "wednes", 0, "thur", 0, "thurs", 0, "mrz", 3, "maerz", 3, "jaenner", 1);

  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
  private static final Map<String, Integer> MONTHS = new HashMap<>();
  private static final Set<String> WEEKDAYS = new HashSet<>();

  /** No name is longer, and few words have to be looked up. */
  static final int MAX_LENGTH = 16;

  static {
    for (Locale locale : LOCALES) {
      for (TextStyle style : STYLES) {
        for (Month month : Month.values()) {
          forms(month.getDisplayName(style, locale), locale)
              .forEach(form -> MONTHS.putIfAbsent(form, month.getValue()));
        }
        for (DayOfWeek day : DayOfWeek.values()) {
          WEEKDAYS.addAll(forms(day.getDisplayName(style, locale), locale));
        }
      }
    }
    MORE.forEach(
        (word, month) -> {
          if (month == 0) {
            WEEKDAYS.add(word);
          } else {
            MONTHS.put(word, month);
          }
        });
  }

  private CalendarWords() {}

  /** 1 to 12; null when the word, in lower case and without a full stop, is no month. */
  static @Nullable Integer month(String word) {
    return MONTHS.get(word);
  }

  static boolean isWeekday(String word) {
    return WEEKDAYS.contains(word);
  }

  private static List<String> forms(String name, Locale locale) {
    String lower = name.toLowerCase(locale).replace(".", "");
    String plain = ACCENTS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
    int hyphen = plain.indexOf("-feira");
    return hyphen < 0
        ? List.of(lower, plain)
        : List.of(lower.substring(0, lower.indexOf('-')), plain.substring(0, hyphen));
  }
}
