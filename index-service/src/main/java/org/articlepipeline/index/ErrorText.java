package org.articlepipeline.index;

import com.fasterxml.jackson.databind.JsonNode;

/** What Elasticsearch says of an error, in one line: for people, never to decide by. */
final class ErrorText {
  private static final int MAX_LENGTH = 2_000;

  private ErrorText() {}

  /** Of an {@code error} member: an object with type, reason and caused_by, or plain text. */
  static String of(JsonNode error) {
    StringBuilder text = new StringBuilder();
    for (JsonNode e = error; e.isObject(); e = e.path("caused_by")) {
      text.append(text.isEmpty() ? "" : ", caused by ")
          .append(e.path("type").asText("error"))
          .append(": ")
          .append(e.path("reason").asText(""));
    }
    String line = text.isEmpty() ? error.asText("") : text.toString();
    return line.length() <= MAX_LENGTH ? line : line.substring(0, MAX_LENGTH) + "…";
  }
}
