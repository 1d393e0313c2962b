package org.articlepipeline.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TopicSerdesTest {

  static Object[][] records() {
    return new Object[][] {
      {Topics.SUBMISSIONS, Samples.submission()},
      {Topics.ACCEPTED, Samples.article()},
      {Topics.ENRICHMENT_REQUESTS, Samples.enrichmentRequest()},
      {Topics.SIGNATURES, Samples.signature()},
      {Topics.ENRICHED, Samples.enriched()},
      {Topics.RECEIPTS, Samples.receipt()},
      {Topics.DEAD_LETTERS, Samples.deadLetter()},
      {Topics.ENTITIES, Samples.entity()},
    };
  }

  @ParameterizedTest
  @MethodSource("records")
  <V> void everyTopicsValueComesBackAsItWasWritten(Topic<?, V> topic, V value) {
    try (var serdes = new TopicSerdes(new LocalSchemaRegistry(), Map.of())) {
      byte[] bytes = serdes.values(topic).serializer().serialize(topic.name(), value);
      assertThat(bytes).startsWith(0, 0, 0, 0, 1);
      assertThat(serdes.values(topic).deserializer().deserialize(topic.name(), bytes))
          .isEqualTo(value);
    }
  }

  @Test
  void keysAreUtf8TextAndDeadLettersKeysAreBytes() {
    try (var serdes = new TopicSerdes(new LocalSchemaRegistry(), Map.of())) {
      assertThat(serdes.keys(Topics.SUBMISSIONS).serializer().serialize("t", "ü")).hasSize(2);
      byte[] key = {-1, 0, 7};
      assertThat(serdes.keys(Topics.DEAD_LETTERS).serializer().serialize("t", key)).isEqualTo(key);
    }
  }

  @Test
  void makingSerdesNeedsNoRegistryButAnAddress() {
    new TopicSerdes(Map.of("schema.registry.url", "http://127.0.0.1:1")).close();
    assertThatThrownBy(() -> new TopicSerdes(Map.of()))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("schema.registry.url is not set");
  }

  @Test
  void anotherSerdeIsSwappedInByClassName() {
    try (var serdes = new TopicSerdes(Map.of(TopicSerdes.SERDE, ForeignSerde.class.getName()))) {
      var values = serdes.values(Topics.SUBMISSIONS);
      byte[] bytes = values.serializer().serialize("t", Samples.submission());
      assertThat(bytes).startsWith(0, 0, 0, 0, 7);
      assertThat(values.deserializer().deserialize("t", bytes)).isEqualTo(Samples.submission());
    }
  }

  @Test
  void theSizeLimitsHoldBehindASwappedSerde() {
    try (var serdes = new TopicSerdes(Map.of(TopicSerdes.SERDE, ForeignSerde.class.getName()))) {
      var serializer = serdes.values(Topics.SUBMISSIONS).serializer();
      var large = Samples.submission(new byte[Limits.MAX_BODY_BYTES + 1]);
      assertThatThrownBy(() -> serializer.serialize("t", large))
          .isInstanceOf(BodyTooLargeException.class);
    }
  }

  @Test
  void aSwappedSerdesErrorsBecomeReasons() {
    try (var serdes = new TopicSerdes(Map.of(TopicSerdes.SERDE, ForeignSerde.class.getName()))) {
      var reader = new RecordReader<>(Topics.SUBMISSIONS, serdes);
      assertThat(reader.read(Samples.source(0, 0, 0, 0, 7, 99)))
          .isInstanceOfSatisfying(
              Read.Rejected.class,
              r -> assertThat(r.rejection().reason()).isEqualTo(Reason.NOT_AVRO));
      assertThat(reader.read(Samples.source(0, 0, 0, 1, 148)))
          .isInstanceOfSatisfying(
              Read.Rejected.class,
              r -> assertThat(r.rejection().reason()).isEqualTo(Reason.UNKNOWN_SCHEMA));
      assertThatThrownBy(() -> reader.read(Samples.source(0, 0, 0, 1, 247)))
          .isInstanceOf(RegistryUnavailableException.class);
      assertThatThrownBy(() -> reader.read(Samples.source(0, 0, 0, 0, 1)))
          .isInstanceOf(RegistryUnavailableException.class);
    }
  }

  @Test
  void aSerdeThatCannotBeSwappedInIsNamed() {
    assertThatThrownBy(() -> new TopicSerdes(Map.of(TopicSerdes.SERDE, "no.Such")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("no.Such")
        .hasMessageContaining("-Pconfluent");
    assertThatThrownBy(() -> new TopicSerdes(Map.of(TopicSerdes.SERDE, "java.lang.String")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("it is no org.apache.kafka.common.serialization.Serde");
  }

  /** As Confluent's exception looks from outside. */
  public static final class RestClientException extends Exception {
    private final int status;

    RestClientException(int status) {
      super("status " + status);
      this.status = status;
    }

    public int getStatus() {
      return status;
    }

    public int getErrorCode() {
      return status == 404 ? 40403 : status;
    }
  }

  /** Stands for Confluent's: knows schema id 7, and fails as they do. */
  public static final class ForeignSerde<T extends SpecificRecord> implements Serde<T> {
    private final LocalSchemaRegistry registry = new LocalSchemaRegistry();
    private Class<?> type = Object.class;

    @Override
    public void configure(Map<String, ?> config, boolean isKey) {
      try {
        type = Class.forName(String.valueOf(config.get("specific.avro.value.type")));
      } catch (ClassNotFoundException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public Serializer<T> serializer() {
      return (topic, data) -> {
        byte[] bytes =
            Samples.written(new AvroSerializer<T>(registry, Map.of(), false), topic, data);
        bytes[4] = 7;
        return bytes;
      };
    }

    @Override
    @SuppressWarnings("unchecked") // The configuration says which class T is.
    public Deserializer<T> deserializer() {
      return (topic, data) -> {
        int id = ByteBuffer.wrap(data).getInt(1);
        if (id == 1) {
          throw new SerializationException("can't ask", new IOException(new ConnectException()));
        }
        if (id != 7) {
          throw new SerializationException("can't look up", new RestClientException(id));
        }
        byte[] copy = Arrays.copyOf(data, data.length);
        copy[4] = 1;
        try {
          return new AvroDeserializer<>(registry, (Class<T>) type).deserialize(topic, copy);
        } catch (RegistryException e) {
          throw new SerializationException("can't read", e.getCause());
        }
      };
    }

    @Override
    public void close() {
      registry.close();
    }
  }
}
