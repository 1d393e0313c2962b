package org.articlepipeline.operations.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.articlepipeline.operations.cluster.Json;

/**
 * What goes back to the browser.
 *
 * @param headers besides those that every answer has
 */
@SuppressWarnings("ArrayRecordComponent") // Sent, never compared.
record Reply(int status, String contentType, Map<String, String> headers, byte[] body) {
  static final String HTML = "text/html; charset=utf-8";
  static final String JSON = "application/json";
  static final String PROBLEM = "application/problem+json";

  static Reply json(Object value) {
    return json(200, JSON, value);
  }

  static Reply json(int status, String type, Object value) {
    try {
      byte[] body = Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(value);
      return new Reply(status, type, Map.of(), body);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** To another page, which is asked for by GET. */
  static Reply to(String location) {
    return new Reply(303, "text/plain", Map.of("Location", location), new byte[0]);
  }

  Reply with(String header, String value) {
    var more = new java.util.HashMap<>(headers);
    more.put(header, value);
    return new Reply(status, contentType, Map.copyOf(more), body);
  }
}
