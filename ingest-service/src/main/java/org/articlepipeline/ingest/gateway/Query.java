package org.articlepipeline.ingest.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The query of a request, decoded; and decoding for what else is percent-encoded. */
record Query(Map<String, List<String>> parameters) {

  /**
   * As forms write it: {@code +} is a space.
   *
   * @throws ProblemException 400 when it is not percent-encoded UTF-8
   */
  static Query parse(String raw) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    for (String pair : raw.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        parameters.computeIfAbsent(decodeForm(name), n -> new ArrayList<>()).add(decodeForm(value));
      }
    }
    return new Query(parameters);
  }

  /**
   * The parameter's only value.
   *
   * @throws ProblemException 400 when there are several
   */
  @Nullable String one(String name) {
    List<String> values = parameters.getOrDefault(name, List.of());
    if (values.size() > 1) {
      throw Problem.malformed(name, "The parameter '" + name + "' is given more than once.")
          .exception();
    }
    return values.isEmpty() ? null : values.getFirst();
  }

  private static String decodeForm(String text) {
    return decode(text.replace('+', ' '), "query");
  }

  /**
   * Undoes percent-encoding.
   *
   * @param what it is, for people
   * @throws ProblemException 400 when it is not percent-encoded UTF-8
   */
  static String decode(String text, String what) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    byte[] from = text.getBytes(UTF_8);
    var to = ByteBuffer.allocate(from.length);
    for (int i = 0; i < from.length; i++) {
      if (from[i] == '%') {
        int high = i + 2 < from.length ? Character.digit(from[i + 1], 16) : -1;
        int low = i + 2 < from.length ? Character.digit(from[i + 2], 16) : -1;
        if (high < 0 || low < 0) {
          throw undecodable(what);
        }
        to.put((byte) (high * 16 + low));
        i += 2;
      } else {
        to.put(from[i]);
      }
    }
    try {
      return UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(to.flip())
          .toString();
    } catch (CharacterCodingException e) {
      throw undecodable(what);
    }
  }

  private static ProblemException undecodable(String what) {
    return Problem.malformed(
            null,
            "The "
                + what
                + " is not percent-encoded UTF-8: write %25 for a percent sign, and two hex digits after each other one.")
        .exception();
  }
}
