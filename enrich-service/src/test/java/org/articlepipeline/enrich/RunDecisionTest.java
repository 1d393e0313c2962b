package org.articlepipeline.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import org.articlepipeline.schemas.Limits;
import org.junit.jupiter.api.Test;

class RunDecisionTest {
  private static final Publication LAST = Publication.NONE.published(5, 3, "digest");

  @Test
  void aNewArticleAndAHigherRevisionStartAtRunZero() {
    assertThat(RunDecision.of(Publication.NONE, 5)).isEqualTo(new RunDecision.Enrich(0));
    assertThat(RunDecision.of(LAST, 6)).isEqualTo(new RunDecision.Enrich(0));
  }

  @Test
  void theSameRevisionGoesOnCounting() {
    assertThat(RunDecision.of(LAST, 5)).isEqualTo(new RunDecision.Enrich(4));
  }

  @Test
  void aLowerRevisionIsSuperseded() {
    assertThat(RunDecision.of(LAST, 4)).isEqualTo(new RunDecision.Superseded(5));
  }

  @Test
  void aRevisionThatWasOnlyRejectedStartsAtRunZeroToo() {
    assertThat(RunDecision.of(Publication.NONE.seen(5), 5)).isEqualTo(new RunDecision.Enrich(0));
  }

  @Test
  void runsEndBeforeTheIndexsVersionOverflowsIntoTheNextRevision() {
    Publication full = Publication.NONE.published(5, Limits.MAX_RUN, "digest");

    assertThat(RunDecision.of(full, 5)).isEqualTo(new RunDecision.Exhausted());
    assertThat(RunDecision.of(full, 6)).isEqualTo(new RunDecision.Enrich(0));
  }
}
