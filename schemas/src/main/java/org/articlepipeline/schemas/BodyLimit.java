package org.articlepipeline.schemas;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * Keeps submissions over {@link Limits#MAX_BODY_BYTES} from being sent at all, where their sender
 * still sees the error.
 */
final class BodyLimit {

  private BodyLimit() {}

  static void check(IndexedRecord record) {
    Schema schema = record.getSchema();
    if (schema.getFullName().equals(ArticleSubmission.SCHEMA$.getFullName())
        && field(record, "body") instanceof ByteBuffer body) {
      Object encoding = field(record, "contentEncoding");
      boolean gzip = encoding != null && encoding.toString().equalsIgnoreCase("gzip");
      if (body.remaining() > Limits.MAX_BODY_BYTES || gzip && inflatesBeyondLimit(body)) {
        throw new BodyTooLargeException(
            "the body of %s is over %d bytes%s: send a smaller one"
                .formatted(
                    field(record, "uri"), Limits.MAX_BODY_BYTES, gzip ? " when decoded" : ""));
      }
    }
  }

  private static @Nullable Object field(IndexedRecord record, String name) {
    Schema.Field field = record.getSchema().getField(name);
    return field == null ? null : record.get(field.pos());
  }

  /** Damaged gzip is not too large: the gate says what is wrong with it. */
  private static boolean inflatesBeyondLimit(ByteBuffer body) {
    var bytes = new byte[body.remaining()];
    body.duplicate().get(bytes);
    try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      in.transferTo(new Bounded());
      return false;
    } catch (LimitReached e) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static final class LimitReached extends IOException {}

  private static final class Bounded extends OutputStream {
    private long written;

    @Override
    public void write(int b) throws IOException {
      count(1);
    }

    @Override
    public void write(byte[] b, int off, int len) throws IOException {
      count(len);
    }

    private void count(int bytes) throws LimitReached {
      written += bytes;
      if (written > Limits.MAX_BODY_BYTES) {
        throw new LimitReached();
      }
    }
  }
}
