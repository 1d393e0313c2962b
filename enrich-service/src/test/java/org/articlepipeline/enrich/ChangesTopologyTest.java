package org.articlepipeline.enrich;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.articlepipeline.enrich.Samples.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.articlepipeline.enrich.knowledge.NameTokens;
import org.articlepipeline.schemas.DeadLetter;
import org.articlepipeline.schemas.EnrichmentRequest;
import org.articlepipeline.schemas.Entity;
import org.articlepipeline.schemas.KnowledgeChange;
import org.articlepipeline.schemas.LocalSchemaRegistry;
import org.articlepipeline.schemas.Receipt;
import org.articlepipeline.schemas.Topic;
import org.articlepipeline.schemas.TopicSerdes;
import org.articlepipeline.schemas.Topics;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of entities that change. */
class ChangesTopologyTest {
  private final TopicSerdes serdes = new TopicSerdes(new LocalSchemaRegistry(), Map.of());
  private TopologyTestDriver driver;

  @BeforeEach
  void start(@TempDir Path state) {
    Properties properties = new Properties();
    properties.put("application.id", "test");
    properties.put("bootstrap.servers", "none:1");
    properties.put("state.dir", state.toString());
    driver =
        new TopologyTestDriver(
            ChangesTopology.build(serdes, new SimpleMeterRegistry()), properties, EnrichDriver.NOW);
  }

  @AfterEach
  void stop() {
    driver.close();
    serdes.close();
  }

  @Test
  void aNewEntityIsAnnouncedWithAllItsNames() {
    entity(person("p:1", "Nadia Brook", "Brook", "the 3rd Lady"));
    List<KnowledgeChange> changes = announced();

    assertThat(changes).hasSize(1);
    assertThat(changes.getFirst().getOffset()).isZero();
    assertThat(changes.getFirst().getNames())
        .containsExactlyInAnyOrder(tokens("Nadia Brook"), tokens("Brook"), tokens("the 3rd Lady"));
    assertThat(tokens("the 3rd Lady")).hasSize(2);
  }

  @Test
  void aRenamedEntityIsAnnouncedWithItsOldAndNewNames() {
    entity(person("p:1", "Nadia Brook"));
    announced();
    entity(person("p:1", "Nadia Lane"));

    assertThat(announced().getFirst().getNames())
        .containsExactlyInAnyOrder(tokens("Nadia Brook"), tokens("Nadia Lane"));
  }

  @Test
  void anEntityThatIsIgnoredOrRemovedIsAnnouncedWithItsNames() {
    Entity entity = person("p:1", "Nadia Brook");
    entity(entity);
    announced();
    entity(Entity.newBuilder(entity).setIgnored(true).build());
    assertThat(announced().getFirst().getNames()).containsExactly(tokens("Nadia Brook"));

    send("p:1", null);

    assertThat(announced().getFirst().getNames()).containsExactly(tokens("Nadia Brook"));
  }

  @Test
  void anEntityThatIsSentAgainAsItIsConcernsNoArticle() {
    entity(person("p:1", "Nadia Brook"));
    announced();
    entity(person("p:1", "Nadia Brook"));

    List<KnowledgeChange> changes = announced();
    assertThat(changes).hasSize(1);
    assertThat(changes.getFirst().getNames()).isEmpty();
    assertThat(changes.getFirst().getOffset()).isEqualTo(1);
  }

  @Test
  void anImportIsFewMessages() {
    for (int i = 0; i < 1_000; i++) {
      entity(person("p:" + i, "Person Number" + i));
    }

    List<KnowledgeChange> changes = announced();
    assertThat(changes).hasSize(1);
    assertThat(changes.getFirst().getNames()).hasSize(1_000);
    assertThat(changes.getFirst().getOffset()).isEqualTo(999);
    assertThat(announced()).isEmpty();
  }

  @Test
  void anUnreadableEntityIsADeadLetterAndWhatItWasBeforeStays() {
    entity(person("p:1", "Nadia Brook"));
    announced();
    send("p:1", "nonsense".getBytes(UTF_8));
    send("p:2", bytes(person("p:1", "Somebody Else")));
    send(null, bytes(person("p:1", "Somebody Else")));

    assertThat(announced()).isEmpty();
    String[] reasons = {"NOT_AVRO", "KEY_MISMATCH", "NULL_KEY"};
    assertThat(values(Topics.DEAD_LETTERS))
        .extracting(DeadLetter::getReason)
        .containsExactly(reasons);
    assertThat(values(Topics.RECEIPTS)).extracting(Receipt::getReason).containsExactly(reasons);
    entity(person("p:1", "Nadia Lane"));
    assertThat(announced().getFirst().getNames())
        .containsExactlyInAnyOrder(tokens("Nadia Brook"), tokens("Nadia Lane"));
  }

  private List<KnowledgeChange> announced() {
    driver.advanceWallClockTime(Duration.ofSeconds(1));
    return values(Topics.ENRICHMENT_REQUESTS).stream()
        .map(EnrichmentRequest::getKnowledge)
        .toList();
  }

  private void entity(Entity entity) {
    send(entity.getUri(), bytes(entity));
  }

  private byte[] bytes(Entity entity) {
    return serdes.values(Topics.ENTITIES).serializer().serialize(Topics.ENTITIES.name(), entity);
  }

  private void send(@Nullable String key, byte @Nullable [] value) {
    driver
        .createInputTopic(
            Topics.ENTITIES.name(), new ByteArraySerializer(), new ByteArraySerializer())
        .pipeInput(
            new TestRecord<>(
                key == null ? null : key.getBytes(UTF_8),
                value,
                new RecordHeaders(),
                EnrichDriver.NOW));
  }

  private <V> List<V> values(Topic<?, V> topic) {
    return driver
        .createOutputTopic(topic.name(), new ByteArrayDeserializer(), new ByteArrayDeserializer())
        .readValuesToList()
        .stream()
        .map(value -> serdes.values(topic).deserializer().deserialize(topic.name(), value))
        .toList();
  }

  private static List<Integer> tokens(String name) {
    return Arrays.stream(NameTokens.of(Stream.of(name))).boxed().toList();
  }
}
