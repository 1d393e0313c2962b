package org.articlepipeline.operations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import org.articlepipeline.operations.cluster.Json;

/** Where a command prints: answers to {@code out}, progress and errors to {@code err}. */
record Output(PrintWriter out, PrintWriter err, boolean json) {
  static final ObjectMapper JSON = Json.MAPPER;

  /** A line of the answer. */
  void line(String text) {
    out.println(text);
    out.flush();
  }

  /** A line about how it goes; never part of the answer. */
  void note(String text) {
    err.println(text);
    err.flush();
  }

  void error(String text) {
    note("error: " + text);
  }

  /** One value, indented, for people and {@code jq} alike. */
  void value(Object value) {
    write(value, true);
  }

  /** One value on one line. */
  void jsonLine(Object value) {
    write(value, false);
  }

  private void write(Object value, boolean indented) {
    var writer = indented ? JSON.writerWithDefaultPrettyPrinter() : JSON.writer();
    try {
      line(writer.writeValueAsString(value));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
