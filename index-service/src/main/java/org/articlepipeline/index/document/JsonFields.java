package org.articlepipeline.index.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Streams one JSON object and leaves out what has no value: null, empty text, empty lists. Streamed
 * rather than built as a tree, because every document passes through here on its way into a bulk.
 */
public final class JsonFields {
  private static final JsonFactory JSON = new JsonFactory();

  private final JsonGenerator json;

  private JsonFields(JsonGenerator json) {
    this.json = json;
  }

  /** The object in UTF-8. */
  static byte[] object(int sizeHint, Consumer<JsonFields> fields) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(sizeHint);
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      fields.accept(new JsonFields(json));
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  JsonFields text(String name, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      write(() -> json.writeStringField(name, value));
    }
    return this;
  }

  JsonFields number(String name, @Nullable Long value) {
    if (value != null) {
      write(() -> json.writeNumberField(name, value));
    }
    return this;
  }

  JsonFields number(String name, long value) {
    return number(name, Long.valueOf(value));
  }

  JsonFields number(String name, double value) {
    write(() -> json.writeNumberField(name, value));
    return this;
  }

  JsonFields number(String name, @Nullable Double value) {
    return value == null ? this : number(name, value.doubleValue());
  }

  JsonFields flag(String name, boolean value) {
    write(() -> json.writeBooleanField(name, value));
    return this;
  }

  /** ISO 8601 in UTC. */
  JsonFields instant(String name, @Nullable Instant value) {
    return text(name, value == null ? null : value.toString());
  }

  JsonFields texts(String name, List<String> values) {
    if (!values.isEmpty()) {
      write(
          () -> {
            json.writeArrayFieldStart(name);
            for (String value : values) {
              json.writeString(value);
            }
            json.writeEndArray();
          });
    }
    return this;
  }

  JsonFields texts(String name, Map<String, String> values) {
    if (!values.isEmpty()) {
      write(
          () -> {
            json.writeObjectFieldStart(name);
            for (Map.Entry<String, String> value : values.entrySet()) {
              json.writeStringField(value.getKey(), value.getValue());
            }
            json.writeEndObject();
          });
    }
    return this;
  }

  JsonFields object(String name, Consumer<JsonFields> fields) {
    write(
        () -> {
          json.writeObjectFieldStart(name);
          fields.accept(this);
          json.writeEndObject();
        });
    return this;
  }

  <T> JsonFields objects(String name, List<T> values, BiConsumer<JsonFields, T> fields) {
    if (!values.isEmpty()) {
      write(
          () -> {
            json.writeArrayFieldStart(name);
            for (T value : values) {
              json.writeStartObject();
              fields.accept(this, value);
              json.writeEndObject();
            }
            json.writeEndArray();
          });
    }
    return this;
  }

  private interface Writing {
    void run() throws IOException;
  }

  private static void write(Writing writing) {
    try {
      writing.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
