package org.articlepipeline.operations.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a query string or of a form. */
record Fields(Map<String, List<String>> values) {
  static final Fields NONE = new Fields(Map.of());

  /**
   * @throws PageException when it can't be decoded
   */
  static Fields parse(String encoded) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (String pair : encoded.split("&")) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        values.computeIfAbsent(decode(name), key -> new ArrayList<>()).add(decode(value));
      }
    }
    return new Fields(values);
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException e) {
      throw PageException.wrong("The address has a % that begins no character.");
    }
  }

  /** The first one; empty when there is none. */
  String text(String name) {
    return all(name).stream().findFirst().orElse("").strip();
  }

  /** The same, null when there is none. */
  @Nullable String textOrNull(String name) {
    String text = text(name);
    return text.isEmpty() ? null : text;
  }

  List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  boolean isSet(String name) {
    return values.containsKey(name);
  }

  /**
   * @throws PageException when it is not one in these limits
   */
  int number(String name, int without, int lowest, int highest) {
    String text = text(name);
    if (text.isEmpty()) {
      return without;
    }
    try {
      int number = Integer.parseInt(text);
      if (number >= lowest && number <= highest) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw PageException.wrong(
        "%s must be a number from %d to %d, not '%s'.".formatted(name, lowest, highest, text));
  }

  /**
   * @throws PageException when it is neither an instant nor a day
   */
  @Nullable Instant instant(String name) {
    String text = text(name);
    if (text.isEmpty()) {
      return null;
    }
    try {
      return text.length() == "2026-11-01".length()
          ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
          : Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw PageException.wrong(
          "%s must be a day or an instant in UTC, such as 2026-11-01 or 2026-11-01T12:00:00Z, not '%s'."
              .formatted(name, text));
    }
  }

  /** The same with one field set, or taken out when it is null. */
  Fields with(String name, @Nullable String value) {
    Map<String, List<String>> changed = new LinkedHashMap<>(values);
    if (value == null) {
      changed.remove(name);
    } else {
      changed.put(name, List.of(value));
    }
    return new Fields(changed);
  }

  /** A path with these as its query, empty ones left out. */
  String on(String path) {
    var query = new StringBuilder();
    values.forEach(
        (name, all) ->
            all.stream()
                .filter(value -> !value.isEmpty())
                .forEach(
                    value ->
                        query
                            .append(query.isEmpty() ? '?' : '&')
                            .append(URLEncoder.encode(name, UTF_8))
                            .append('=')
                            .append(URLEncoder.encode(value, UTF_8))));
    return path + query;
  }
}
