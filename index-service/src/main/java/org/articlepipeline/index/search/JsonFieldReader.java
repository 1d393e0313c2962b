package org.articlepipeline.index.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.articlepipeline.index.document.JsonFields;
import org.jspecify.annotations.Nullable;

/** The counterpart of {@link JsonFields}: what was left out is null. */
record JsonFieldReader(JsonNode json) {

  /** Empty when it was left out. */
  String needed(String name) {
    return json.path(name).asText("");
  }

  @Nullable String text(String name) {
    return json.path(name).isTextual() ? json.path(name).textValue() : null;
  }

  @Nullable Long number(String name) {
    return json.path(name).isNumber() ? json.path(name).longValue() : null;
  }

  @Nullable Integer integer(String name) {
    return json.path(name).isNumber() ? json.path(name).intValue() : null;
  }

  @Nullable Instant instant(String name) {
    String value = text(name);
    return value == null ? null : Instant.parse(value);
  }
}
