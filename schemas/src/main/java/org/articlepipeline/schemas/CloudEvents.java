package org.articlepipeline.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.format.DateTimeFormatter;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * CloudEvents 1.0 in Kafka's binary mode: the attributes are record headers, the value stays Avro.
 * The headers travel through every stage unchanged, beside {@code traceparent}.
 */
public final class CloudEvents {

  public static final String SPEC_VERSION = "ce_specversion";
  public static final String ID = "ce_id";
  public static final String SOURCE = "ce_source";
  public static final String TYPE = "ce_type";
  public static final String SUBJECT = "ce_subject";
  public static final String TIME = "ce_time";
  public static final String CONTENT_TYPE = "content-type";

  /** W3C trace context. */
  public static final String TRACE_PARENT = "traceparent";

  /** The type of every submission, whatever its pubStatus. */
  public static final String SUBMITTED = "org.articlepipeline.article.submitted";

  public static final String AVRO = "application/avro";

  private CloudEvents() {}

  /**
   * Headers for a submission.
   *
   * @param id unique for this source: the same id sent again says that it is the same event
   */
  public static Headers headersOf(ArticleSubmission submission, String id) {
    var headers = new RecordHeaders();
    add(headers, SPEC_VERSION, "1.0");
    add(headers, ID, id);
    add(headers, SOURCE, uriReference(submission.getSource()));
    add(headers, TYPE, SUBMITTED);
    add(headers, SUBJECT, submission.getUri());
    add(headers, TIME, DateTimeFormatter.ISO_INSTANT.format(submission.getSubmittedAt()));
    add(headers, CONTENT_TYPE, AVRO);
    return headers;
  }

  /** ce_source must be a URI reference, and a CMS may be called "Daily News". */
  private static String uriReference(String source) {
    return URLEncoder.encode(source, UTF_8).replace("+", "%20");
  }

  private static void add(Headers headers, String key, String value) {
    headers.add(key, value.getBytes(UTF_8));
  }
}
