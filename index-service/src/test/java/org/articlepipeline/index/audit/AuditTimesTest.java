package org.articlepipeline.index.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

final class AuditTimesTest {
  @Test
  void anAuditIsDueAtItsTimeOfEachDay() {
    AuditTimes daily = new AuditTimes(Duration.ofDays(1), LocalTime.of(3, 0));
    assertThat(daily.lastDue(Instant.parse("2026-03-02T02:59:59Z")))
        .isEqualTo(Instant.parse("2026-03-01T03:00:00Z"));
    assertThat(daily.lastDue(Instant.parse("2026-03-02T03:00:00Z")))
        .isEqualTo(Instant.parse("2026-03-02T03:00:00Z"));
  }

  @Test
  void intervalsAreCountedFromThatTime() {
    AuditTimes often = new AuditTimes(Duration.ofHours(6), LocalTime.of(3, 0));
    assertThat(often.lastDue(Instant.parse("2026-03-02T16:00:00Z")))
        .isEqualTo(Instant.parse("2026-03-02T15:00:00Z"));
    assertThatThrownBy(() -> new AuditTimes(Duration.ZERO, LocalTime.NOON))
        .hasMessageContaining("articles.audit.interval must be positive");
  }
}
