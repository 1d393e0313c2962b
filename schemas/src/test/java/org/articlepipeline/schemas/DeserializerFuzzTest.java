package org.articlepipeline.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever bytes are in a topic, reading them ends in a record or in a RegistryException. */
class DeserializerFuzzTest {

  private static final int MUTATIONS = 10_000;
  private static final long SEED = 20_260_301;

  static Object[][] records() {
    return TopicSerdesTest.records();
  }

  @ParameterizedTest
  @MethodSource("records")
  <V> void nothingButRegistryExceptionsEscapes(Topic<?, V> topic, V value) {
    var registry = new LocalSchemaRegistry();
    Topics.all().forEach(t -> register(registry, t));
    var random = new Random(SEED);
    int read = 0;
    try (var serdes = new TopicSerdes(registry, Map.of())) {
      byte[] good = serdes.values(topic).serializer().serialize(topic.name(), value);
      var deserializer = serdes.values(topic).deserializer();
      for (int i = 0; i < MUTATIONS; i++) {
        byte[] mutated = mutate(good, random);
        try {
          deserializer.deserialize(topic.name(), mutated);
          read++;
        } catch (RegistryException e) {
          assertThat(e.getMessage()).isNotBlank();
        } catch (Throwable e) {
          fail(
              "mutation %d (seed %d): %s".formatted(i, SEED, HexFormat.of().formatHex(mutated)), e);
        }
      }
      assertThat(deserializer.deserialize(topic.name(), good)).isEqualTo(value);
    }
    assertThat(read).as("mutations of mere content are read").isBetween(1, MUTATIONS - 1);
  }

  private static void register(LocalSchemaRegistry registry, Topic<?, ?> topic) {
    registry.register(topic.name(), SpecificData.get().getSchema(topic.valueType()));
  }

  /**
   * One to four changes: a byte replaced, a bit flipped, bytes cut, doubled or put in, a huge
   * number.
   */
  private static byte[] mutate(byte[] good, Random random) {
    byte[] bytes = good.clone();
    int changes = 1 + random.nextInt(4);
    for (int i = 0; i < changes && bytes.length > 0; i++) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(6)) {
        case 0 -> bytes[at] = (byte) random.nextInt();
        case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 2 -> bytes = Arrays.copyOf(bytes, at);
        case 3 -> bytes = insert(bytes, at, Arrays.copyOfRange(bytes, at, bytes.length));
        case 4 -> {
          var noise = new byte[1 + random.nextInt(16)];
          random.nextBytes(noise);
          bytes = insert(bytes, at, noise);
        }
        default -> {
          for (int j = at; j < Math.min(bytes.length, at + 9); j++) {
            bytes[j] = (byte) 0xFF;
          }
        }
      }
    }
    return bytes;
  }

  private static byte[] insert(byte[] bytes, int at, byte[] more) {
    byte[] result = Arrays.copyOf(bytes, bytes.length + more.length);
    System.arraycopy(more, 0, result, at, more.length);
    System.arraycopy(bytes, at, result, at + more.length, bytes.length - at);
    return result;
  }
}
