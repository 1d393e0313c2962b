package org.articlepipeline.ingest.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.util.Set;
import org.articlepipeline.schemas.ArticleSubmission;
import org.articlepipeline.schemas.Format;
import org.articlepipeline.schemas.Limits;

/** A JSON object that has the fields of a submission. */
final class JsonBodyReader implements BodyReader {
  static final String TYPE = "application/json";

  /**
   * Larger than the body in it: base64 makes a third more of it, and those who escape each letter
   * that is not ASCII three times as much.
   */
  static final int LIMIT = 3 * Limits.MAX_BODY_BYTES + 1024 * 1024;

  private static final String HINT =
      "To send ninjs or a WordPress post as it is, add ?format=ninjs or ?format=wordpress.";

  @Override
  public Set<String> mediaTypes() {
    return Set.of(TYPE);
  }

  @Override
  public int limit() {
    return LIMIT;
  }

  @Override
  public Contents read(Payload payload, ObjectNode query, String source) {
    ObjectNode fields = Json.object(payload, LIMIT);
    query.forEachEntry(
        (name, value) -> {
          if (fields.has(name)) {
            throw Problem.malformed(
                    name, "'" + name + "' is given twice: in the query and in the body.")
                .exception();
          }
        });
    fields.setAll(query);
    var submission = ArticleSubmission.newBuilder();
    JsonNode body = fields.remove(SubmissionFields.BODY);
    SubmissionFields.apply(fields, submission, HINT);
    if (body != null && !body.isNull()) {
      setBody(submission, new FieldValue(SubmissionFields.BODY, body));
    }
    return Contents.of(submission);
  }

  /** Text, or the object itself when the format is one of JSON. */
  private static void setBody(ArticleSubmission.Builder submission, FieldValue body) {
    boolean isObject =
        body.node().isObject()
            && (submission.getFormat() == Format.NINJS
                || submission.getFormat() == Format.WORDPRESS);
    String text = isObject ? body.node().toString() : body.text();
    // Whatever an HTML page says of itself was about the bytes that it was made of once.
    submission.setBody(ByteBuffer.wrap(text.getBytes(UTF_8))).setCharset(UTF_8.name());
  }
}
