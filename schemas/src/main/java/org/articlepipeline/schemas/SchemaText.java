package org.articlepipeline.schemas;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/**
 * Schemas as the registry holds them: of no language, so that all writers of a schema share one id.
 */
final class SchemaText {

  private static final ObjectMapper JSON = new ObjectMapper();

  private SchemaText() {}

  /** Without the properties that generated Java classes add to each string. */
  static String of(Schema schema) {
    JsonNode tree = tree(schema);
    strip(tree);
    return new Schema.Parser().parse(tree.toString()).toString();
  }

  static JsonNode tree(Schema schema) {
    try {
      return JSON.readTree(schema.toString());
    } catch (JacksonException e) {
      throw new IllegalStateException("Avro wrote a schema that is not JSON", e);
    }
  }

  private static void strip(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.remove("avro.java.string");
    }
    node.forEach(SchemaText::strip);
  }

  /**
   * @param answer the registry's, with {@code schema} and perhaps {@code schemaType}
   * @param what names the schema in messages
   */
  static Schema parse(JsonNode answer, String what) {
    String type = answer.path("schemaType").asText("AVRO");
    if (!type.equals("AVRO")) {
      throw new NotAvroException("%s is of type %s, not Avro".formatted(what, type));
    }
    try {
      return new Schema.Parser().setValidateDefaults(false).parse(answer.path("schema").asText());
    } catch (AvroRuntimeException e) {
      throw new IncompatibleSchemaException(
          "%s can't be used: %s".formatted(what, e.getMessage()), e);
    }
  }
}
