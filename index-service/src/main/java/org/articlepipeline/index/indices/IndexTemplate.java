package org.articlepipeline.index.indices;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.function.Consumer;
import org.articlepipeline.index.document.DocumentId;
import org.articlepipeline.index.elasticsearch.ElasticsearchConnection;

/**
 * An index template from this module's resources. The hash in the mapping's {@code _meta} tells two
 * mappings apart at a glance; that they differ is found by comparing them.
 */
public record IndexTemplate(String name, ObjectNode body) {

  public static IndexTemplate articles(IndexSettings settings) {
    return load("articles", "articles-template.json", settings, IndexTemplate::addWords);
  }

  public static IndexTemplate receipts(IndexSettings settings) {
    return load("article-receipts", "receipts-template.json", settings, body -> {});
  }

  public static IndexTemplate deadLetters(IndexSettings settings) {
    return load("article-dead-letters", "dead-letters-template.json", settings, body -> {});
  }

  private static IndexTemplate load(
      String name, String resource, IndexSettings settings, Consumer<ObjectNode> rest) {
    ObjectNode body = (ObjectNode) json(resource);
    rest.accept(body);
    ObjectNode index = (ObjectNode) body.path("template").path("settings");
    index.put("number_of_shards", settings.shards());
    index.put("number_of_replicas", settings.replicas());
    index.put("refresh_interval", settings.refreshInterval());
    IndexTemplate template = new IndexTemplate(name, body);
    ObjectNode mappings = ((ObjectNode) template.mappings()).deepCopy();
    mappings.remove("_meta");
    String definition = mappings + "\n" + template.analysis();
    ((ObjectNode) template.mappings().path("_meta"))
        .put("hash", HexFormat.of().formatHex(DocumentId.sha256(definition.getBytes(UTF_8))));
    return template;
  }

  /** A list for people to read and add to, so not in the JSON. */
  private static void addWords(ObjectNode body) {
    ArrayNode rules =
        body.withObject("/template/settings/analysis/filter/articles_synonyms")
            .putArray("synonyms");
    new String(bytes("english-words.txt"), UTF_8)
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .forEach(rules::add);
  }

  static JsonNode json(String resource) {
    try {
      return ElasticsearchConnection.JSON.readTree(bytes(resource));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(String resource) {
    try (InputStream in =
        Objects.requireNonNull(IndexTemplate.class.getResourceAsStream(resource), resource)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public JsonNode mappings() {
    return body.path("template").path("mappings");
  }

  JsonNode analysis() {
    return settings().path("analysis");
  }

  ObjectNode settings() {
    return (ObjectNode) body.path("template").path("settings");
  }

  String hash() {
    return mappings().path("_meta").path("hash").asText();
  }

  /** Templates are put again at every start: they only matter for indices made later. */
  public void put(ElasticsearchConnection elasticsearch) {
    elasticsearch.call(
        client ->
            client
                .indices()
                .putIndexTemplate(
                    template -> template.name(name).withJson(new StringReader(body.toString()))));
  }
}
