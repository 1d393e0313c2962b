package org.articlepipeline.schemas;

import org.apache.kafka.common.serialization.Deserializer;

/**
 * Reads a topic's values, so that a record that cannot be read is a value too, and its reason a
 * {@link Rejection}.
 */
public final class RecordReader<V> {

  private final Topic<?, V> topic;
  private final Deserializer<V> values;

  public RecordReader(Topic<?, V> topic, TopicSerdes serdes) {
    this.topic = topic;
    this.values = serdes.values(topic).deserializer();
  }

  /**
   * @throws RegistryUnavailableException when the registry could not be asked: nothing is wrong
   *     with the record
   */
  public Read<V> read(SourceRecord r) {
    if (r.value() == null) {
      return new Read.Tombstone<>();
    }
    if (WireFormat.schemaId(r.value()) == null) {
      return rejected(
          Reason.NOT_AVRO,
          "the value's %d bytes don't start with a zero byte and a schema id: write it with a serializer that uses the schema registry"
              .formatted(r.value().length));
    }
    try {
      V value = values.deserialize(r.topic(), r.headers(), r.value());
      return topic.valueType().isInstance(value)
          ? new Read.Value<>(value)
          : rejected(
              Reason.WRONG_TYPE,
              "the value is no %s: %s takes nothing else"
                  .formatted(topic.valueType().getSimpleName(), topic));
    } catch (NotAvroException e) {
      return rejected(Reason.NOT_AVRO, e.getMessage());
    } catch (UnknownSchemaException e) {
      return rejected(Reason.UNKNOWN_SCHEMA, e.getMessage());
    } catch (WrongTypeException | IncompatibleSchemaException e) {
      return rejected(Reason.WRONG_TYPE, e.getMessage());
    }
  }

  private static <V> Read<V> rejected(Reason reason, String message) {
    return new Read.Rejected<>(Rejection.of(reason, message));
  }
}
