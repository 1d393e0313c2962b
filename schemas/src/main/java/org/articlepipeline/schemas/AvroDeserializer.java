package org.articlepipeline.schemas;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.generic.IndexedRecord;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads Avro records in Confluent's wire format, whatever version of its schema a record was
 * written with. Thread-safe, because Kafka Streams shares one among its threads.
 *
 * <p>Keys: {@code specific.avro.reader} (default false: {@code GenericRecord}s), {@code
 * specific.avro.value.type} and {@code specific.avro.key.type} (else the class is found by the
 * writer's name), and those of {@link SchemaRegistryClient}.
 */
public final class AvroDeserializer<T extends IndexedRecord> implements Deserializer<T> {

  static {
    TrustedTypes.grant();
  }

  private @Nullable SchemaRegistry registry;
  private boolean ownsRegistry;
  private @Nullable Class<T> type;
  private boolean specific;
  private final Map<Integer, ValueReader<T>> readers = new ConcurrentHashMap<>();

  /** For Kafka, which calls {@link #configure}. */
  public AvroDeserializer() {}

  /** Reads into one generated class; a record of another name is a {@link WrongTypeException}. */
  public AvroDeserializer(SchemaRegistry registry, Class<T> type) {
    this.registry = registry;
    this.type = type;
    this.specific = true;
  }

  @Override
  public void configure(Map<String, ?> config, boolean isKey) {
    if (registry == null) {
      registry = new SchemaRegistryClient(config);
      ownsRegistry = true;
    }
    if (type == null) {
      specific = SchemaChoice.flag(config, "specific.avro.reader", false);
      type = specific ? configuredType(config, isKey) : null;
    }
  }

  @SuppressWarnings(
      "unchecked") // That T is this class is the promise of whoever wrote the configuration.
  private @Nullable Class<T> configuredType(Map<String, ?> config, boolean isKey) {
    String key = isKey ? "specific.avro.key.type" : "specific.avro.value.type";
    Object value = config.get(key);
    try {
      return switch (value) {
        case null -> null;
        case Class<?> c -> (Class<T>) c;
        default -> (Class<T>) Class.forName(value.toString().strip());
      };
    } catch (ClassNotFoundException e) {
      throw new ConfigException(key, value, "there is no such class");
    }
  }

  @Override
  public @Nullable T deserialize(String topic, byte @Nullable [] data) {
    return deserialize(topic, null, data);
  }

  @Override
  public @Nullable T deserialize(String topic, @Nullable Headers headers, byte @Nullable [] data) {
    if (data == null) {
      return null;
    }
    Integer id = WireFormat.schemaId(data);
    if (id == null) {
      throw new NotAvroException(
          "%d bytes in %s don't start with a zero byte and a schema id: write with a serializer that uses the schema registry"
              .formatted(data.length, topic));
    }
    ValueReader<T> reader = readers.get(id);
    if (reader == null) {
      var writer = Objects.requireNonNull(registry, "configure() was not called").byId(id);
      reader = ValueReader.of(writer, type, specific);
      readers.put(id, reader);
    }
    return reader.read(topic, id, data);
  }

  @Override
  public void close() {
    if (ownsRegistry && registry != null) {
      registry.close();
    }
  }
}
