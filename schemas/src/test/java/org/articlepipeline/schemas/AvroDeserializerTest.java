package org.articlepipeline.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.junit.jupiter.api.Test;

class AvroDeserializerTest {

  private static final String TOPIC = "articles.submissions";

  private final LocalSchemaRegistry registry = new LocalSchemaRegistry();
  private final AvroSerializer<ArticleSubmission> serializer =
      new AvroSerializer<>(registry, Map.of(), false);
  private final AvroDeserializer<ArticleSubmission> deserializer =
      new AvroDeserializer<>(registry, ArticleSubmission.class);

  private byte[] written(GenericRecord record) {
    return Samples.written(
        new AvroSerializer<GenericRecord>(registry, Map.of(), false), TOPIC, record);
  }

  @Test
  void nullStaysNull() {
    assertThat(deserializer.deserialize(TOPIC, null)).isNull();
    assertThat(serializer.serialize(TOPIC, null)).isNull();
  }

  @Test
  void bytesWithoutTheFrameAreNotAvro() {
    for (byte[] bytes : new byte[][] {{}, {0}, {0, 0, 0, 1}, "{\"uri\":1}".getBytes(UTF_8)}) {
      assertThatThrownBy(() -> deserializer.deserialize(TOPIC, bytes))
          .isInstanceOf(NotAvroException.class)
          .hasMessageContaining(TOPIC);
    }
  }

  @Test
  void anIdThatTheRegistryDoesNotKnowIsAnUnknownSchema() {
    assertThatThrownBy(() -> deserializer.deserialize(TOPIC, new byte[] {0, 0, 0, 0, 9, 1}))
        .isInstanceOf(UnknownSchemaException.class)
        .hasMessageContaining("9");
  }

  @Test
  void trailingBytesAreRefused() {
    byte[] bytes = Samples.written(serializer, TOPIC, Samples.submission());
    assertThatThrownBy(
            () -> deserializer.deserialize(TOPIC, Arrays.copyOf(bytes, bytes.length + 1)))
        .isInstanceOf(NotAvroException.class)
        .hasMessageContaining("left over");
  }

  @Test
  void everyTruncationIsRefused() {
    byte[] bytes = Samples.written(serializer, TOPIC, Samples.submission());
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> deserializer.deserialize(TOPIC, cut))
          .isInstanceOf(NotAvroException.class);
    }
  }

  @Test
  void anotherRecordTypeIsAWrongType() {
    byte[] bytes =
        new AvroSerializer<Entity>(registry, Map.of(), false).serialize(TOPIC, Samples.entity());
    assertThatThrownBy(() -> deserializer.deserialize(TOPIC, bytes))
        .isInstanceOf(WrongTypeException.class)
        .hasMessageContaining("Entity")
        .hasMessageContaining("ArticleSubmission");
  }

  @Test
  void anOlderWritersMissingFieldsGetTheirDefaultsAndNewSymbolsBecomeUnknown() {
    Schema format = SchemaBuilder.enumeration("Format").symbols("TEXT", "HOLOGRAM");
    Schema older =
        SchemaBuilder.record("ArticleSubmission")
            .namespace("org.articlepipeline.schemas")
            .fields()
            .requiredString("uri")
            .requiredLong("revision")
            .requiredString("source")
            .name("format")
            .type(format)
            .noDefault()
            .requiredLong("submittedAt")
            .requiredString("notInOurs")
            .endRecord();
    byte[] bytes =
        written(
            new GenericRecordBuilder(older)
                .set("uri", "u")
                .set("revision", 5L)
                .set("source", "s")
                .set("format", new GenericData.EnumSymbol(format, "HOLOGRAM"))
                .set("submittedAt", Samples.NOW.toEpochMilli())
                .set("notInOurs", "x")
                .build());
    assertThat(deserializer.deserialize(TOPIC, bytes))
        .isEqualTo(
            ArticleSubmission.newBuilder()
                .setUri("u")
                .setRevision(5)
                .setSource("s")
                .setSubmittedAt(Samples.NOW)
                .build());
  }

  @Test
  void aSchemaOfTheSameNameThatCannotBeReadIsIncompatible() {
    Schema other =
        SchemaBuilder.record("ArticleSubmission")
            .namespace("org.articlepipeline.schemas")
            .fields()
            .requiredBoolean("uri")
            .endRecord();
    byte[] bytes = written(new GenericRecordBuilder(other).set("uri", true).build());
    assertThatThrownBy(() -> deserializer.deserialize(TOPIC, bytes))
        .isInstanceOf(IncompatibleSchemaException.class)
        .hasMessageContaining("uri");
  }

  @Test
  void aFewHostileBytesDoNotAllocateGigabytes() {
    int id = registry.register("s", ArticleSubmission.SCHEMA$);
    long[] lengths = {
      1L << 31, Integer.MAX_VALUE - 8, 1L << 40, Long.MAX_VALUE, Long.MIN_VALUE, -1
    };
    for (long length : lengths) {
      byte[] bytes = ByteBuffer.allocate(16).put((byte) 0).putInt(id).put(varint(length)).array();
      assertThatThrownBy(() -> deserializer.deserialize(TOPIC, bytes))
          .isInstanceOf(NotAvroException.class);
    }
  }

  @Test
  void absurdCountsOfItemsDoNotAllocateGigabytes() {
    Schema headers = SchemaBuilder.array().items(SchemaBuilder.builder().nullType());
    Schema letter =
        SchemaBuilder.record("ArticleSubmission")
            .namespace("org.articlepipeline.schemas")
            .fields()
            .name("nothings")
            .type(headers)
            .noDefault()
            .endRecord();
    int id = registry.register("s", letter);
    for (long count : new long[] {1L << 31, Integer.MAX_VALUE - 8, 1L << 40, Long.MAX_VALUE}) {
      byte[] bytes = ByteBuffer.allocate(24).put((byte) 0).putInt(id).put(varint(count)).array();
      assertThatThrownBy(() -> deserializer.deserialize(TOPIC, bytes))
          .isInstanceOf(RegistryException.class);
      assertThatThrownBy(
              () -> ValueReader.<GenericRecord>of(letter, null, false).read(TOPIC, id, bytes))
          .isInstanceOf(NotAvroException.class);
    }
  }

  @Test
  void aSchemaThatNestsWithoutEndIsDamageNotACrash() {
    Schema list =
        new Schema.Parser()
            .parse(
                "{\"type\":\"record\",\"name\":\"L\",\"fields\":[{\"name\":\"next\",\"type\":[\"null\",\"L\"]}]}");
    var deep = new byte[2_000_000];
    Arrays.fill(deep, WireFormat.HEADER_BYTES, deep.length, (byte) 2);
    assertThatThrownBy(() -> ValueReader.<GenericRecord>of(list, null, false).read(TOPIC, 1, deep))
        .isInstanceOf(NotAvroException.class);
  }

  @Test
  void oneDeserializerServesManyThreads() {
    byte[] good = Samples.written(serializer, TOPIC, Samples.submission());
    byte[] bad = Arrays.copyOf(good, good.length - 3);
    IntStream.range(0, 20_000)
        .parallel()
        .forEach(
            i -> {
              if (i % 7 == 0) {
                assertThatThrownBy(() -> deserializer.deserialize(TOPIC, bad))
                    .isInstanceOf(NotAvroException.class);
              } else {
                assertThat(deserializer.deserialize(TOPIC, good)).isEqualTo(Samples.submission());
              }
            });
  }

  private static byte[] varint(long n) {
    long rest = (n << 1) ^ (n >> 63);
    var bytes = new byte[10];
    int i = 0;
    while ((rest & ~0x7FL) != 0) {
      bytes[i++] = (byte) ((rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    bytes[i++] = (byte) rest;
    return Arrays.copyOf(bytes, i);
  }
}
