package org.articlepipeline.ingest.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.header.Headers;
import org.articlepipeline.schemas.ArticleSubmission;
import org.articlepipeline.schemas.CloudEvents;
import org.articlepipeline.schemas.Reason;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of a CloudEvent, as many as were given: nobody needs to send an event to send an
 * article.
 *
 * @param attributes by their names in CloudEvents 1.0, extensions too
 */
record CloudEvent(Map<String, String> attributes) {
  private static final String SPEC_VERSION = "specversion";
  private static final String ID = "id";
  private static final String SUBJECT = "subject";
  private static final String TIME = "time";
  private static final String KAFKA_PREFIX = "ce_";
  private static final int MAX_LENGTH = 16 * 1024;

  /** They say what the data is; ours is Avro from here on. */
  private static final Set<String> ABOUT_DATA =
      Set.of("datacontenttype", "dataschema", "data", "data_base64", "datacontentencoding");

  /**
   * @param origin how an attribute is called where it comes from, for people
   * @throws ProblemException when it is no event of CloudEvents 1.0
   */
  static CloudEvent of(Map<String, String> attributes, UnaryOperator<String> origin) {
    Map<String, String> kept = new TreeMap<>();
    int length = 0;
    for (Map.Entry<String, String> attribute : attributes.entrySet()) {
      String name = attribute.getKey();
      if (!name.matches("[a-z0-9]+")) {
        throw Problem.malformed(
                origin.apply(name),
                "'%s' is no name of CloudEvents 1.0: lower-case letters and digits."
                    .formatted(origin.apply(name)))
            .exception();
      }
      if (attribute.getValue().isEmpty()) {
        throw Problem.malformed(
                origin.apply(name),
                "'%s' is empty; leave it out instead.".formatted(origin.apply(name)))
            .exception();
      }
      length += name.length() + attribute.getValue().length();
      if (!ABOUT_DATA.contains(name)) {
        kept.put(name, attribute.getValue());
      }
    }
    if (length > MAX_LENGTH) {
      throw Problem.malformed(
              null,
              "The event's attributes have %,d characters; at most %,d are taken."
                  .formatted(length, MAX_LENGTH))
          .exception();
    }
    String version = kept.getOrDefault(SPEC_VERSION, "1.0");
    if (!version.startsWith("1.")) {
      throw Problem.malformed(
              origin.apply(SPEC_VERSION),
              "CloudEvents 1.0 is read here, not '%s'.".formatted(version))
          .exception();
    }
    return new CloudEvent(kept);
  }

  /** With this id where it has none. */
  CloudEvent orId(@Nullable String id) {
    if (id == null || attributes.containsKey(ID)) {
      return this;
    }
    Map<String, String> more = new TreeMap<>(attributes);
    more.put(ID, id);
    return new CloudEvent(more);
  }

  @Nullable String id() {
    return attributes.get(ID);
  }

  @Nullable String subject() {
    return attributes.get(SUBJECT);
  }

  /**
   * @throws ProblemException 422 when it is no date
   */
  @Nullable Instant time() {
    String time = attributes.get(TIME);
    try {
      return time == null ? null : OffsetDateTime.parse(time).toInstant();
    } catch (DateTimeException e) {
      throw Problem.of(
              Problem.Kind.INVALID_SUBMISSION,
              "The event's time is '%s', which is no RFC 3339 date and time, such as 2026-12-01T06:00:00Z."
                  .formatted(time))
          .because(Reason.INVALID_DATE.code())
          .in(TIME)
          .exception();
    }
  }

  /** The record's headers: what was given, and for the rest what every submission has. */
  Headers headers(ArticleSubmission submission, String id) {
    Headers headers = CloudEvents.headersOf(submission, id);
    attributes.forEach(
        (name, value) -> {
          if (!name.equals(ID)) {
            headers.remove(KAFKA_PREFIX + name);
            headers.add(KAFKA_PREFIX + name, value.getBytes(UTF_8));
          }
        });
    return headers;
  }
}
