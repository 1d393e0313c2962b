package org.articlepipeline.ingest.draft;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import org.articlepipeline.schemas.Reason;
import org.jspecify.annotations.Nullable;

/**
 * A body's bytes as text. A byte order mark is believed before a declared charset, and that before
 * a guess; bytes that don't fit what was declared are refused, never replaced.
 *
 * @param note what the CMS should know of the guess; null when nothing was guessed
 */
public record BodyText(String text, @Nullable String note) {

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  public static Checked<BodyText> decode(byte[] body, @Nullable String declared) {
    Checked<BodyText> marked = marked(body);
    if (marked != null) {
      return marked;
    }
    return declared == null || declared.isBlank()
        ? guessed(body)
        : declared(body, declared.strip());
  }

  /** JSON is UTF-8 where nothing else is declared: there is nothing to guess. */
  public static Checked<BodyText> decodeJson(byte[] body, @Nullable String declared) {
    Checked<BodyText> marked = marked(body);
    if (marked != null) {
      return marked;
    }
    return declared == null || declared.isBlank()
        ? strict(body, 0, UTF_8, "the standard for JSON")
        : declared(body, declared.strip());
  }

  private static @Nullable Checked<BodyText> marked(byte[] body) {
    if (starts(body, 0xEF, 0xBB, 0xBF)) {
      return strict(body, 3, UTF_8, "its byte order mark");
    }
    if (starts(body, 0xFF, 0xFE)) {
      return strict(body, 2, UTF_16LE, "its byte order mark");
    }
    return starts(body, 0xFE, 0xFF) ? strict(body, 2, UTF_16BE, "its byte order mark") : null;
  }

  private static Checked<BodyText> declared(byte[] body, String name) {
    Charset charset;
    try {
      charset = Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Checked.bad(
          Reason.UNKNOWN_CHARSET,
          "charset",
          "charset '%s' is not known. Send UTF-8, or an IANA name such as windows-1252."
              .formatted(name));
    }
    // What calls itself Latin-1 or ASCII is windows-1252 in practice, as in every browser.
    if (charset.equals(ISO_8859_1) || charset.equals(US_ASCII)) {
      String text = decodeOrNull(body, 0, WINDOWS_1252);
      if (text != null) {
        return new Checked.Good<>(new BodyText(text, null));
      }
    }
    return strict(body, 0, charset, "the submission's charset field");
  }

  private static Checked<BodyText> guessed(byte[] body) {
    String utf8 = decodeOrNull(body, 0, UTF_8);
    if (utf8 != null) {
      return new Checked.Good<>(new BodyText(utf8, null));
    }
    String windows = decodeOrNull(body, 0, WINDOWS_1252);
    if (windows == null || windows.chars().anyMatch(BodyText::isBinary)) {
      return Checked.bad(
          Reason.UNDECODABLE_BODY,
          "body",
          "The body is not UTF-8 (byte %,d), declares no charset, and is not windows-1252 text either. Send UTF-8, or set charset."
              .formatted(firstBadByte(body, UTF_8)));
    }
    return new Checked.Good<>(
        new BodyText(
            windows,
            "The body is not UTF-8 and declares no charset: it was read as windows-1252. Set charset, so that nothing has to be guessed."));
  }

  private static Checked<BodyText> strict(byte[] body, int from, Charset charset, String evidence) {
    String text = decodeOrNull(body, from, charset);
    return text != null
        ? new Checked.Good<>(new BodyText(text, null))
        : Checked.bad(
            Reason.UNDECODABLE_BODY,
            "body",
            "The body should be %s, says %s, but byte %,d is not. Send bytes in that charset, or name the right one."
                .formatted(charset, evidence, from + firstBadByte(slice(body, from), charset)));
  }

  private static @Nullable String decodeOrNull(byte[] body, int from, Charset charset) {
    if (charset.equals(UTF_8)) {
      // Many times faster than a decoder that reports; only what it replaced is looked at again.
      String text = new String(body, from, body.length - from, UTF_8);
      if (text.indexOf('\uFFFD') < 0) {
        return text;
      }
    }
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(body, from, body.length - from))
          .toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private static int firstBadByte(byte[] body, Charset charset) {
    var in = ByteBuffer.wrap(body);
    var decoder = charset.newDecoder();
    var out = CharBuffer.allocate(8192);
    CoderResult result = decoder.decode(in, out, true);
    while (result.isOverflow()) {
      out.clear();
      result = decoder.decode(in, out, true);
    }
    return in.position();
  }

  private static byte[] slice(byte[] body, int from) {
    return Arrays.copyOfRange(body, from, body.length);
  }

  private static boolean isBinary(int c) {
    return c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f';
  }

  private static boolean starts(byte[] body, int... mark) {
    if (body.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((body[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
