package org.articlepipeline.ingest.gateway;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.articlepipeline.schemas.Rejection;
import org.jspecify.annotations.Nullable;

/**
 * Why a request failed, as RFC 9457 has it.
 *
 * @param detail for people: what is wrong, where, what to do
 * @param reason a code of docs/publishing.md, where one fits
 * @param field of the submission, or the header or parameter, that is wrong
 * @param headers that go with it
 */
record Problem(
    Kind kind,
    int status,
    String detail,
    @Nullable String reason,
    @Nullable String field,
    Map<String, String> headers) {

  static final String MEDIA_TYPE = "application/problem+json";

  /** The types of problems; the names are part of the interface. */
  enum Kind {
    MALFORMED_REQUEST(400, "The request can't be read"),
    UNAUTHORIZED(401, "An API key is needed"),
    OTHER_SOURCE(403, "The key is of another source"),
    NOT_FOUND(404, "There is nothing here"),
    METHOD_NOT_ALLOWED(405, "The method does not go with this path"),
    TOO_SLOW(408, "The request did not arrive in time"),
    TOO_LARGE(413, "The article is too large"),
    URI_TOO_LONG(414, "The request's URI is too long"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body is of a type that is not read here"),
    INVALID_SUBMISSION(422, "The article can't be published like this"),
    TOO_MANY_REQUESTS(429, "The source sends too much"),
    INTERNAL_ERROR(500, "The gateway failed"),
    UNAVAILABLE(503, "Articles can't be taken now"),
    HTTP_VERSION(505, "HTTP/1.1 is spoken here");

    final int status;
    final String title;

    Kind(int status, String title) {
      this.status = status;
      this.title = title;
    }

    String type() {
      return "urn:articles:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  static Problem of(Kind kind, String detail) {
    return new Problem(kind, kind.status, detail, null, null, Map.of());
  }

  static Problem malformed(@Nullable String field, String detail) {
    return of(Kind.MALFORMED_REQUEST, detail).in(field);
  }

  /** What the pipeline would reject is refused here already, by the same rules. */
  static Problem of(Rejection rejection) {
    Kind kind =
        switch (rejection.reason()) {
          case BODY_TOO_LARGE, RECORD_TOO_LARGE -> Kind.TOO_LARGE;
          default -> Kind.INVALID_SUBMISSION;
        };
    return of(kind, rejection.message()).in(rejection.field()).because(rejection.reason().code());
  }

  Problem in(@Nullable String newField) {
    return new Problem(kind, status, detail, reason, newField, headers);
  }

  Problem because(@Nullable String newReason) {
    return new Problem(kind, status, detail, newReason, field, headers);
  }

  Problem with(String name, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Problem(kind, status, detail, reason, field, Map.copyOf(more));
  }

  Problem retryAfter(Duration wait) {
    long seconds = Math.max(1, (wait.toMillis() + 999) / 1000);
    return with("Retry-After", Long.toString(seconds));
  }

  ProblemException exception() {
    return new ProblemException(this);
  }

  /**
   * @param instance the request's path
   */
  ObjectNode json(String instance) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("type", kind.type()).put("title", kind.title).put("status", status);
    json.put("detail", detail).put("instance", instance);
    if (reason != null) {
      json.put("reason", reason);
    }
    if (field != null) {
      json.put("field", field);
    }
    return json;
  }
}
