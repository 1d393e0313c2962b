package org.articlepipeline.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Locale;
import java.util.Map;

/** Progress on standard error, the result on standard output: as JSON, or for people. */
public final class Report {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final boolean json;

  public Report(boolean json) {
    this.json = json;
  }

  public void progress(String format, Object... values) {
    System.err.println(String.format(Locale.ROOT, format, values));
  }

  public void print(Map<String, Object> result) {
    if (json) {
      try {
        System.out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(result));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException(e);
      }
    } else {
      lines("", result);
    }
  }

  private static void lines(String indent, Map<?, ?> values) {
    values.forEach(
        (name, value) -> {
          if (value instanceof Map<?, ?> inner) {
            System.out.println(indent + name);
            lines(indent + "  ", inner);
          } else {
            System.out.println(String.format(Locale.ROOT, "%s%-28s %s", indent, name, text(value)));
          }
        });
  }

  private static String text(Object value) {
    return switch (value) {
      case Spread s ->
          String.format(
              Locale.ROOT,
              "%,.4g (%,.4g to %,.4g in %d runs)",
              s.median(),
              s.lowest(),
              s.highest(),
              s.runs());
      case Double d -> String.format(Locale.ROOT, "%.3f", d);
      default -> value.toString();
    };
  }
}
