package org.articlepipeline.ingest.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event in structured mode: attributes and data in one JSON object.
 *
 * @param payload what the event carries, as if it had come in binary mode
 */
record CloudEventJson(CloudEvent event, Payload payload) {
  static final String TYPE = "application/cloudevents+json";

  private static final String DATA = "data";
  private static final String DATA_BASE64 = "data_base64";

  /**
   * @throws ProblemException 400 when it is no event
   */
  static CloudEventJson parse(Payload envelope) {
    ObjectNode object = Json.object(envelope, JsonBodyReader.LIMIT);
    JsonNode data = taken(object, DATA);
    JsonNode base64 = taken(object, DATA_BASE64);
    if (data != null && base64 != null) {
      throw Problem.malformed(DATA_BASE64, "The event has both data and data_base64.").exception();
    }
    if (!object.has("specversion")) {
      throw Problem.malformed(
              "specversion",
              "The event has no specversion; with Content-Type " + TYPE + " it is \"1.0\".")
          .exception();
    }
    Map<String, String> attributes = new LinkedHashMap<>();
    object.forEachEntry(
        (name, value) -> {
          if (value.isContainerNode()) {
            throw new FieldValue(name, value).wrongType("a string, a number or a boolean");
          }
          if (!value.isNull()) {
            attributes.put(name, value.asText());
          }
        });
    CloudEvent event = CloudEvent.of(attributes, name -> name);
    String contentType = attributes.getOrDefault("datacontenttype", JsonBodyReader.TYPE);
    ContentType type = ContentType.parse(contentType, "datacontenttype");
    return new CloudEventJson(event, payload(type, data, base64));
  }

  private static Payload payload(
      ContentType type, @Nullable JsonNode data, @Nullable JsonNode base64) {
    if (base64 != null) {
      return new Payload(type.mediaType(), type.charset(), false, decoded(base64));
    }
    if (data == null) {
      return new Payload(type.mediaType(), type.charset(), false, new byte[0]);
    }
    // A string is data of its own only where the data is not JSON; its charset was JSON's.
    String text = data.isTextual() && !type.isJson() ? data.textValue() : data.toString();
    return new Payload(type.mediaType(), UTF_8.name(), false, text.getBytes(UTF_8));
  }

  private static byte[] decoded(JsonNode base64) {
    try {
      return Base64.getDecoder().decode(new FieldValue(DATA_BASE64, base64).text());
    } catch (IllegalArgumentException e) {
      throw Problem.malformed(DATA_BASE64, "data_base64 is not base64: " + e.getMessage() + ".")
          .exception();
    }
  }

  private static @Nullable JsonNode taken(ObjectNode object, String name) {
    JsonNode value = object.remove(name);
    return value == null || value.isNull() ? null : value;
  }
}
