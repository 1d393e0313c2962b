package org.articlepipeline.schemas;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.avro.generic.IndexedRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * A Serde of somebody else's, made by class name, behind our promises: the size limits hold and its
 * errors become the same exceptions as those of {@link AvroSerde}.
 */
final class SwappedSerde<T> implements Serde<T> {

  private final Serde<T> serde;

  /**
   * @param serde a class with a public constructor without parameters
   */
  SwappedSerde(
      Class<? extends Serde<T>> serde, Map<String, ?> config, Class<T> type, boolean isKey) {
    TrustedTypes.grant();
    var own = new HashMap<String, Object>(config);
    own.putIfAbsent(isKey ? "specific.avro.key.type" : "specific.avro.value.type", type.getName());
    own.putIfAbsent("specific.avro.reader", true);
    own.putIfAbsent("avro.remove.java.properties", true);
    try {
      this.serde = serde.getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new ConfigException(TopicSerdes.SERDE, serde.getName(), "can't be made: " + e);
    }
    this.serde.configure(own, isKey);
  }

  @Override
  public Serializer<T> serializer() {
    return new Limited<>(serde.serializer());
  }

  @Override
  public Deserializer<T> deserializer() {
    return new Translating<>(serde.deserializer());
  }

  @Override
  public void close() {
    serde.close();
  }

  private record Limited<T>(Serializer<T> serializer) implements Serializer<T> {

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable T data) {
      return check(topic, data, d -> serializer.serialize(topic, d));
    }

    @Override
    public byte @Nullable [] serialize(String topic, Headers headers, @Nullable T data) {
      return check(topic, data, d -> serializer.serialize(topic, headers, d));
    }

    private byte @Nullable [] check(String topic, @Nullable T data, Function<T, byte[]> write) {
      if (data == null) {
        return null;
      }
      if (data instanceof IndexedRecord r) {
        SizeLimits.checkBody(r);
      }
      try {
        return SizeLimits.check(topic, write.apply(data), data.getClass().getSimpleName());
      } catch (KafkaException e) {
        throw ForeignErrors.translate(e);
      }
    }
  }

  private record Translating<T>(Deserializer<T> deserializer) implements Deserializer<T> {

    @Override
    public @Nullable T deserialize(String topic, byte @Nullable [] data) {
      return data == null ? null : translated(() -> deserializer.deserialize(topic, data));
    }

    @Override
    public @Nullable T deserialize(String topic, Headers headers, byte @Nullable [] data) {
      return data == null ? null : translated(() -> deserializer.deserialize(topic, headers, data));
    }

    private T translated(Supplier<T> read) {
      try {
        return read.get();
      } catch (KafkaException e) {
        throw ForeignErrors.translate(e);
      }
    }
  }
}
