package org.articlepipeline.ingest.gateway;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Locale;

/** JSON that comes from outside; what two parsers could read in two ways is refused. */
final class Json {
  private static final int MAX_DEPTH = 100;
  private static final int MAX_NUMBER_DIGITS = 100;

  static final ObjectMapper MAPPER =
      new ObjectMapper(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxNumberLength(MAX_NUMBER_DIGITS)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  // Names come from outside: no table of them is to grow, or to be made to collide.
                  .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                  .build())
          // A body that is an object goes on with its numbers as they were.
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false);

  private Json() {}

  /**
   * @throws ProblemException 400 with line and column when it is not one JSON object in UTF-8
   */
  static ObjectNode object(Payload payload, int limit) {
    String charset = payload.charset();
    if (charset != null && !charset.toLowerCase(Locale.ROOT).matches("utf-?8|us-ascii")) {
      throw Problem.of(
              Problem.Kind.UNSUPPORTED_MEDIA_TYPE,
              "JSON is read in UTF-8 only, not in '%s'.".formatted(charset))
          .in("Content-Type")
          .exception();
    }
    try (JsonParser parser = MAPPER.createParser(payload.inflated(limit))) {
      return object(parser);
    } catch (IOException e) {
      throw Problem.malformed(null, "The body is not JSON in UTF-8.").exception();
    }
  }

  private static ObjectNode object(JsonParser parser) throws IOException {
    JsonNode root;
    try {
      root = MAPPER.readTree(parser);
      if (parser.nextToken() != null) {
        throw malformed(parser.currentTokenLocation(), "there is more after its end");
      }
    } catch (JsonProcessingException e) {
      throw malformed(
          e.getLocation() == null ? parser.currentLocation() : e.getLocation(),
          e.getOriginalMessage().lines().findFirst().orElse(""));
    }
    if (root instanceof ObjectNode object) {
      return object;
    }
    throw Problem.malformed(
            null,
            root == null
                ? "The body is empty; a JSON object is needed."
                : "The body is a JSON %s; an object is needed."
                    .formatted(root.getNodeType().name().toLowerCase(Locale.ROOT)))
        .exception();
  }

  private static ProblemException malformed(JsonLocation at, String why) {
    return Problem.malformed(
            null,
            "The body is not one JSON object: line %d, column %d: %s."
                .formatted(at.getLineNr(), at.getColumnNr(), why))
        .exception();
  }
}
