package org.articlepipeline.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class SourceRecordTest {

  private static final Rejection REJECTION =
      new Rejection(Reason.UNKNOWN_SCHEMA, "value", "schema id 258 is not in the registry");

  @Test
  void aDeadLetterHoldsTheWholeRecordAndItsSchemaId() {
    DeadLetter letter =
        Samples.source(0, 0, 0, 1, 2, 200)
            .deadLetter(Stages.INGEST, REJECTION, Samples.NOW.plusSeconds(1), "u", 5L);
    assertThat(letter)
        .isEqualTo(
            DeadLetter.newBuilder()
                .setStage("ingest")
                .setReason("UNKNOWN_SCHEMA")
                .setMessage("schema id 258 is not in the registry")
                .setField("value")
                .setUri("u")
                .setRevision(5L)
                .setAt(Samples.NOW.plusSeconds(1))
                .setTopic("articles.submissions")
                .setPartition(4)
                .setOffset(1234)
                .setTimestamp(Samples.NOW)
                .setKey(ByteBuffer.wrap(Samples.URI.getBytes(UTF_8)))
                .setValue(ByteBuffer.wrap(new byte[] {0, 0, 0, 1, 2, (byte) 200}))
                .setHeaders(
                    List.of(new Header("traceparent", ByteBuffer.wrap("00-1".getBytes(UTF_8)))))
                .setSchemaId(258)
                .build());
  }

  @Test
  void aRecordOfNothingHasADeadLetterToo() {
    var empty = new SourceRecord("t", 0, 0, -1, null, null, new RecordHeaders().add("h", null));
    DeadLetter letter = empty.deadLetter(Stages.ENRICH, REJECTION, Samples.NOW, null, null);
    assertThat(letter.getKey()).isNull();
    assertThat(letter.getValue()).isNull();
    assertThat(letter.getSchemaId()).isNull();
    assertThat(letter.getHeaders()).containsExactly(new Header("h", null));
    assertThat(empty.keyText()).isEmpty();
    assertThat(empty.deadLetterKey()).isNull();
  }

  @Test
  void aRejectionsReceiptSaysTheSameAsItsDeadLetter() {
    Receipt receipt =
        Samples.source(0).rejected(Stages.INDEX, REJECTION, Samples.NOW, Samples.URI).build();
    assertThat(receipt.getOutcome()).isEqualTo(Outcomes.REJECTED);
    assertThat(receipt.getReason()).isEqualTo("UNKNOWN_SCHEMA");
    assertThat(receipt.getMessage()).isEqualTo(REJECTION.message());
    assertThat(receipt.getTopic()).isEqualTo("articles.submissions");
    assertThat(receipt.getPartition()).isEqualTo(4);
    assertThat(receipt.getOffset()).isEqualTo(1234);
  }

  @Test
  void anAbsurdKeyIsCutWhereItWouldNotFitTwice() {
    var key = new byte[9_000_000];
    Arrays.fill(key, (byte) 'k');
    var source = new SourceRecord("t", 0, 0, 0, key, null, new RecordHeaders());
    assertThat(source.deadLetterKey()).hasSize(32 * 1024);
    assertThat(source.keyText()).hasSize(Limits.MAX_URI_BYTES);
    assertThat(source.deadLetter(Stages.INGEST, REJECTION, Samples.NOW, null, null).getKey())
        .isEqualTo(ByteBuffer.wrap(key));
  }

  @Test
  void itIsMadeOfWhatAConsumerReads() {
    var read = new ConsumerRecord<>("t", 3, 9L, new byte[] {1}, new byte[] {2});
    SourceRecord source = SourceRecord.of(read);
    assertThat(source.topic()).isEqualTo("t");
    assertThat(source.partition()).isEqualTo(3);
    assertThat(source.offset()).isEqualTo(9);
    assertThat(source.key()).containsExactly(1);
    assertThat(source.value()).containsExactly(2);
  }

  @Test
  void aRecordTooLargeForADeadLetterStaysWhereItIs() {
    var serializer = new AvroSerializer<DeadLetter>(new LocalSchemaRegistry(), Map.of(), false);
    String topic = Topics.DEAD_LETTERS.name();
    DeadLetter large = letterOf(Limits.MAX_DEAD_LETTER_BYTES);
    assertThat(large.getValue()).isNull();
    assertThat(large.getMessage())
        .startsWith(REJECTION.message())
        .contains("too many for a dead letter")
        .contains("t, partition 3, offset 9");
    assertThat(serializer.serialize(topic, large)).isNotNull();

    DeadLetter fits = letterOf(Limits.MAX_RECORD_BYTES);
    assertThat(fits.getValue()).isNotNull();
    assertThat(serializer.serialize(topic, fits)).hasSizeGreaterThan(Limits.MAX_RECORD_BYTES);
  }

  private static DeadLetter letterOf(int bytes) {
    return SourceRecord.of(new ConsumerRecord<>("t", 3, 9L, new byte[] {1}, new byte[bytes]))
        .deadLetter(Stages.INGEST, REJECTION, Samples.NOW, null, null);
  }
}
