package org.articlepipeline.schemas;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes Avro records in Confluent's wire format. Subjects are TOPIC-value and TOPIC-key
 * (TopicNameStrategy). Thread-safe, because a producer is.
 *
 * <p>Keys: {@code auto.register.schemas} (default true), {@code use.latest.version} (default
 * false), and those of {@link SchemaRegistryClient}.
 */
public final class AvroSerializer<T extends IndexedRecord> implements Serializer<T> {

  static {
    TrustedTypes.grant();
  }

  private @Nullable SchemaRegistry registry;
  private boolean ownsRegistry;
  private boolean isKey;
  private SchemaChoice choice = SchemaChoice.REGISTER;
  private final Map<SubjectSchema, Target> targets = new ConcurrentHashMap<>();

  private record SubjectSchema(String subject, Schema schema) {}

  /** What to write: the id, and the schema where it is not the record's own. */
  private record Target(int id, @Nullable Schema other) {}

  /** For Kafka, which calls {@link #configure}. */
  public AvroSerializer() {}

  public AvroSerializer(SchemaRegistry registry, Map<String, ?> config, boolean isKey) {
    this.registry = registry;
    this.isKey = isKey;
    this.choice = SchemaChoice.of(config);
  }

  @Override
  public void configure(Map<String, ?> config, boolean isKey) {
    if (registry == null) {
      registry = new SchemaRegistryClient(config);
      ownsRegistry = true;
    }
    this.isKey = isKey;
    this.choice = SchemaChoice.of(config);
  }

  @Override
  public byte @Nullable [] serialize(String topic, @Nullable T data) {
    return serialize(topic, null, data);
  }

  @Override
  public byte @Nullable [] serialize(String topic, @Nullable Headers headers, @Nullable T data) {
    if (data == null) {
      return null;
    }
    SizeLimits.checkBody(data);
    String subject = topic + (isKey ? "-key" : "-value");
    Target target =
        targets.computeIfAbsent(new SubjectSchema(subject, data.getSchema()), this::choose);
    return SizeLimits.check(topic, write(topic, target, data), data.getSchema().getName());
  }

  private Target choose(SubjectSchema s) {
    SchemaRegistry known = Objects.requireNonNull(registry, "configure() was not called");
    return switch (choice) {
      case REGISTER -> new Target(known.register(s.subject(), s.schema()), null);
      case LOOK_UP -> new Target(known.idOf(s.subject(), s.schema()), null);
      case LATEST -> {
        var latest = known.latest(s.subject());
        SchemaConversion.check(s.schema(), latest.schema(), s.subject());
        yield new Target(latest.id(), latest.schema());
      }
    };
  }

  private byte[] write(String topic, Target target, T data) {
    var out = new ByteArrayOutputStream(1024);
    out.write(WireFormat.MAGIC);
    out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(target.id()).array());
    try {
      encode(target.other() == null ? data : SchemaConversion.convert(data, target.other()), out);
    } catch (IOException | RuntimeException e) {
      throw new RegistryException(
          "this %s for %s does not fit its schema: %s"
              .formatted(data.getSchema().getName(), topic, e.getMessage()),
          e);
    }
    return out.toByteArray();
  }

  static void encode(IndexedRecord data, ByteArrayOutputStream out) throws IOException {
    DatumWriter<IndexedRecord> writer =
        data instanceof SpecificRecord
            ? new SpecificDatumWriter<>(data.getSchema(), SpecificData.getForClass(data.getClass()))
            : new GenericDatumWriter<>(data.getSchema());
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
    writer.write(data, encoder);
    encoder.flush();
  }

  @Override
  public void close() {
    if (ownsRegistry && registry != null) {
      registry.close();
    }
  }
}
