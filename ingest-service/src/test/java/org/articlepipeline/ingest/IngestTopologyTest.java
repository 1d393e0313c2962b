package org.articlepipeline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.articlepipeline.ingest.Submissions.NOW;
import static org.articlepipeline.ingest.Submissions.bare;
import static org.articlepipeline.ingest.Submissions.usable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.articlepipeline.ingest.cleanup.CleanupRule;
import org.articlepipeline.ingest.cleanup.TakeHeadline;
import org.articlepipeline.ingest.draft.Draft;
import org.articlepipeline.schemas.Article;
import org.articlepipeline.schemas.DeadLetter;
import org.articlepipeline.schemas.PubStatus;
import org.articlepipeline.schemas.Receipt;
import org.articlepipeline.schemas.RegistryUnavailableException;
import org.junit.jupiter.api.Test;

/** Every way in which a submission can end, through the whole topology. */
class IngestTopologyTest extends DrivenTopology {
  @Test
  void aNewRevisionIsAcceptedWithItsHeaders() {
    ingest.submit(usable(URI, 1));

    var record = ingest.accepted.readRecord();
    assertThat(record.key()).isEqualTo(URI);
    assertThat(record.value().getHeadline()).isEqualTo("Harbour bridge reopens");
    assertThat(record.value().getIngestVersion()).isEqualTo(Ingestion.VERSION);
    assertThat(record.headers().lastHeader("traceparent").value())
        .isEqualTo("00-1".getBytes(UTF_8));
    Receipt receipt = ingest.onlyReceipt("ACCEPTED");
    assertThat(receipt.getRevision()).isEqualTo(1);
    assertThat(receipt.getSource()).isEqualTo("test-cms");
    assertThat(receipt.getOffset()).isZero();
    ingest.assertNothingElse();
  }

  @Test
  void theSameRevisionAgainIsADuplicateEvenWithAnotherTimeOfSubmission() {
    ingest.submit(usable(URI, 1));
    ingest.forget();

    ingest.submit(usable(URI, 1).setSubmittedAt(NOW.plusSeconds(60)));

    ingest.onlyReceipt("DUPLICATE");
    ingest.assertNothingElse();
  }

  @Test
  void anOlderRevisionIsStaleAndIsToldTheNewerOne() {
    ingest.submit(usable(URI, 5));
    ingest.forget();

    ingest.submit(usable(URI, 4));

    assertThat(ingest.onlyReceipt("STALE").getMessage()).contains("4", "5");
    ingest.assertNothingElse();
  }

  @Test
  void otherContentUnderTheSameRevisionIsAConflict() {
    ingest.submit(usable(URI, 1));
    ingest.forget();

    ingest.submit(usable(URI, 1, "Another headline\n\nAnother text."));

    ingest.onlyRejection("REVISION_CONFLICT");
  }

  @Test
  void aRejectedRevisionDoesNotAdvanceTheGate() {
    ingest.submit(usable(URI, 2, "Go to Top"));
    ingest.onlyRejection("NO_TEXT");

    ingest.submit(usable(URI, 1));

    assertThat(ingest.accepted.readValue().getRevision()).isEqualTo(1);
  }

  @Test
  void theEndsOfALifeAreAcceptedWithoutContent() {
    long revision = 1;
    for (PubStatus status : List.of(PubStatus.WITHHELD, PubStatus.CANCELED, PubStatus.ERASED)) {
      ingest.submit(bare(URI, revision, status).setHeadline("secret"));

      Article article = ingest.accepted.readValue();
      assertThat(article.getRevision()).isEqualTo(revision++);
      assertThat(article.getPubStatus()).isEqualTo(status);
      assertThat(article.getSubmission()).isNull();
      assertThat(article.getHeadline()).isNull();
      assertThat(article.getBody()).isNull();
      Receipt receipt = ingest.onlyReceipt("ACCEPTED");
      assertThat(receipt.getContentGoneAt() != null).isEqualTo(status == PubStatus.ERASED);
    }
    ingest.assertNothingElse();
  }

  @Test
  void aCanceledArticleIsNotBroughtBackByItsOlderRevision() {
    ingest.submit(usable(URI, 10));
    ingest.submit(bare(URI, 11, PubStatus.CANCELED));
    ingest.forget();

    ingest.submit(usable(URI, 10));

    ingest.onlyReceipt("STALE");
    ingest.assertNothingElse();
  }

  @Test
  void anArticleThatHasExpiredIsAcceptedWithoutContent() {
    ingest.submit(usable(URI, 1).setExpires(NOW));

    assertThat(ingest.accepted.readValue().getBody()).isNull();
  }

  @Test
  void bytesThatAreNotAvroEndAsADeadLetterByteForByte() {
    byte[] json = "{\"uri\": \"json\"}".getBytes(UTF_8);
    ingest.send(URI, json);

    DeadLetter letter = ingest.onlyRejection("NOT_AVRO");
    assertThat(letter.getValue()).isEqualTo(ByteBuffer.wrap(json));
    assertThat(letter.getHeaders()).hasSize(1);
  }

  @Test
  void anUnknownSchemaIdEndsAsADeadLetterThatNamesIt() {
    ingest.send(URI, new byte[] {0, 0, 0, 48, 57, 2, 2});

    assertThat(ingest.onlyRejection("UNKNOWN_SCHEMA").getSchemaId()).isEqualTo(12345);
  }

  @Test
  void avroOfAnotherTypeEndsAsADeadLetter() {
    var receipt =
        Receipt.newBuilder()
            .setUri(URI)
            .setStage("x")
            .setOutcome("y")
            .setAt(NOW)
            .setTopic("t")
            .setPartition(0)
            .setOffset(0)
            .build();

    ingest.send(URI, ingest.bytes(receipt));

    ingest.onlyRejection("WRONG_TYPE");
  }

  @Test
  void aNullValueIsADeadLetterUnderItsKey() {
    ingest.send(URI, null);

    assertThat(ingest.onlyRejection("NULL_VALUE").getKey())
        .isEqualTo(ByteBuffer.wrap(URI.getBytes(UTF_8)));
  }

  @Test
  void aNullKeyIsADeadLetterWithoutKey() {
    ingest.send(null, ingest.bytes(usable(URI, 1).build()));

    assertThat(ingest.onlyRejection("NULL_KEY").getKey()).isNull();
  }

  @Test
  void aKeyThatIsNotTheUriIsADeadLetter() {
    ingest.send("urn:test:2", ingest.bytes(usable(URI, 1).build()));

    assertThat(ingest.onlyRejection("KEY_MISMATCH").getUri()).isEqualTo(URI);
  }

  @Test
  void aRecordInThePartitionOfAnotherHashIsToldWhichPartitionerToSet() {
    ingest.close();
    ingest = new IngestDriver(state, 1000, new Ingestion());

    ingest.submit(usable(URI, 1));

    assertThat(ingest.onlyRejection("WRONG_PARTITION").getMessage()).contains("murmur2_random");
  }

  @Test
  void anArticleTooLargeForItsTopicIsADeadLetterAndTheNextOneGoesOn() {
    ingest.submit(usable(URI, 1).setExtra(Map.of("blob", "x".repeat(9 << 20))));
    ingest.onlyRejection("RECORD_TOO_LARGE");

    ingest.submit(usable(URI, 2));
    assertThat(ingest.accepted.readValue().getRevision()).isEqualTo(2);
  }

  @Test
  void aBodyOverTheLimitThatAnotherSerializerLetThroughIsADeadLetter() {
    ingest.submit(usable(URI, 1, "x".repeat(6 << 20)));

    ingest.onlyRejection("BODY_TOO_LARGE");
  }

  @Test
  void textsFromOutsideNeverMakeAReceiptOrDeadLetterTooLarge() {
    String huge = "x".repeat(6 << 20);
    ingest.submit(usable(huge, 1).setSource(huge));

    DeadLetter letter = ingest.deadLetters.readValue();
    assertThat(letter.getReason()).isEqualTo("INVALID_URI");
    assertThat(letter.getMessage()).hasSizeLessThan(2000);
    assertThat(letter.getUri()).hasSizeLessThan(1000);
    assertThat(letter.getValue()).as("more than the topic of dead letters takes").isNull();
    Receipt receipt = ingest.receipts.readValue();
    assertThat(receipt.getUri()).hasSizeLessThan(1000);
    assertThat(receipt.getSource()).hasSizeLessThan(1000);
  }

  @Test
  void aStepThatFailsOnARecordRejectsThatRecordAndIsNamed() {
    ingest.close();
    ingest =
        new IngestDriver(
            state, 1, new Ingestion(List.of(new PoisonedBy("venom"), new TakeHeadline())));

    ingest.submit(usable(URI, 1, "Some venom\n\nin the text"));
    assertThat(ingest.onlyRejection("STEP_FAILED").getMessage())
        .contains("'poisoned'", "no antidote");

    ingest.submit(usable(URI, 1));
    assertThat(ingest.accepted.readValue().getRevision()).isEqualTo(1);
  }

  private record PoisonedBy(String word) implements CleanupRule {
    @Override
    public String name() {
      return "poisoned";
    }

    @Override
    public Draft apply(Draft draft) {
      if (draft.lines().getFirst().contains(word)) {
        throw new IllegalStateException("no antidote");
      }
      return draft;
    }
  }

  @Test
  void aRegistryThatIsDownRejectsNothing() {
    byte[] record = ingest.bytes(usable(URI, 1).build());
    ingest.registry.down = true;

    assertThatThrownBy(() -> ingest.send(URI, record))
        .rootCause()
        .isInstanceOf(RegistryUnavailableException.class);
  }

  @Test
  void everySubmissionIsCountedOnceAndEndsOnce() {
    ingest.submit(usable(URI, 2));
    ingest.submit(usable(URI, 2));
    ingest.submit(usable(URI, 1));
    ingest.send(URI, null);
    ingest.submit(usable(URI, 3).setEmbargoedUntil(NOW.plusSeconds(60)));

    double ended =
        ingest.meters.find("articles.ingest.outcomes.receipts").counters().stream()
            .mapToDouble(c -> c.count())
            .sum();
    assertThat(ingest.meters.get("articles.ingest.consumed.submissions").counter().count())
        .isEqualTo(5)
        .isEqualTo(ended);
    assertThat(ingest.receipts.readValuesToList())
        .extracting(Receipt::getOutcome)
        .containsExactly("ACCEPTED", "DUPLICATE", "STALE", "REJECTED", "HELD");
  }
}
