package org.articlepipeline.schemas;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/**
 * Serdes for the topics' types, over one registry client. {@value #SERDE} names another Serde class
 * for Avro, such as Confluent's {@code io.confluent.kafka.streams.serdes.avro.SpecificAvroSerde},
 * which gets the same configuration.
 */
public final class TopicSerdes implements AutoCloseable {

  /** Class name of the Serde for Avro; {@link AvroSerde} when absent. */
  public static final String SERDE = "articles.avro.serde";

  private final Map<String, Object> config;
  private final @Nullable SchemaRegistry registry;
  private final @Nullable Class<?> swapped;
  private final List<Serde<?>> made = new CopyOnWriteArrayList<>();

  /**
   * Takes Confluent's keys ({@code schema.registry.url}, ...). No registry is asked before the
   * first record.
   */
  public TopicSerdes(Map<String, ?> registryConfig) {
    this.config = new HashMap<>(registryConfig);
    this.swapped = swapped(registryConfig);
    this.registry = swapped == null ? new SchemaRegistryClient(config) : null;
  }

  /** Our own serdes over a given registry, which {@link #close} closes. */
  public TopicSerdes(SchemaRegistry registry, Map<String, ?> config) {
    this.config = new HashMap<>(config);
    this.registry = registry;
    this.swapped = null;
  }

  private static @Nullable Class<?> swapped(Map<String, ?> config) {
    String name = RegistrySettings.text(config, SERDE);
    if (name == null || name.equals(AvroSerde.class.getName())) {
      return null;
    }
    try {
      Class<?> type = Class.forName(name);
      if (Serde.class.isAssignableFrom(type)) {
        return type;
      }
      throw new ConfigException(SERDE, name, "it is no " + Serde.class.getName());
    } catch (ClassNotFoundException e) {
      throw new ConfigException(
          SERDE,
          name,
          "it is not on the class path; Confluent's are there when built with -Pconfluent");
    }
  }

  public <K> Serde<K> keys(Topic<K, ?> topic) {
    return of(topic.keyType(), true);
  }

  public <V> Serde<V> values(Topic<?, V> topic) {
    return of(topic.valueType(), false);
  }

  @SuppressWarnings("unchecked") // Each branch has checked that T is the type of its serde.
  private <T> Serde<T> of(Class<T> type, boolean isKey) {
    if (type == String.class) {
      return (Serde<T>) Serdes.String();
    }
    if (type == byte[].class) {
      return (Serde<T>) Serdes.ByteArray();
    }
    if (!SpecificRecord.class.isAssignableFrom(type)) {
      throw new IllegalArgumentException("no serde for " + type.getName());
    }
    Serde<T> serde =
        swapped == null
            ? (Serde<T>) own((Class<? extends IndexedRecord>) type, isKey)
            : new SwappedSerde<>((Class<? extends Serde<T>>) swapped, config, type, isKey);
    made.add(serde);
    return serde;
  }

  private <R extends IndexedRecord> Serde<R> own(Class<R> type, boolean isKey) {
    return new AvroSerde<>(Objects.requireNonNull(registry), config, type, isKey);
  }

  @Override
  public void close() {
    made.forEach(Serde::close);
    if (registry != null) {
      registry.close();
    }
  }
}
