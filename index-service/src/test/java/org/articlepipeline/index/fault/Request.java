package org.articlepipeline.index.fault;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP/1.1 request as it came.
 *
 * @param body as on the wire, chunks and all
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Request(String head, byte[] body) {

  /**
   * @return null when the connection ends before the next one
   */
  static @Nullable Request read(InputStream in) throws IOException {
    String head = upTo(in, "\r\n\r\n");
    if (head.isEmpty()) {
      return null;
    }
    if (header(head, "transfer-encoding").contains("chunked")) {
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      int size;
      do {
        String line = upTo(in, "\r\n");
        size = Integer.parseInt(line.strip(), 16);
        body.writeBytes(line.getBytes(ISO_8859_1));
        body.writeBytes(in.readNBytes(size + 2));
      } while (size > 0);
      return new Request(head, body.toByteArray());
    }
    String length = header(head, "content-length");
    return new Request(head, in.readNBytes(length.isEmpty() ? 0 : Integer.parseInt(length)));
  }

  boolean isBulk() {
    return head.contains("/_bulk");
  }

  /** The same, after whose answer the server closes: then the end of the stream is its end. */
  byte[] closing() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (String line : head.strip().split("\r\n")) {
      if (!line.toLowerCase(Locale.ROOT).startsWith("connection:")) {
        all.writeBytes((line + "\r\n").getBytes(ISO_8859_1));
      }
    }
    all.writeBytes("Connection: close\r\n\r\n".getBytes(ISO_8859_1));
    all.writeBytes(body);
    return all.toByteArray();
  }

  /** The body of an answer whose body is JSON. */
  static byte[] bodyOf(byte[] answer) {
    int start = new String(answer, ISO_8859_1).indexOf('{');
    return start < 0 ? new byte[0] : Arrays.copyOfRange(answer, start, answer.length);
  }

  private static String header(String head, String name) {
    for (String line : head.split("\r\n")) {
      if (line.toLowerCase(Locale.ROOT).startsWith(name + ":")) {
        return line.substring(name.length() + 1).strip();
      }
    }
    return "";
  }

  /** With the end; empty when there is nothing. */
  private static String upTo(InputStream in, String end) throws IOException {
    StringBuilder text = new StringBuilder();
    while (text.length() < end.length()
        || !text.substring(text.length() - end.length()).equals(end)) {
      int next = in.read();
      if (next < 0) {
        if (text.isEmpty()) {
          return "";
        }
        throw new EOFException("in the middle of a request");
      }
      text.append((char) next);
    }
    return text.toString();
  }
}
