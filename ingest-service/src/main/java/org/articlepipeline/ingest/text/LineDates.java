package org.articlepipeline.ingest.text;

import java.time.Instant;
import java.time.LocalDate;
import org.articlepipeline.ingest.text.MetadataLabels.Kind;
import org.articlepipeline.ingest.text.MetadataLabels.Label;
import org.jspecify.annotations.Nullable;

/**
 * The dates of one line. A label before one tells what it is. Without labels, themes print when an
 * article was published and when it was changed, one of them hidden and in either order; of one day
 * they print it for machines, with the time, and for people.
 */
public final class LineDates {

  private record Found(LocalDate day, @Nullable Instant at) {}

  private final DayChoice days;
  private @Nullable Found published;
  private @Nullable Found modified;
  private @Nullable Label announced;
  private @Nullable PrintedDate time;
  private boolean any;
  private boolean year;
  private boolean iso;
  private boolean unclear;

  public LineDates(DayChoice days) {
    this.days = days;
  }

  /** What the next date is. */
  public void announce(Label label) {
    announced = label;
  }

  /** "10:15 AM EST" before a date; false when it is no time. */
  public boolean announceTime(String text) {
    time = TimeReader.alone(text);
    return time != null;
  }

  public void add(PrintedDate found) {
    any = true;
    year |= found.day() != null;
    PrintedDate date =
        time == null || found.time() != null
            ? found
            : found.with(time.time(), time.zone(), found.end());
    time = null;
    iso |= date.iso();
    LocalDate day = days.of(date);
    boolean update = announced != null && announced.is(Kind.UPDATED);
    boolean told = announced != null;
    announced = null;
    if (day == null) {
      unclear |= date.swapped() != null;
      return;
    }
    var read = new Found(day, date.instant(day));
    if (update) {
      modified = modified == null ? read : modified;
    } else if (published == null) {
      published = read;
    } else if (!told && modified == null) {
      order(published, read);
    }
  }

  private void order(Found first, Found second) {
    boolean later = second.day().isAfter(first.day());
    boolean earlier = second.day().isBefore(first.day());
    published = earlier ? second : first;
    modified = later ? second : earlier ? first : null;
  }

  public boolean isEmpty() {
    return !any;
  }

  /** Or "5 August" stands there, which may be a title. */
  public boolean hasYear() {
    return year;
  }

  /** Whether one of them may be one of two days. */
  public boolean isUnclear() {
    return unclear;
  }

  public boolean isIso() {
    return iso;
  }

  @Nullable
  public Instant published() {
    return published == null ? null : published.at();
  }

  @Nullable
  public Instant modified() {
    return modified == null ? null : modified.at();
  }
}
