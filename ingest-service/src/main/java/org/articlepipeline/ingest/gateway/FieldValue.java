package org.articlepipeline.ingest.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.articlepipeline.schemas.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What a request gives for one field. Each method throws a {@link ProblemException} that names the
 * field when it is something else.
 */
record FieldValue(String name, JsonNode node) {

  String text() {
    if (!node.isTextual()) {
      throw wrongType("a string");
    }
    return node.textValue();
  }

  long wholeNumber() {
    try {
      if (node.isTextual()) {
        return Long.parseLong(node.textValue());
      }
    } catch (NumberFormatException e) {
      throw invalid(Reason.INVALID_REVISION, "'" + node.textValue() + "' is not a whole number");
    }
    if (!node.isIntegralNumber() || !node.canConvertToLong()) {
      throw invalid(Reason.INVALID_REVISION, node + " is not a whole number of 64 bits");
    }
    return node.longValue();
  }

  Instant instant() {
    String given = text();
    try {
      return OffsetDateTime.parse(given).toInstant();
    } catch (DateTimeException e) {
      throw invalid(
          Reason.INVALID_DATE,
          "'"
              + given
              + "' is not a date and time with its zone in ISO 8601, such as 2026-12-01T06:00:00Z"
              + " (in a query, write %2B for the plus sign of +01:00)");
    }
  }

  /** One of the constants, in either case. */
  <E extends Enum<E>> E oneOf(Reason reason, List<E> constants) {
    String given = text().toUpperCase(Locale.ROOT);
    return constants.stream()
        .filter(constant -> constant.name().equals(given))
        .findFirst()
        .orElseThrow(
            () ->
                invalid(
                    reason,
                    "'%s' is none of %s"
                        .formatted(
                            text(),
                            constants.stream().map(Enum::name).collect(Collectors.joining(", ")))));
  }

  List<String> texts() {
    return list(FieldValue::text);
  }

  <T> List<T> list(Function<FieldValue, T> element) {
    if (!node.isArray()) {
      throw wrongType("a list");
    }
    return node.valueStream()
        .map(value -> element.apply(new FieldValue(name + "[]", value)))
        .toList();
  }

  Map<String, String> map() {
    if (!node.isObject()) {
      throw wrongType("an object of strings");
    }
    Map<String, String> map = new LinkedHashMap<>();
    node.forEachEntry((key, value) -> map.put(key, new FieldValue(name + "." + key, value).text()));
    return map;
  }

  /** A field of an object, null where it is absent or null. */
  @Nullable FieldValue member(String member) {
    JsonNode value = node.path(member);
    return value.isMissingNode() || value.isNull()
        ? null
        : new FieldValue(name + "." + member, value);
  }

  /** An object that has these fields and no others. */
  FieldValue objectOf(String... members) {
    if (!node.isObject()) {
      throw wrongType("an object");
    }
    node.forEachEntry(
        (key, value) -> {
          if (!Arrays.asList(members).contains(key)) {
            throw Problem.malformed(
                    name + "." + key,
                    "'%s' is not a field of %s, which has: %s."
                        .formatted(key, name, String.join(", ", members)))
                .exception();
          }
        });
    return this;
  }

  ProblemException wrongType(String expected) {
    return Problem.malformed(
            name,
            "'%s' must be %s, not %s."
                .formatted(name, expected, node.getNodeType().name().toLowerCase(Locale.ROOT)))
        .exception();
  }

  private ProblemException invalid(Reason reason, String why) {
    return Problem.of(Problem.Kind.INVALID_SUBMISSION, name + ": " + why + ".")
        .because(reason.code())
        .in(name)
        .exception();
  }
}
