package org.articlepipeline.ingest.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.articlepipeline.ingest.draft.BadFieldException;
import org.articlepipeline.ingest.draft.SubmissionRules;
import org.articlepipeline.ingest.text.PageDate;
import org.articlepipeline.schemas.Reason;
import org.jspecify.annotations.Nullable;

/**
 * A value in a JSON body, or the place where none is. Absent and {@code null} are the same. A value
 * of another type than is asked for is a {@link BadFieldException} that names its path.
 *
 * @param node null when absent
 */
record JsonField(String path, @Nullable JsonNode node) {

  private static final int MAX_URL_LENGTH = 2048;
  private static final Pattern WEB_ADDRESS =
      Pattern.compile("(?i)https?://[^\\s\\p{Cntrl}/]++[^\\s\\p{Cntrl}]*+");

  static JsonField root(JsonNode node) {
    return new JsonField(JsonPath.ROOT, node);
  }

  boolean isAbsent() {
    return node == null;
  }

  /**
   * A field of this object. A name in camel case, as in ninjs 3, finds one in lower case, as in
   * ninjs 2, too.
   */
  JsonField at(String name) {
    JsonNode object = node == null ? NullNode.getInstance() : object(node);
    String found = object.hasNonNull(name) ? name : name.toLowerCase(Locale.ROOT);
    return object.hasNonNull(found)
        ? new JsonField(JsonPath.field(path, found), object.get(found))
        : new JsonField(JsonPath.field(path, name), null);
  }

  /** The names of this object's fields, in their order. */
  List<String> names() {
    var names = new ArrayList<String>();
    if (node != null) {
      object(node).fieldNames().forEachRemaining(names::add);
    }
    return names;
  }

  /** An array's items, without those that are null. */
  List<JsonField> items() {
    if (node == null) {
      return List.of();
    }
    if (!node.isArray()) {
      throw wrongType("an array");
    }
    var items = new ArrayList<JsonField>(node.size());
    for (int i = 0; i < node.size(); i++) {
      if (!node.get(i).isNull()) {
        items.add(new JsonField(JsonPath.item(path, i), node.get(i)));
      }
    }
    return items;
  }

  /**
   * The items of an array, or the values of an object: ninjs 1 has the one where 2 has the other.
   */
  List<JsonField> itemsOrValues() {
    return node != null && node.isObject()
        ? names().stream().map(this::at).filter(value -> !value.isAbsent()).toList()
        : items();
  }

  @Nullable String text() {
    if (node == null) {
      return null;
    }
    if (!node.isTextual()) {
      throw wrongType("a string");
    }
    return node.textValue();
  }

  boolean isTrue() {
    if (node != null && !node.isBoolean()) {
      throw wrongType("true or false");
    }
    return node != null && node.booleanValue();
  }

  /** A whole number, or 0: for what only ranks. */
  int size() {
    return node != null && node.isInt() ? node.intValue() : 0;
  }

  /** ISO 8601; without a zone it is UTC. */
  @Nullable Instant date() {
    String text = text();
    if (text == null || text.isBlank()) {
      return null;
    }
    String stripped = text.strip();
    PageDate date = PageDate.at(stripped, 0);
    if (date == null
        || !date.iso()
        || date.end() != stripped.length()
        || date.at().isBefore(SubmissionRules.EARLIEST)) {
      throw bad(
          Reason.INVALID_DATE,
          "is '%s'; it must be a date such as 2026-03-01T12:00:00Z."
              .formatted(JsonPath.shown(text)));
    }
    return date.at();
  }

  /** An absolute http(s) address. */
  @Nullable String url() {
    String text = text();
    if (text == null || text.isBlank()) {
      return null;
    }
    String url = text.strip();
    if (!isWebAddress(url)) {
      throw bad(
          Reason.INVALID_URI,
          "is '%s'; it must be an absolute http or https address of at most %d characters."
              .formatted(JsonPath.shown(url), MAX_URL_LENGTH));
    }
    return url;
  }

  static boolean isWebAddress(String url) {
    return url.length() <= MAX_URL_LENGTH && WEB_ADDRESS.matcher(url).matches();
  }

  /**
   * @param what goes on after the path: "is 7; …"
   */
  BadFieldException bad(Reason reason, String what) {
    return new BadFieldException(reason, "body", path + " " + what);
  }

  static String kind(JsonNode node) {
    return switch (node.getNodeType()) {
      case ARRAY -> "an array";
      case OBJECT -> "an object";
      case NULL, MISSING -> "null";
      default -> "a " + node.getNodeType().name().toLowerCase(Locale.ROOT);
    };
  }

  private JsonNode object(JsonNode value) {
    if (!value.isObject()) {
      throw wrongType("an object");
    }
    return value;
  }

  private BadFieldException wrongType(String expected) {
    String is = node == null ? "absent" : kind(node);
    return bad(Reason.UNSUPPORTED_FORMAT, "is %s; it must be %s.".formatted(is, expected));
  }
}
