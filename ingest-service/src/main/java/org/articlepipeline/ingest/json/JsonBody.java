package org.articlepipeline.ingest.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.function.Function;
import org.articlepipeline.ingest.draft.BadFieldException;
import org.articlepipeline.ingest.draft.BodyText;
import org.articlepipeline.ingest.draft.Checked;
import org.articlepipeline.ingest.draft.Draft;
import org.articlepipeline.schemas.ArticleSubmission;
import org.articlepipeline.schemas.Reason;

/**
 * A body that is one JSON object. What two parsers could read in two ways is refused: a name that
 * comes twice, more after the object's end; so is what only an attack needs: deep nesting, numbers
 * of any length.
 */
public final class JsonBody {

  /** Articles nest about ten deep. */
  private static final int MAX_DEPTH = 100;

  private static final int MAX_NUMBER_DIGITS = 100;

  private static final ObjectMapper JSON =
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
              .build());

  private JsonBody() {}

  /**
   * @param format may throw {@link BadFieldException}
   */
  public static Checked<Draft> read(
      ArticleSubmission submission, byte[] body, Function<JsonField, Draft> format) {
    return BodyText.decodeJson(body, submission.getCharset())
        .then(text -> parse(text.text()))
        .then(JsonBody::object)
        .then(
            root -> {
              try {
                return new Checked.Good<>(format.apply(root));
              } catch (BadFieldException e) {
                return new Checked.Bad<>(e.rejection());
              }
            });
  }

  private static Checked<JsonNode> parse(String text) {
    if (text.isBlank()) {
      return Checked.bad(
          Reason.EMPTY_BODY, "body", "The body is only white space. Send the article's JSON.");
    }
    try (JsonParser parser = JSON.createParser(text)) {
      try {
        JsonNode root = JSON.readTree(parser);
        return parser.nextToken() == null
            ? new Checked.Good<>(root)
            : Checked.bad(
                Reason.UNSUPPORTED_FORMAT,
                "body",
                "The body goes on after the end of $. Send one JSON object in each submission.");
      } catch (JsonProcessingException e) {
        return malformed(parser, e);
      }
    } catch (IOException e) {
      return Checked.bad(Reason.UNSUPPORTED_FORMAT, "body", "The body is not JSON.");
    }
  }

  private static Checked<JsonNode> malformed(JsonParser parser, JsonProcessingException e) {
    var at = e.getLocation() == null ? parser.currentLocation() : e.getLocation();
    return Checked.bad(
        Reason.UNSUPPORTED_FORMAT,
        "body",
        "The body is not JSON that can be read: at %s (line %d, column %d): %s"
            .formatted(
                JsonPath.of(parser.getParsingContext()),
                at.getLineNr(),
                at.getColumnNr(),
                JsonPath.shown(e.getOriginalMessage())));
  }

  private static Checked<JsonField> object(JsonNode root) {
    if (root.isObject()) {
      return new Checked.Good<>(JsonField.root(root));
    }
    return Checked.bad(
        Reason.UNSUPPORTED_FORMAT,
        "body",
        root.isArray()
            ? "$ is an array of %d. Send each article as a submission of its own, as an object."
                .formatted(root.size())
            : "$ is %s; it must be an object.".formatted(JsonField.kind(root)));
  }
}
