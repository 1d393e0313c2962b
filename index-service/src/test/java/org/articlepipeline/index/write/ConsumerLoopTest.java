package org.articlepipeline.index.write;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.articlepipeline.index.write.LoopFixture.OK;
import static org.articlepipeline.index.write.LoopFixture.P0;
import static org.articlepipeline.index.write.LoopFixture.P1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.articlepipeline.index.Samples;
import org.articlepipeline.schemas.DeadLetter;
import org.articlepipeline.schemas.Receipt;
import org.articlepipeline.schemas.Topic;
import org.articlepipeline.schemas.Topics;
import org.junit.jupiter.api.Test;

/** What is committed, and when: the loop with every answer given by the test. */
final class ConsumerLoopTest {
  private final LoopFixture pipeline = new LoopFixture();

  @Test
  void aHeldLoopReadsNothingAndSaysSoWhereItsOffsetsAre() throws InterruptedException {
    pipeline.record(P0, Samples.article("urn:a", 1).build());
    pipeline.rounds(1);
    pipeline.course = new Passage.Course("h1", null);
    pipeline.record(P0, Samples.article("urn:b", 1).build());
    pipeline.rounds(2);
    assertThat(pipeline.metadata(P0)).as("something is under way").isEmpty();

    pipeline.answer(new BulkAnswer.Items(List.of(OK)));
    pipeline.rounds(1);
    pipeline.producer.completeNext();
    pipeline.rounds(2);
    assertThat(pipeline.metadata(P0)).isEqualTo("hold h1");
    assertThat(pipeline.metadata(P1)).isEqualTo("hold h1");
    assertThat(pipeline.committed(P0)).isEqualTo(1);
    assertThat(pipeline.bulks).as("urn:b waits").isEmpty();

    pipeline.course = Passage.Course.FREE;
    pipeline.rounds(2);
    assertThat(pipeline.bulks).hasSize(1);
  }

  @Test
  void aLoopGoesUpToTheFenceAndNotBehindIt() throws InterruptedException {
    pipeline.course = new Passage.Course("h1", Map.of(0, 2L, 1, 0L));
    pipeline.record(P0, Samples.article("urn:a", 1).build());
    pipeline.record(P0, Samples.article("urn:b", 1).build());
    pipeline.record(P0, Samples.article("urn:c", 1).build());
    pipeline.record(P1, Samples.article("urn:d", 1).build());
    pipeline.rounds(2);
    assertThat(pipeline.bulks.remove())
        .extracting(write -> write.id)
        .containsExactly("urn:a", "urn:b");
    pipeline.bulks.addFirst(List.of());
    assertThat(pipeline.metadata(P0)).isEmpty();

    pipeline.answer(new BulkAnswer.Items(List.of(OK, OK)));
    pipeline.rounds(1);
    pipeline.producer.completeNext();
    pipeline.producer.completeNext();
    pipeline.rounds(2);
    assertThat(pipeline.metadata(P0)).isEqualTo("fence h1");
    assertThat(pipeline.committed(P0)).isEqualTo(2);
    assertThat(pipeline.committed(P1)).isZero();
    assertThat(pipeline.bulks).isEmpty();
  }

  @Test
  void whereItMayGoIsAskedBeforeItReads() throws InterruptedException {
    pipeline.course = null;
    pipeline.record(P0, Samples.article("urn:a", 1).build());
    pipeline.rounds(3);
    assertThat(pipeline.bulks).isEmpty();
    assertThat(pipeline.committed(P0)).isEqualTo(-1);
  }

  @Test
  void whatAnotherIndexTellsOfIsIndexedWithoutAWord() throws InterruptedException {
    pipeline.silent.add(0L);
    pipeline.silent.add(1L);
    pipeline.record(P0, Samples.article("urn:a", 1).build());
    pipeline.record(P0, Samples.article("urn:b", 1).build());
    pipeline.rounds(1);
    pipeline.answer(new BulkAnswer.Items(List.of(OK, new BulkAnswer.Item(400, "not a date"))));
    pipeline.rounds(2);
    assertThat(pipeline.producer.history()).isEmpty();
    assertThat(pipeline.refused).containsExactly("urn:b");
    assertThat(pipeline.committed(P0)).isEqualTo(2);
  }

  @Test
  void anOffsetIsCommittedOnlyWhenItsReceiptIsAcknowledged() throws InterruptedException {
    pipeline.record(P0, Samples.article("urn:a", 1).build());
    pipeline.rounds(2);
    assertThat(pipeline.committed(P0)).as("nothing indexed yet").isZero();

    pipeline.answer(new BulkAnswer.Items(List.of(OK)));
    pipeline.rounds(2);
    assertThat(pipeline.committed(P0)).isZero();

    assertThat(receipt(0).getOutcome()).isEqualTo("INDEXED");
    pipeline.producer.completeNext();
    pipeline.rounds(2);
    assertThat(pipeline.committed(P0)).isEqualTo(1);
  }

  @Test
  void aRejectionIsCommittedOnlyWhenDeadLetterAndReceiptAreAcknowledged()
      throws InterruptedException {
    pipeline.record(P0, Samples.article("urn:a", 1).build());
    pipeline.rounds(1);
    pipeline.answer(new BulkAnswer.Items(List.of(new BulkAnswer.Item(400, "not a date"))));
    pipeline.rounds(1);
    DeadLetter letter = deadLetter(0);
    assertThat(letter.getReason()).isEqualTo("INDEX_REJECTED");
    assertThat(letter.getMessage()).contains("400", "not a date");
    assertThat(letter.getUri()).isEqualTo("urn:a");

    pipeline.producer.completeNext();
    pipeline.rounds(2);
    assertThat(pipeline.committed(P0)).isZero();
    assertThat(receipt(1).getOutcome()).isEqualTo("REJECTED");
    assertThat(receipt(1).getMessage()).isEqualTo(letter.getMessage());
    pipeline.producer.completeNext();
    pipeline.rounds(2);
    assertThat(pipeline.committed(P0)).isEqualTo(1);
  }

  @Test
  void aReceiptThatKafkaRefusesIsSentAgain() throws InterruptedException {
    pipeline.record(P0, Samples.article("urn:a", 1).build());
    pipeline.rounds(1);
    pipeline.answer(new BulkAnswer.Items(List.of(OK)));
    pipeline.rounds(1);
    pipeline.producer.errorNext(new TimeoutException("no broker"));
    pipeline.rounds(3);
    assertThat(pipeline.producer.history()).hasSize(2);
    assertThat(pipeline.committed(P0)).isZero();
    pipeline.producer.completeNext();
    pipeline.rounds(2);
    assertThat(pipeline.committed(P0)).isEqualTo(1);
    assertThat(pipeline.loop.state().trouble()).isNull();
  }

  @Test
  void anOutageOfElasticsearchPausesThePartitionsAndPollingGoesOn() throws InterruptedException {
    pipeline.record(P0, Samples.article("urn:a", 1).build());
    pipeline.rounds(1);
    pipeline.answer(new BulkAnswer.Lost("connection refused"));
    pipeline.rounds(1);
    pipeline.record(P0, Samples.article("urn:b", 1).build());
    for (int i = 0; i < 20; i++) {
      pipeline.rounds(1);
      if (!pipeline.bulks.isEmpty()) {
        pipeline.answer(new BulkAnswer.Lost("connection refused"));
      }
      assertThat(pipeline.consumer.paused()).containsExactlyInAnyOrder(P0, P1);
    }
    assertThat(pipeline.loop.state().trouble()).isNotNull();

    pipeline.rounds(2);
    pipeline.answer(new BulkAnswer.Items(List.of(OK)));
    pipeline.rounds(3);
    assertThat(pipeline.consumer.paused()).isEmpty();
    assertThat(pipeline.bulks.element()).extracting(write -> write.id).containsExactly("urn:b");
  }

  @Test
  void whileTheRegistryIsAwayNothingIsLostAndNothingIsRead() throws InterruptedException {
    pipeline.record(P0, Samples.article("urn:a", 1).build());
    pipeline.record(P0, Samples.article("urn:b", 1).build());
    pipeline.registry.away = true;
    pipeline.rounds(5);
    assertThat(pipeline.bulks).isEmpty();
    assertThat(pipeline.consumer.paused()).isNotEmpty();
    assertThat(pipeline.loop.state().trouble()).isNotNull();

    pipeline.registry.away = false;
    pipeline.rounds(3);
    assertThat(pipeline.bulks.element())
        .extracting(write -> write.id)
        .containsExactly("urn:a", "urn:b");
    assertThat(pipeline.producer.history()).isEmpty();
  }

  @Test
  void receiptsWaitForTheRegistry() throws InterruptedException {
    pipeline.record(P0, Samples.article("urn:a", 1).build());
    pipeline.rounds(1);
    pipeline.registry.away = true;
    pipeline.answer(new BulkAnswer.Items(List.of(OK)));
    pipeline.rounds(5);
    assertThat(pipeline.producer.history()).isEmpty();
    pipeline.registry.away = false;
    pipeline.rounds(2);
    assertThat(receipt(0).getOutcome()).isEqualTo("INDEXED");
  }

  @Test
  void whatIsWrongWithARecordIsSaid() throws InterruptedException {
    pipeline.record(P0, "urn:garbage", "no Avro".getBytes(UTF_8));
    pipeline.record(P0, "urn:null", null);
    pipeline.record(P0, Samples.article("urn:a", 0).build());
    pipeline.record(P0, Samples.article("urn:b", 1).setEnrichmentRun(1 << 20).build());
    pipeline.record(
        P0,
        "urn:other",
        pipeline
            .serdes
            .values(Topics.ENRICHED)
            .serializer()
            .serialize(Topics.ENRICHED.name(), Samples.article("urn:c", 1).build()));
    pipeline.rounds(2);
    assertThat(pipeline.bulks).isEmpty();
    assertThat(List.of(0, 1, 2, 3, 4))
        .extracting(i -> deadLetter(i).getReason())
        .containsExactly(
            "NOT_AVRO", "NULL_VALUE", "INVALID_REVISION", "INVALID_REVISION", "KEY_MISMATCH");
  }

  @Test
  void anArticleThatBreaksOurOwnCodeIsDeadLetteredAndOthersGoOn() throws InterruptedException {
    pipeline.record(P0, Samples.article(LoopFixture.UNMAKEABLE, 1).build());
    pipeline.record(P0, Samples.article("urn:b", 1).build());
    pipeline.rounds(2);
    assertThat(pipeline.bulks.element()).extracting(write -> write.id).containsExactly("urn:b");
    assertThat(deadLetter(0).getReason()).isEqualTo("STEP_FAILED");
    assertThat(deadLetter(0).getMessage()).contains("a defect");
  }

  @Test
  void revokedPartitionsCommitWhatIsSettledAndDropTheRest() throws InterruptedException {
    pipeline.record(P0, Samples.article("urn:a", 1).build());
    pipeline.record(P0, Samples.article("urn:b", 1).build());
    pipeline.record(P1, Samples.article("urn:c", 1).build());
    pipeline.rounds(1);
    List<Write> flying = List.copyOf(pipeline.bulks.element());
    pipeline.answer(
        new BulkAnswer.Items(
            flying.stream()
                .map(write -> write.id.equals("urn:b") ? new BulkAnswer.Item(503, "busy") : OK)
                .toList()));
    pipeline.rounds(1);
    pipeline.producer.completeNext();
    pipeline.producer.completeNext();

    pipeline.loop.onPartitionsRevoked(List.of(P0));
    assertThat(pipeline.committed(P0)).isEqualTo(1);
    pipeline.consumer.rebalance(List.of(P1));
    pipeline.bulks.clear();
    pipeline.rounds(3);
    assertThat(pipeline.bulks).as("the dropped write is not sent again").isEmpty();
    assertThat(pipeline.committed(P1)).isEqualTo(1);
  }

  @Test
  void lostPartitionsCommitNothing() throws InterruptedException {
    pipeline.record(P0, Samples.article("urn:a", 1).build());
    pipeline.rounds(1);
    pipeline.loop.onPartitionsLost(List.of(P0));
    pipeline.answer(new BulkAnswer.Items(List.of(OK)));
    pipeline.rounds(3);
    assertThat(pipeline.producer.history()).as("the next owner reports it").isEmpty();
    assertThat(pipeline.committed(P0)).isLessThan(1);
  }

  @Test
  void closingCommitsWhatIsSettled() throws InterruptedException {
    pipeline.record(P0, Samples.article("urn:a", 1).build());
    pipeline.rounds(1);
    pipeline.answer(new BulkAnswer.Items(List.of(OK)));
    pipeline.loop.step();
    pipeline.producer.completeNext();
    pipeline.loop.close();
    assertThat(pipeline.consumer.closed()).isTrue();
    assertThat(pipeline.producer.closed()).isTrue();
  }

  private Receipt receipt(int index) {
    return read(index, Topics.RECEIPTS);
  }

  private DeadLetter deadLetter(int index) {
    return read(index, Topics.DEAD_LETTERS);
  }

  private <V> V read(int index, Topic<?, V> topic) {
    ProducerRecord<byte[], byte[]> sent = pipeline.producer.history().get(index);
    assertThat(sent.topic()).isEqualTo(topic.name());
    return pipeline.serdes.values(topic).deserializer().deserialize(topic.name(), sent.value());
  }
}
