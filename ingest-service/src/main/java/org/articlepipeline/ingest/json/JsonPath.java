package org.articlepipeline.ingest.json;

import com.fasterxml.jackson.core.JsonStreamContext;
import java.util.ArrayDeque;
import java.util.regex.Pattern;
import org.articlepipeline.ingest.text.CharacterCleanup;
import org.jspecify.annotations.Nullable;

/** Where a value stands in a JSON document, for messages: {@code $.bodies[0].value}. */
final class JsonPath {

  static final String ROOT = "$";

  private static final int MAX_LENGTH = 200;
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*+");

  private JsonPath() {}

  static String field(String parent, String name) {
    return PLAIN.matcher(name).matches()
        ? parent + "." + shown(name)
        : parent + "['" + shown(name) + "']";
  }

  static String item(String parent, int index) {
    return parent + "[" + index + "]";
  }

  /** Where a parser is. */
  static String of(JsonStreamContext context) {
    var outermostFirst = new ArrayDeque<JsonStreamContext>();
    for (@Nullable JsonStreamContext at = context; at != null; at = at.getParent()) {
      outermostFirst.push(at);
    }
    String path = ROOT;
    for (JsonStreamContext at : outermostFirst) {
      if (at.inObject() && at.getCurrentName() != null) {
        path = field(path, at.getCurrentName());
      } else if (at.inArray()) {
        path = item(path, Math.max(0, at.getCurrentIndex()));
      }
      if (path.length() > MAX_LENGTH) {
        return path.substring(0, MAX_LENGTH) + "\u2026";
      }
    }
    return path;
  }

  /** What a sender wrote, fit for a message. */
  static String shown(@Nullable String text) {
    if (text == null) {
      return "";
    }
    String line =
        CharacterCleanup.cleanLine(text.substring(0, Math.min(text.length(), MAX_LENGTH)));
    return text.length() > MAX_LENGTH ? line + "\u2026" : line;
  }
}
