package org.articlepipeline.ingest.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A date in a text, as far as it is printed.
 *
 * @param day null when no year is printed
 * @param swapped the day when its numbers are read the other way round, as 3 April or 4 March; null
 *     when there is one way only
 * @param iso whether it was written for machines
 * @param start where it starts in the text that was read
 * @param end where it ends
 */
public record PrintedDate(
    @Nullable LocalDate day,
    @Nullable LocalDate swapped,
    @Nullable LocalTime time,
    @Nullable ZoneId zone,
    boolean iso,
    int start,
    int end) {

  /** Null when the year is missing, or when it takes more evidence to tell day from month. */
  @Nullable
  public Instant instant() {
    return swapped == null ? instant(day) : null;
  }

  /** Without a zone it is taken for UTC, without a time for the start of the day. */
  @Nullable
  public Instant instant(@Nullable LocalDate chosen) {
    if (chosen == null) {
      return null;
    }
    LocalDateTime local = chosen.atTime(time == null ? LocalTime.MIN : time);
    return local.atZone(time == null || zone == null ? ZoneOffset.UTC : zone).toInstant();
  }

  public PrintedDate with(@Nullable LocalTime newTime, @Nullable ZoneId newZone, int newEnd) {
    return new PrintedDate(day, swapped, newTime, newZone, iso, start, newEnd);
  }
}
