package org.articlepipeline.ingest.gateway;

import io.helidon.http.HttpMediaType;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A media type and its charset.
 *
 * @param mediaType without parameters, in lower case; empty when there is none
 */
record ContentType(String mediaType, @Nullable String charset) {
  static final ContentType NONE = new ContentType("", null);

  /**
   * @param name of the header or attribute that holds it
   * @throws ProblemException 415 when it is no media type
   */
  static ContentType parse(String text, String name) {
    try {
      HttpMediaType type = HttpMediaType.create(text);
      return new ContentType(
          type.mediaType().text().toLowerCase(Locale.ROOT), type.charset().orElse(null));
    } catch (IllegalArgumentException e) {
      throw Problem.of(
              Problem.Kind.UNSUPPORTED_MEDIA_TYPE,
              "'%s' is no media type, such as text/html; charset=utf-8.".formatted(text))
          .in(name)
          .exception();
    }
  }

  boolean isJson() {
    return mediaType.endsWith("/json") || mediaType.endsWith("+json");
  }
}
