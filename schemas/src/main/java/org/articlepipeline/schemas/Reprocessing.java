package org.articlepipeline.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The header that asks ingest to clean a submission up again that it accepted before. The revision
 * must be the one that was accepted last, with the same content; otherwise the header changes
 * nothing.
 */
public final class Reprocessing {

  private static final String HEADER = "articles-reprocess";

  private Reprocessing() {}

  /**
   * @param ingestedAt when the submission was accepted: the article keeps it
   */
  public static void mark(Headers headers, Instant ingestedAt) {
    headers.remove(HEADER);
    headers.add(HEADER, Long.toString(ingestedAt.toEpochMilli()).getBytes(UTF_8));
  }

  /** When the submission was accepted; null when it is not to be cleaned up again. */
  public static @Nullable Instant of(Headers headers) {
    Header header = headers.lastHeader(HEADER);
    if (header == null || header.value() == null) {
      return null;
    }
    try {
      return Instant.ofEpochMilli(Long.parseLong(new String(header.value(), UTF_8)));
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
