package org.articlepipeline.ingest.gateway;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.articlepipeline.schemas.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What a request carries.
 *
 * @param type media type without parameters, in lower case; empty when there is none
 * @param charset of its parameter
 * @param gzip whether the bytes are gzipped
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
record Payload(String type, @Nullable String charset, boolean gzip, byte[] bytes) {

  private static final int BUFFER_BYTES = 16 * 1024;

  boolean isEmpty() {
    return bytes.length == 0;
  }

  /**
   * With gzip undone; {@link #inflatedSize} has said that it fits into memory.
   *
   * @throws ProblemException 413 when it is larger, 422 when it is not gzip
   */
  byte[] inflated(int limit) {
    if (!gzip) {
      return bytes;
    }
    try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      byte[] inflated = in.readNBytes(limit + 1);
      if (inflated.length > limit) {
        throw RequestBody.tooLarge(limit);
      }
      return inflated;
    } catch (IOException e) {
      throw notGzip(e);
    }
  }

  /** How large it is inflated, found without inflating it into memory: a bomb costs time alone. */
  int inflatedSize(int limit) {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      byte[] buffer = new byte[BUFFER_BYTES];
      int size = 0;
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        size += n;
        if (size > limit) {
          throw RequestBody.tooLarge(limit);
        }
      }
      return size;
    } catch (IOException e) {
      throw notGzip(e);
    }
  }

  private static ProblemException notGzip(IOException e) {
    return Problem.of(
            Problem.Kind.INVALID_SUBMISSION,
            "Content-Encoding is gzip, but the body can't be inflated (%s)."
                .formatted(e.getMessage()))
        .because(Reason.BAD_CONTENT_ENCODING.code())
        .in("Content-Encoding")
        .exception();
  }
}
