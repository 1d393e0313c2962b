package org.articlepipeline.index.indices;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.articlepipeline.index.document.DocumentId;

/** Compares what an index has with what this version needs, value by value. */
final class MappingDifference {
  private static final Pattern MISSING_FIELD =
      Pattern.compile("^mapping\\.(\\S*\\.)?properties\\.[^.]+\\.type: the index has nothing");

  /** From here on nobody reads a list in a message. */
  private static final int LONG = 30;

  private MappingDifference() {}

  /**
   * One line for each value that differs, such as {@code properties.headline.analyzer: the index
   * has english, this version needs articles_stemmed}. {@code _meta} describes and is not compared.
   */
  static List<String> between(String what, JsonNode live, JsonNode needed) {
    Map<String, String> has = new TreeMap<>();
    Map<String, String> needs = new TreeMap<>();
    flatten(what, live, has);
    flatten(what, needed, needs);
    TreeSet<String> paths = new TreeSet<>(has.keySet());
    paths.addAll(needs.keySet());
    List<String> differences = new ArrayList<>();
    for (String path : paths) {
      String is = has.getOrDefault(path, "nothing");
      String should = needs.getOrDefault(path, "nothing");
      if (!is.equals(should)) {
        differences.add("%s: the index has %s, this version needs %s".formatted(path, is, should));
      }
    }
    return differences;
  }

  /** Only of values that are needed: the index may have more. */
  static List<String> ofNeeded(String what, JsonNode live, JsonNode needed) {
    Map<String, String> has = new TreeMap<>();
    Map<String, String> needs = new TreeMap<>();
    flatten(what, live, has);
    flatten(what, needed, needs);
    return needs.entrySet().stream()
        .filter(need -> !need.getValue().equals(has.get(need.getKey())))
        .map(
            need ->
                "%s: the index has %s, configured is %s"
                    .formatted(
                        need.getKey(),
                        has.getOrDefault(need.getKey(), "the default"),
                        need.getValue()))
        .toList();
  }

  /** Whether a difference means that documents with that field would be refused. */
  static boolean isMissingField(String difference) {
    return MISSING_FIELD.matcher(difference).find();
  }

  /** Settings come back as text, so everything is compared as text. */
  private static void flatten(String path, JsonNode node, Map<String, String> values) {
    if (node.isObject()) {
      node.properties().stream()
          .filter(member -> !member.getKey().equals("_meta"))
          .forEach(member -> flatten(path + "." + member.getKey(), member.getValue(), values));
    } else if (node.isArray()) {
      List<String> items = new ArrayList<>();
      node.forEach(item -> items.add(item.asText()));
      values.put(path, items.size() > LONG ? outline(items) : items.toString());
    } else if (!node.isMissingNode()) {
      values.put(path, node.asText());
    }
  }

  private static String outline(List<String> items) {
    byte[] hash = DocumentId.sha256(String.join("\n", items).getBytes(UTF_8));
    return "%d values (sha256 %s…)".formatted(items.size(), HexFormat.of().formatHex(hash, 0, 4));
  }
}
