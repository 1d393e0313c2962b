package org.articlepipeline.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.junit.jupiter.api.Test;

class AvroSerializerTest {

  private static final String TOPIC = "articles.submissions";

  private final LocalSchemaRegistry registry = new LocalSchemaRegistry();
  private final AvroSerializer<ArticleSubmission> serializer =
      new AvroSerializer<>(registry, Map.of(), false);

  @Test
  void aBodyOfTheLargestSizeIsWritten() {
    var submission = Samples.submission(new byte[Limits.MAX_BODY_BYTES]);
    assertThat(serializer.serialize(TOPIC, submission)).hasSizeGreaterThan(Limits.MAX_BODY_BYTES);
  }

  @Test
  void aLargerBodyIsRefusedByItsUri() {
    var submission = Samples.submission(new byte[Limits.MAX_BODY_BYTES + 1]);
    assertThatThrownBy(() -> serializer.serialize(TOPIC, submission))
        .isInstanceOf(BodyTooLargeException.class)
        .hasMessageContaining(Samples.URI)
        .hasMessageContaining("5242880");
  }

  @Test
  void aGzippedBodyIsMeasuredAsItWillBeDecoded() throws IOException {
    var bomb = Samples.submission(gzip(new byte[Limits.MAX_BODY_BYTES + 1]));
    bomb.setContentEncoding("gzip");
    assertThatThrownBy(() -> serializer.serialize(TOPIC, bomb))
        .isInstanceOf(BodyTooLargeException.class)
        .hasMessageContaining("when decoded");

    var fits = Samples.submission(gzip(new byte[Limits.MAX_BODY_BYTES]));
    fits.setContentEncoding("gzip");
    assertThat(serializer.serialize(TOPIC, fits)).isNotNull();

    var damaged = Samples.submission(new byte[] {1, 2, 3});
    damaged.setContentEncoding("gzip");
    assertThat(serializer.serialize(TOPIC, damaged)).as("for the gate to judge").isNotNull();
  }

  @Test
  void aRecordBeyondItsTopicsLimitIsRefused() {
    var submission = Samples.submission();
    submission.setRights("x".repeat(Limits.MAX_RECORD_BYTES));
    assertThatThrownBy(() -> serializer.serialize(TOPIC, submission))
        .isInstanceOf(OversizedRecordException.class)
        .hasMessageContaining(TOPIC);
  }

  @Test
  void aDeadLetterTakesTheLargestRecordOfAnotherTopic() {
    var letters = new AvroSerializer<DeadLetter>(registry, Map.of(), false);
    var letter = Samples.deadLetter();
    letter.setValue(ByteBuffer.allocate(Limits.MAX_RECORD_BYTES));
    assertThat(letters.serialize(Topics.DEAD_LETTERS.name(), letter))
        .hasSizeGreaterThan(Limits.MAX_RECORD_BYTES);
    letter.setValue(ByteBuffer.allocate(Limits.MAX_DEAD_LETTER_BYTES));
    assertThatThrownBy(() -> letters.serialize(Topics.DEAD_LETTERS.name(), letter))
        .isInstanceOf(OversizedRecordException.class);
  }

  @Test
  void aMissingRequiredFieldIsNamed() {
    assertThatThrownBy(() -> serializer.serialize(TOPIC, new ArticleSubmission()))
        .isInstanceOf(RegistryException.class)
        .hasMessageContaining("uri");
  }

  @Test
  void theSchemaIsRegisteredUnderTheTopicsValueOrKey() {
    serializer.serialize(TOPIC, Samples.submission());
    assertThat(registry.latest(TOPIC + "-value").schema()).isEqualTo(ArticleSubmission.SCHEMA$);
    new AvroSerializer<Entity>(registry, Map.of(), true).serialize("t", Samples.entity());
    assertThat(registry.latest("t-key").schema()).isEqualTo(Entity.SCHEMA$);
  }

  @Test
  void withoutAutoRegistrationTheSchemaMustBeThere() {
    var strict =
        new AvroSerializer<ArticleSubmission>(
            registry, Map.of("auto.register.schemas", "false"), false);
    assertThatThrownBy(() -> strict.serialize(TOPIC, Samples.submission()))
        .isInstanceOf(UnknownSchemaException.class);
    registry.register(TOPIC + "-value", ArticleSubmission.SCHEMA$);
    assertThat(strict.serialize(TOPIC, Samples.submission())).startsWith(0, 0, 0, 0, 1);
  }

  @Test
  void theLatestVersionIsWrittenByNameNotByPosition() {
    var mine = SchemaBuilder.record("R").fields().requiredString("a").requiredInt("b").endRecord();
    var latest =
        SchemaBuilder.record("R")
            .fields()
            .requiredInt("b")
            .optionalString("c")
            .requiredString("a")
            .endRecord();
    registry.register("t-value", mine);
    registry.register("t-value", latest);
    var serializer = latest();
    byte[] bytes =
        Samples.written(
            serializer, "t", new GenericRecordBuilder(mine).set("a", "x").set("b", 3).build());
    GenericRecord read =
        ValueReader.<GenericRecord>of(registry.byId(2), null, false).read("t", 2, bytes);
    assertThat(bytes[4]).isEqualTo((byte) 2);
    assertThat(read).hasToString("{\"b\": 3, \"c\": null, \"a\": \"x\"}");
  }

  @Test
  void aLatestVersionThatTheRecordDoesNotFitIsRefused() {
    var mine = SchemaBuilder.record("R").fields().requiredString("a").endRecord();
    Schema latest = SchemaBuilder.record("R").fields().requiredString("other").endRecord();
    registry.register("t-value", latest);
    assertThatThrownBy(
            () -> latest().serialize("t", new GenericRecordBuilder(mine).set("a", "x").build()))
        .isInstanceOf(IncompatibleSchemaException.class)
        .hasMessageContaining("other")
        .hasMessageContaining("t-value");
  }

  private AvroSerializer<GenericRecord> latest() {
    return new AvroSerializer<>(
        registry, Map.of("auto.register.schemas", false, "use.latest.version", true), false);
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }
}
