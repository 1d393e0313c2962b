package org.articlepipeline.ingest.draft;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.articlepipeline.schemas.ArticleSubmission;
import org.articlepipeline.schemas.Limits;
import org.articlepipeline.schemas.Reason;

/** A submission's body with its content encoding undone and done. */
public final class BodyBytes {

  public static final String GZIP = "gzip";

  private BodyBytes() {}

  /**
   * The body as the CMS has it. Never inflates more than one byte past the limit, whatever a gzip
   * bomb claims.
   */
  public static Checked<byte[]> of(ArticleSubmission submission) {
    ByteBuffer body = submission.getBody();
    if (body == null || !body.hasRemaining()) {
      return Checked.bad(
          Reason.EMPTY_BODY,
          "body",
          "A USABLE submission needs a body; this one has none. Send the article's text.");
    }
    String encoding = submission.getContentEncoding();
    byte[] sent = bytes(body);
    if (encoding == null) {
      return bounded(sent);
    }
    if (!encoding.equalsIgnoreCase(GZIP)) {
      return Checked.bad(
          Reason.BAD_CONTENT_ENCODING,
          "contentEncoding",
          "contentEncoding is '%s'; leave it null (body as it is) or set 'gzip'."
              .formatted(encoding));
    }
    try (var gzip = new GZIPInputStream(new ByteArrayInputStream(sent))) {
      return bounded(gzip.readNBytes(Limits.MAX_BODY_BYTES + 1));
    } catch (IOException e) {
      return Checked.bad(
          Reason.BAD_CONTENT_ENCODING,
          "body",
          "contentEncoding is gzip, but the body can't be inflated (%s). Send whole gzip data, or null for a plain body."
              .formatted(e.getMessage()));
    }
  }

  /**
   * Fast rather than small: on an article the best level saves 6 % and takes as long as all the
   * rest.
   */
  public static byte[] gzip(byte[] body) {
    var out = new ByteArrayOutputStream(body.length / 2 + 64);
    try (var gzip = new FastGzip(out)) {
      gzip.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return out.toByteArray();
  }

  private static Checked<byte[]> bounded(byte[] body) {
    if (body.length == 0) {
      return Checked.bad(Reason.EMPTY_BODY, "body", "The body is empty once it is inflated.");
    }
    if (body.length > Limits.MAX_BODY_BYTES) {
      return Checked.bad(
          Reason.BODY_TOO_LARGE,
          "body",
          "The body is over %,d bytes (5 MiB) once its content encoding is undone. Send the text without pictures and scripts."
              .formatted(Limits.MAX_BODY_BYTES));
    }
    return new Checked.Good<>(body);
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }

  private static final class FastGzip extends GZIPOutputStream {
    FastGzip(OutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
