package org.articlepipeline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.articlepipeline.ingest.RevisionGate.Decision;
import org.articlepipeline.schemas.PubStatus;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RevisionGateTest {

  @ParameterizedTest(name = "last {0}/{1}, now {2}/{3}: {4}")
  @CsvSource({
    "0, -, 1, a, Accept",
    "0, -, 8796093022207, a, Accept",
    "5, a, 6, a, Accept",
    "5, a, 6, b, Accept",
    "5, a, 5, a, Duplicate",
    "5, a, 5, b, Conflict",
    "5, a, 4, a, Stale",
    "5, a, 4, b, Stale",
  })
  void decidesByRevisionThenByContent(
      long last, String lastHash, long revision, String hash, String expected) {
    RevisionState state =
        last == 0 ? null : new RevisionState(last, lastHash, PubStatus.CANCELED, null, null, last);

    Decision decision = RevisionGate.decide(state, revision, hash);

    assertThat(decision.getClass().getSimpleName()).isEqualTo(expected);
    if (decision instanceof Decision.Stale(long accepted)) {
      assertThat(accepted).isEqualTo(last);
    }
  }
}
