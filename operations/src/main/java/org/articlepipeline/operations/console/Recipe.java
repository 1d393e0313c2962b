package org.articlepipeline.operations.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import org.articlepipeline.operations.cluster.Json;

/** A query of docs/searching.md; what stands in capitals there is filled in here. */
final class Recipe {
  private final JsonNode shape;

  private Recipe(JsonNode shape) {
    this.shape = shape;
  }

  static Recipe named(String name) {
    String resource = "recipes/" + name + ".json";
    try (InputStream in =
        Objects.requireNonNull(Recipe.class.getResourceAsStream(resource), resource)) {
      return new Recipe(Json.MAPPER.readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ObjectNode filled(Map<String, String> values) {
    return (ObjectNode) replaced(shape, values);
  }

  /** As values, never as text of the query: a quote in what was typed ends nothing. */
  private static JsonNode replaced(JsonNode node, Map<String, String> values) {
    return switch (node) {
      case ObjectNode object -> {
        ObjectNode copy = object.objectNode();
        object
            .properties()
            .forEach(field -> copy.set(field.getKey(), replaced(field.getValue(), values)));
        yield copy;
      }
      case ArrayNode array -> {
        ArrayNode copy = array.arrayNode();
        array.forEach(element -> copy.add(replaced(element, values)));
        yield copy;
      }
      default -> {
        String value = node.isTextual() ? values.get(node.textValue()) : null;
        yield value == null ? node : new TextNode(value);
      }
    };
  }
}
