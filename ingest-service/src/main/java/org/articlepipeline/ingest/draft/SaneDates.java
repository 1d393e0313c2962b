package org.articlepipeline.ingest.draft;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.articlepipeline.schemas.ArticleSubmission;
import org.jspecify.annotations.Nullable;

/**
 * A date that a page tells is believed within reason only. One of next week tells something else,
 * such as the day of an event, unless the article is under embargo until then. What is left out is
 * noted for the CMS.
 */
public final class SaneDates {

  /** How far the clocks of a CMS and its zone may be off. */
  private static final Duration SKEW = Duration.ofHours(24);

  private static final Instant EARLIEST = Instant.parse("1800-01-01T00:00:00Z");

  private SaneDates() {}

  /** The latest time that a page of this submission may tell. */
  public static Instant latest(ArticleSubmission s, Draft draft, Instant ingestedAt) {
    Instant embargo = Embargo.of(s, draft.particulars());
    return (embargo != null && embargo.isAfter(ingestedAt) ? embargo : ingestedAt).plus(SKEW);
  }

  public static Draft of(Draft draft, ArticleSubmission s, Instant ingestedAt) {
    Instant latest = latest(s, draft, ingestedAt);
    Draft result = draft;
    Instant published = draft.published();
    if (isOff(published, latest)) {
      result = result.withNote(note("published", published));
      published = null;
    }
    Instant modified = draft.modified();
    if (isOff(modified, latest)) {
      result = result.withNote(note("modified", modified));
      modified = null;
    }
    Instant known = s.getContentCreated() == null ? published : s.getContentCreated();
    if (modified != null && known != null && modified.isBefore(known)) {
      // A day without its time starts before the hour at which it was published.
      if (!day(modified).equals(day(known))) {
        result = result.withNote(note("modified", modified) + " It is before the date published.");
      }
      modified = null;
    }
    return result.withDates(published, modified);
  }

  private static boolean isOff(@Nullable Instant date, Instant latest) {
    return date != null && (date.isAfter(latest) || date.isBefore(EARLIEST));
  }

  private static String note(String what, @Nullable Instant date) {
    return "The page says it was %s on %s, which can't be; that was left out."
        .formatted(what, date);
  }

  private static LocalDate day(Instant date) {
    return LocalDate.ofInstant(date, ZoneOffset.UTC);
  }
}
