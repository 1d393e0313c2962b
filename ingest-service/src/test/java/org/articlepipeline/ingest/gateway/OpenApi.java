package org.articlepipeline.ingest.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The served description, which every answer in a test is held against. */
final class OpenApi {
  static final JsonNode DOCUMENT = read();

  private OpenApi() {}

  private static JsonNode read() {
    try (var in = Gateway.class.getResourceAsStream("openapi.json")) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode resolve(JsonNode node) {
    JsonNode at = node;
    while (at.has("$ref")) {
      at = DOCUMENT.at(at.path("$ref").asText().substring(1));
      assertThat(at.isMissingNode()).as("reference").isFalse();
    }
    return at;
  }

  /** Unknown paths and methods are not in it; all else must be, with the fields of its body. */
  static void assertDeclared(String method, String path, int status, String type, String body)
      throws IOException {
    String template = path.matches("/articles/[^/]+") ? "/articles/{uri}" : path;
    JsonNode operation =
        DOCUMENT.path("paths").path(template).path(method.toLowerCase(Locale.ROOT));
    if (operation.isMissingNode()) {
      return;
    }
    String what = method + " " + template + " " + status;
    JsonNode response = operation.path("responses").path(Integer.toString(status));
    assertThat(response.isMissingNode()).as("%s is not declared", what).isFalse();
    JsonNode content = resolve(response).path("content").path(type);
    assertThat(content.isMissingNode()).as("%s as %s is not declared", what, type).isFalse();
    JsonNode schema = resolve(content.path("schema"));
    JsonNode json = new ObjectMapper().readTree(body);
    if (schema.has("oneOf")) {
      assertThat(schema.path("oneOf")).as(what).anySatisfy(one -> assertFits(json, one, what));
    } else {
      assertFits(json, schema, what);
    }
  }

  private static void assertFits(JsonNode json, JsonNode reference, String what) {
    JsonNode schema = resolve(reference);
    if (schema.has("properties")) {
      assertThat(names(schema.path("properties"))).as(what).containsAll(names(json));
    }
    schema.path("required").forEach(name -> assertThat(json.has(name.asText())).as(what).isTrue());
  }

  static List<String> names(JsonNode object) {
    var names = new ArrayList<String>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
