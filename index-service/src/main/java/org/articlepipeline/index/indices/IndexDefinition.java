package org.articlepipeline.index.indices;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HexFormat;
import java.util.Set;
import org.articlepipeline.index.document.DocumentId;
import org.articlepipeline.index.elasticsearch.ElasticsearchConnection;

/**
 * What an operator wants different in an index: {@code {"mappings": {"properties": …}, "settings":
 * {"analysis": …}}}. Fields and analyzers that it does not name are this version's.
 *
 * @param changes empty for an index just as this version has it
 */
public record IndexDefinition(ObjectNode changes) {
  private static final String CUSTOM = "custom";
  private static final String MAPPINGS = "mappings";
  private static final String SETTINGS = "settings";

  public static IndexDefinition ours() {
    return new IndexDefinition(JsonNodeFactory.instance.objectNode());
  }

  /**
   * @throws BadDefinitionException with what is wrong and where; what Elasticsearch thinks of it
   *     shows when the index is made
   */
  public static IndexDefinition parse(String text) {
    JsonNode json;
    try {
      json =
          ElasticsearchConnection.JSON
              .reader()
              .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
              .readTree(text);
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      throw new BadDefinitionException(
          "line %d, column %d: %s"
              .formatted(
                  at == null ? 1 : at.getLineNr(),
                  at == null ? 1 : at.getColumnNr(),
                  e.getOriginalMessage()));
    }
    requireObject(json, "the mapping");
    requireOnly(json, "", Set.of(MAPPINGS, SETTINGS));
    requireOnly(json.path(SETTINGS), SETTINGS + ".", Set.of("analysis"));
    requireOnly(json.path(MAPPINGS), MAPPINGS + ".", Set.of("properties", "dynamic", "_meta"));
    JsonNode properties = json.path(MAPPINGS).path("properties");
    if (!properties.isMissingNode()) {
      requireObject(properties, "mappings.properties");
      properties
          .properties()
          .forEach(p -> requireObject(p.getValue(), "mappings.properties." + p.getKey()));
    }
    if (!json.path(MAPPINGS).path("dynamic").asText("strict").equals("strict")) {
      throw new BadDefinitionException(
          "mappings.dynamic must be \"strict\": a document must not change the mapping");
    }
    return new IndexDefinition((ObjectNode) json);
  }

  private static void requireObject(JsonNode json, String where) {
    if (!json.isObject()) {
      throw new BadDefinitionException(
          where
              + " must be an object such as {\"mappings\": {\"properties\": {…}}}, it is "
              + (json.isMissingNode() ? "empty" : json.getNodeType().toString()));
    }
  }

  private static void requireOnly(JsonNode json, String path, Set<String> allowed) {
    if (json.isMissingNode()) {
      return;
    }
    if (!path.isEmpty()) {
      requireObject(json, path.substring(0, path.length() - 1));
    }
    json.fieldNames()
        .forEachRemaining(
            name -> {
              if (!allowed.contains(name)) {
                throw new BadDefinitionException(
                    "%s%s can't be given here, only %s; shards, replicas and refreshes are configured (articles.index.*)"
                        .formatted(path, name, allowed.stream().sorted().toList()));
              }
            });
  }

  /** For making an index; what it leaves out comes from the template. */
  ObjectNode body(IndexTemplate template) {
    ObjectNode body = changes.deepCopy();
    if (!changes.isEmpty()) {
      String hash = template.hash() + "\n" + changes;
      body.withObject("/mappings/_meta")
          .put(CUSTOM, true)
          .put("hash", HexFormat.of().formatHex(DocumentId.sha256(hash.getBytes(UTF_8))));
    }
    return body;
  }

  static boolean isCustom(JsonNode mappings) {
    return mappings.path("_meta").path(CUSTOM).asBoolean();
  }
}
