package org.articlepipeline.enrich;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Revision and run of a record of {@code articles.enriched}, in a header: whoever reads back what
 * was published seldom needs more.
 */
record PublishedVersion(long revision, int run) {
  private static final String HEADER = "articles-version";

  /** These headers and this one, which nobody else may have set. */
  Headers with(Headers others) {
    Headers all = new RecordHeaders(others);
    all.remove(HEADER);
    return all.add(HEADER, (revision + "." + run).getBytes(UTF_8));
  }

  /** Null when no header says it: older versions wrote none. */
  static @Nullable PublishedVersion of(Headers headers) {
    Header header = headers.lastHeader(HEADER);
    if (header == null || header.value() == null) {
      return null;
    }
    String text = new String(header.value(), UTF_8);
    int dot = text.indexOf('.');
    try {
      return dot < 0
          ? null
          : new PublishedVersion(
              Long.parseLong(text.substring(0, dot)), Integer.parseInt(text.substring(dot + 1)));
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
