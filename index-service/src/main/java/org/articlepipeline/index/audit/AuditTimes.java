package org.articlepipeline.index.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

/** When audits are due: at a time of the day, and then in intervals. */
record AuditTimes(Duration interval, LocalTime at) {
  AuditTimes {
    if (interval.isNegative() || interval.toMillis() == 0) {
      throw new IllegalArgumentException(
          "articles.audit.interval must be positive, not " + interval);
    }
  }

  /** The last one that was due by now. */
  Instant lastDue(Instant now) {
    Instant first = LocalDate.EPOCH.atTime(at).toInstant(ZoneOffset.UTC);
    long since = Duration.between(first, now).toMillis();
    return first.plusMillis(Math.floorDiv(since, interval.toMillis()) * interval.toMillis());
  }
}
