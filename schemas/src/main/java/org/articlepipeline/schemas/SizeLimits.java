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
 * Keeps what is too large from being sent at all: a CMS sees the error while it still can do
 * something, and a Streams transaction is not aborted by a record that will never fit.
 */
final class SizeLimits {

  private SizeLimits() {}

  /** Submissions only; other records hold a body that was checked, in another form. */
  static void checkBody(IndexedRecord record) {
    Schema schema = record.getSchema();
    if (schema.getFullName().equals(ArticleSubmission.SCHEMA$.getFullName())
        && field(record, "body") instanceof ByteBuffer body) {
      Object encoding = field(record, "contentEncoding");
      boolean gzip = encoding != null && encoding.toString().equalsIgnoreCase("gzip");
      if (body.remaining() > Limits.MAX_BODY_BYTES || (gzip && inflatesBeyondLimit(body))) {
        throw new BodyTooLargeException(
            "the body of %s is over %d bytes%s: send a smaller one"
                .formatted(
                    field(record, "uri"), Limits.MAX_BODY_BYTES, gzip ? " when decoded" : ""));
      }
    }
  }

  /** Returns the value, when it leaves room for key and headers in a record of the topic. */
  static byte[] check(String topic, byte[] value, String what) {
    int limit = Limits.maxValueBytes(topic);
    if (value.length > limit) {
      throw new OversizedRecordException(
          "a %s of %d bytes does not fit into %s, whose values are at most %d bytes"
              .formatted(what, value.length, topic, limit));
    }
    return value;
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
