package org.articlepipeline.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.articlepipeline.schemas.Outcomes;
import org.articlepipeline.schemas.Receipt;
import org.articlepipeline.schemas.Stages;
import org.articlepipeline.schemas.Topics;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubmittalTest {
  private static final Instant SENT = Instant.parse("2026-11-22T12:00:00Z");

  private final Submittal submittal = new Submittal("story.txt", "urn:a", 7, SENT);

  @BeforeEach
  void send() {
    submittal.sentTo(3, 41);
  }

  @Test
  void endsWhenItIsIndexed() {
    assertThat(submittal.receive(gate(Outcomes.ACCEPTED, 41))).isFalse();
    assertThat(submittal.receive(later(Stages.ENRICH, Outcomes.ENRICHED, 7L))).isFalse();
    assertThat(submittal.receive(later(Stages.INDEX, Outcomes.INDEXED, 7L))).isTrue();

    assertThat(submittal.result().line()).isEqualTo("INDEXED urn:a revision 7 in 412 ms");
    assertThat(submittal.result().failed()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {Outcomes.DUPLICATE, Outcomes.STALE, Outcomes.HELD, Outcomes.REJECTED})
  void endsAtTheGate(String outcome) {
    assertThat(submittal.receive(gate(outcome, 41))).isTrue();

    assertThat(submittal.result().outcome()).isEqualTo(outcome);
    assertThat(submittal.result().failed()).isEqualTo(outcome.equals(Outcomes.REJECTED));
  }

  @Test
  void anEarlierSubmissionOfTheSameRevisionIsNotMistakenForIt() {
    assertThat(submittal.receive(gate(Outcomes.ACCEPTED, 40))).isFalse();
    assertThat(submittal.receive(later(Stages.INDEX, Outcomes.INDEXED, 7L))).isFalse();
    assertThat(submittal.receive(gate(Outcomes.DUPLICATE, 41))).isTrue();
  }

  @Test
  void anotherRevisionIsNotMistakenForIt() {
    submittal.receive(gate(Outcomes.ACCEPTED, 41));

    assertThat(submittal.receive(later(Stages.INDEX, Outcomes.INDEXED, 8L))).isFalse();
  }

  @Test
  void whoWaitsInVainIsToldWhereItWasSeenLast() {
    assertThat(submittal.resultAfterWait().line()).startsWith("PENDING urn:a revision 7");

    submittal.receive(gate(Outcomes.ACCEPTED, 41));

    assertThat(submittal.resultAfterWait().line()).endsWith("last seen ACCEPTED by ingest");
    assertThat(submittal.resultAfterWait().failed()).isTrue();
    assertThat(submittal.result().failed()).isFalse();
  }

  private static Receipt gate(String outcome, long offset) {
    return receipt(Stages.INGEST, outcome, 7L, Topics.SUBMISSIONS.name(), offset);
  }

  private static Receipt later(String stage, String outcome, @Nullable Long revision) {
    return receipt(stage, outcome, revision, Topics.ENRICHED.name(), 5);
  }

  private static Receipt receipt(
      String stage, String outcome, @Nullable Long revision, String topic, long offset) {
    return Receipt.newBuilder()
        .setUri("urn:a")
        .setRevision(revision)
        .setStage(stage)
        .setOutcome(outcome)
        .setAt(SENT.plusMillis(412))
        .setTopic(topic)
        .setPartition(3)
        .setOffset(offset)
        .build();
  }
}
