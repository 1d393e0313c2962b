package org.articlepipeline.ingest.text;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A date as pages print it, for machines (ISO 8601) or for people, with or without a time.
 *
 * @param at without a zone it is taken for UTC, without a time for the start of the day
 * @param iso whether it was written for machines
 * @param end where it ends in the text that was scanned
 */
public record PageDate(Instant at, boolean iso, int end) {

  /**
   * The date that starts at {@code from}; null where none does, where it is in no calendar, and
   * where its numbers may be read two ways.
   */
  public static @Nullable PageDate at(String text, int from) {
    PrintedDate date = DateReader.read(text, from);
    Instant at = date == null ? null : date.instant();
    return date == null || at == null ? null : new PageDate(at, date.iso(), date.end());
  }
}
