package org.articlepipeline.enrich.knowledge;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * Strings one after the other in an array: the length in bytes as a varint, then UTF-8. A {@link
 * String} of its own would cost 40 bytes more.
 */
final class PackedStrings {
  private PackedStrings() {}

  static void append(String text, ByteArrayOutputStream out) {
    byte[] bytes = text.getBytes(UTF_8);
    int length = bytes.length;
    for (; length > 0x7F; length >>>= 7) {
      out.write(length & 0x7F | 0x80);
    }
    out.write(length);
    out.writeBytes(bytes);
  }

  /** The string whose length stands at {@code at}. */
  static String at(byte[] packed, int at) {
    int begin = begin(packed, at);
    return new String(packed, begin, length(packed, at), UTF_8);
  }

  static boolean isAt(byte[] packed, int at, byte[] utf8) {
    int begin = begin(packed, at);
    return Arrays.equals(packed, begin, begin + length(packed, at), utf8, 0, utf8.length);
  }

  /** Where the next string's length stands. */
  static int next(byte[] packed, int at) {
    return begin(packed, at) + length(packed, at);
  }

  private static int begin(byte[] packed, int at) {
    int begin = at;
    while (packed[begin] < 0) {
      begin++;
    }
    return begin + 1;
  }

  private static int length(byte[] packed, int at) {
    int length = packed[at] & 0x7F;
    for (int i = at, shift = 7; packed[i] < 0; shift += 7) {
      length |= (packed[++i] & 0x7F) << shift;
    }
    return length;
  }
}
