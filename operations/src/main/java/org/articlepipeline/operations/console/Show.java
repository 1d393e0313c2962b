package org.articlepipeline.operations.console;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Numbers and times for people. */
final class Show {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final long KIB = 1024;

  private Show() {}

  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  static String rate(double perSecond) {
    return String.format(Locale.ROOT, perSecond < 10 ? "%.1f/s" : "%,.0f/s", perSecond);
  }

  static String time(@Nullable Instant instant) {
    return instant == null ? "" : TIME.format(instant);
  }

  /** To the millisecond. */
  static String exactly(Instant instant) {
    return instant.toString();
  }

  static String millis(@Nullable Long millis) {
    if (millis == null) {
      return "–";
    }
    return millis < 10_000 ? count(millis) + " ms" : span(Duration.ofMillis(millis));
  }

  /** In the two largest units. */
  static String span(Duration span) {
    long seconds = span.toSeconds();
    if (seconds < 60) {
      return seconds + " s";
    }
    if (seconds < 3600) {
      return "%d min %d s".formatted(seconds / 60, seconds % 60);
    }
    return seconds < 86_400
        ? "%d h %d min".formatted(seconds / 3600, seconds % 3600 / 60)
        : "%d d %d h".formatted(seconds / 86_400, seconds % 86_400 / 3600);
  }

  static String bytes(long bytes) {
    if (bytes < 10 * KIB) {
      return count(bytes) + " bytes";
    }
    return bytes < 10 * KIB * KIB ? count(bytes / KIB) + " KiB" : count(bytes / KIB / KIB) + " MiB";
  }

  static String counts(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .map(entry -> count(entry.getValue()) + " " + entry.getKey())
        .collect(Collectors.joining(", "));
  }
}
