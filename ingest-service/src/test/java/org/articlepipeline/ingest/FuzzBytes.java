package org.articlepipeline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Breaks bytes: flipped, lost, doubled, overwritten by lengths that lie; text in any charset. */
final class FuzzBytes {

  private static final List<String> CHARSETS =
      List.of(
          "UTF-8",
          "UTF-16",
          "UTF-16LE",
          "UTF-16BE",
          "UTF-32",
          "windows-1252",
          "ISO-8859-1",
          "ISO-8859-15",
          "US-ASCII",
          "windows-1251",
          "KOI8-R",
          "Shift_JIS",
          "EUC-JP",
          "ISO-2022-JP",
          "GB18030",
          "Big5",
          "EUC-KR",
          "ISO-2022-KR",
          "IBM1047",
          "windows-1255",
          "TIS-620",
          "CESU-8",
          "x-MacRoman");

  private static final List<String> NAMES =
      List.of(
          "",
          " ",
          "utf8",
          "UTF8 ",
          "none",
          "\u0000",
          "x-unknown",
          "ISO-2022-CN",
          "x-JISAutoDetect",
          "x-COMPOUND_TEXT",
          "utf-7",
          "unicode",
          "UTF-8;q=1",
          "\uD800");

  /** Avro's lengths and counts that promise too much: 2^31, 2^62, -1, -2^31. */
  private static final List<byte[]> LENGTHS =
      List.of(
          new byte[] {-128, -128, -128, -128, 16},
          new byte[] {-2, -1, -1, -1, 15},
          new byte[] {-128, -128, -128, -128, -128, -128, -128, -128, -128, 1},
          new byte[] {1},
          new byte[] {-1, -1, -1, -1, 15},
          new byte[] {-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1});

  private FuzzBytes() {}

  static byte[] mutated(byte[] bytes, Random random) {
    byte[] result = bytes.clone();
    for (int left = 1 + random.nextInt(4); left > 0; left--) {
      result = once(result, random);
    }
    return result;
  }

  private static byte[] once(byte[] bytes, Random random) {
    int a = random.nextInt(bytes.length + 1);
    int b = Math.min(bytes.length, a + random.nextInt(1 + random.nextInt(40)));
    switch (random.nextInt(6)) {
      case 0:
        return Arrays.copyOf(bytes, a);
      case 1:
        return spliced(bytes, a, new byte[0], b);
      case 2:
        return spliced(bytes, b, Arrays.copyOfRange(bytes, a, b), b);
      case 3:
        return spliced(bytes, a, LENGTHS.get(random.nextInt(LENGTHS.size())), b);
      case 4:
        byte[] noise = new byte[random.nextInt(30)];
        random.nextBytes(noise);
        return spliced(bytes, a, noise, b);
      default:
        byte[] flipped = bytes.clone();
        if (a < flipped.length) {
          flipped[a] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }
  }

  private static byte[] spliced(byte[] bytes, int to, byte[] between, int from) {
    var out = new ByteArrayOutputStream();
    out.write(bytes, 0, to);
    out.writeBytes(between);
    out.write(bytes, from, bytes.length - from);
    return out.toByteArray();
  }

  static String charset(Random random) {
    return CHARSETS.get(random.nextInt(CHARSETS.size()));
  }

  static String charsetName(Random random) {
    return random.nextInt(3) > 0 ? charset(random) : NAMES.get(random.nextInt(NAMES.size()));
  }

  /** UTF-8 that keeps half a surrogate pair, as some writers do. */
  static byte[] loose(String text) {
    var out = new ByteArrayOutputStream();
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c >= 0xD800 && c <= 0xDFFF) {
        out.write(0xE0 | (c >> 12));
        out.write(0x80 | ((c >> 6) & 0x3F));
        out.write(0x80 | (c & 0x3F));
      } else {
        out.writeBytes(Character.toString(c).getBytes(UTF_8));
      }
    }
    return out.toByteArray();
  }

  static byte[] encoded(String text, String charset) {
    return charset.equals("UTF-8") ? loose(text) : text.getBytes(Charset.forName(charset));
  }
}
