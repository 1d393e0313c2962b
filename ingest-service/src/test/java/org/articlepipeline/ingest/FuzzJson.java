package org.articlepipeline.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Breaks JSON by its values: other types, other dates, other texts, doubled names, depth. */
final class FuzzJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "0",
          "-0.0",
          "1e400",
          "123456789012345678901234567890",
          "\"\"",
          "\" \"",
          "[]",
          "{}",
          "[[]]",
          "[null]",
          "[{}]",
          "{\"value\":null}",
          "{\"rendered\":[]}",
          "{\"rendered\":null,\"protected\":true}",
          "\"2026-02-30T00:00:00Z\"",
          "\"2026-01-01\"",
          "\"2026-01-01T00:00:00\"",
          "\"+1000000-01-01T00:00:00Z\"",
          "\"0000-00-00 00:00:00\"",
          "1767225600",
          "1767225600000",
          "\"future\"",
          "\"trash\"",
          "\"usable\"",
          "\"withheld\"",
          "\"main\"",
          "\"text/html\"",
          "\"text/xml\"",
          "\"http://[\"",
          "\"\\ud800\"",
          "\"\\u0000\"",
          "\"<p>x\"",
          "\"x-klingon\"",
          "\"urn:x\"");

  private FuzzJson() {}

  static String mutated(String json, Random random) {
    JsonNode root;
    try {
      root = JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (int left = 1 + random.nextInt(4); left > 0; left--) {
      once(root, random);
    }
    String text = root.toString();
    return switch (random.nextInt(10)) {
      case 0 -> FuzzText.mutated(text, random);
      case 1 -> "[".repeat(random.nextInt(300)) + text;
      case 2 -> text + (random.nextBoolean() ? text : "//");
      default -> text;
    };
  }

  private static void once(JsonNode root, Random random) {
    List<JsonNode> containers = new ArrayList<>();
    collect(root, containers);
    JsonNode container = containers.get(random.nextInt(containers.size()));
    if (container instanceof ObjectNode object && !object.isEmpty()) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      String name = names.get(random.nextInt(names.size()));
      switch (random.nextInt(6)) {
        case 0 -> object.remove(name);
        case 1 -> object.set(FuzzText.mutated(name, random), object.get(name));
        default -> object.set(name, changed(object.get(name), random));
      }
    } else if (container instanceof ArrayNode array && !array.isEmpty()) {
      int at = random.nextInt(array.size());
      switch (random.nextInt(4)) {
        case 0 -> array.remove(at);
        case 1 -> array.add(array.get(at));
        default -> array.set(at, changed(array.get(at), random));
      }
    }
  }

  private static JsonNode changed(JsonNode value, Random random) {
    if (value.isTextual() && random.nextInt(3) > 0) {
      String text = value.textValue();
      return JsonNodeFactory.instance.textNode(
          random.nextBoolean() ? FuzzText.mutated(text, random) : FuzzMarkup.mutated(text, random));
    }
    return parsed(VALUES.get(random.nextInt(VALUES.size())));
  }

  private static JsonNode parsed(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void collect(JsonNode node, List<JsonNode> containers) {
    if (node.isContainerNode()) {
      containers.add(node);
      node.forEach(child -> collect(child, containers));
    }
  }
}
