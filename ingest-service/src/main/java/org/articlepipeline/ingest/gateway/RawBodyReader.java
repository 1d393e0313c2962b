package org.articlepipeline.ingest.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Set;
import org.articlepipeline.schemas.ArticleSubmission;
import org.articlepipeline.schemas.Format;
import org.articlepipeline.schemas.Limits;

/**
 * The article as the CMS has it; everything else is in the query. The bytes are not looked at, nor
 * is gzip undone: that is the topology's.
 */
final class RawBodyReader implements BodyReader {
  private static final String JSON = "application/json";

  private static final Map<String, Format> FORMATS =
      Map.of(
          "text/plain", Format.TEXT,
          "text/html", Format.HTML,
          "application/xhtml+xml", Format.HTML,
          "application/vnd.iptc.ninjs+json", Format.NINJS);

  /** What {@value #JSON} is when the query says so. */
  private static final Set<String> JSON_FORMATS = Set.of("ninjs", "wordpress");

  @Override
  public Set<String> mediaTypes() {
    return FORMATS.keySet();
  }

  @Override
  public boolean takes(String mediaType, String format) {
    return FORMATS.containsKey(mediaType)
        || (mediaType.equals(JSON) && JSON_FORMATS.contains(format));
  }

  @Override
  public int limit() {
    return Limits.MAX_BODY_BYTES;
  }

  @Override
  public Contents read(Payload payload, ObjectNode query, String source) {
    var submission = ArticleSubmission.newBuilder();
    Format format = FORMATS.get(payload.type());
    if (format != null) {
      submission.setFormat(format);
    }
    SubmissionFields.apply(query, submission, "");
    submission
        .setBody(payload.isEmpty() ? null : ByteBuffer.wrap(payload.bytes()))
        .setCharset(payload.charset())
        .setContentEncoding(payload.gzip() ? "gzip" : null);
    return Contents.of(submission);
  }
}
