package org.articlepipeline.enrich;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.articlepipeline.enrich.Samples.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.articlepipeline.enrich.entities.KnowledgeBaseRecognizer;
import org.articlepipeline.enrich.knowledge.KnowledgeBase;
import org.articlepipeline.enrich.text.Analysis;
import org.articlepipeline.enrich.text.EnrichmentStep;
import org.articlepipeline.schemas.Article;
import org.articlepipeline.schemas.DeadLetter;
import org.articlepipeline.schemas.EnrichedArticle;
import org.articlepipeline.schemas.Entity;
import org.articlepipeline.schemas.NamedEntity;
import org.articlepipeline.schemas.PubStatus;
import org.articlepipeline.schemas.Receipt;
import org.articlepipeline.schemas.RecordReader;
import org.articlepipeline.schemas.RegistryUnavailableException;
import org.articlepipeline.schemas.Topic;
import org.articlepipeline.schemas.TopicSerdes;
import org.articlepipeline.schemas.Topics;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EnrichTopologyTest {
  private static final Instant NOW = Instant.parse("2026-03-01T08:00:05Z");
  private static final String POISON = "urn:test:poison";

  private final UnsteadyRegistry registry = new UnsteadyRegistry();
  private final TopicSerdes serdes = new TopicSerdes(registry, Map.of());
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private final TopologyTestDriver driver = driver();

  private final TestInputTopic<byte[], byte[]> accepted = input(Topics.ACCEPTED);
  private final TestInputTopic<byte[], byte[]> entities = input(Topics.ENTITIES);
  private final Output<EnrichedArticle> enriched = new Output<>(Topics.ENRICHED);
  private final Output<Receipt> receipts = new Output<>(Topics.RECEIPTS);
  private final Output<DeadLetter> deadLetters = new Output<>(Topics.DEAD_LETTERS);

  @AfterEach
  void close() {
    driver.close();
    serdes.close();
  }

  @Test
  void anArticleIsEnrichedAndReceipted() {
    send(article("urn:test:1", 4).build());

    EnrichedArticle article = enriched.value();
    assertThat(article.getUri()).isEqualTo("urn:test:1");
    assertThat(article.getLanguage()).isEqualTo("en");
    Receipt receipt = receipts.value();
    assertThat(receipt)
        .isEqualTo(
            Receipt.newBuilder()
                .setUri("urn:test:1")
                .setRevision(4L)
                .setSource("test")
                .setStage("enrich")
                .setOutcome("ENRICHED")
                .setAt(NOW)
                .setSubmittedAt(Samples.SUBMITTED)
                .setEnrichmentRun(0)
                .setTopic("articles.accepted")
                .setPartition(0)
                .setOffset(0)
                .build());
    assertThat(deadLetters.isEmpty()).isTrue();
  }

  @Test
  void headersTimestampAndKeyTravelUnchanged() {
    RecordHeaders headers = new RecordHeaders();
    headers
        .add("ce_id", "7".getBytes(UTF_8))
        .add("ce_id", "8".getBytes(UTF_8))
        .add("traceparent", null);
    Instant written = Instant.parse("2026-02-01T00:00:00Z");

    accepted.pipeInput(
        new TestRecord<>(
            key("urn:test:1"), bytes(article("urn:test:1", 1).build()), headers, written));

    TestRecord<byte[], byte[]> record = enriched.record();
    assertThat(record.key()).isEqualTo(key("urn:test:1"));
    assertThat(record.headers()).isEqualTo(headers);
    assertThat(record.getRecordTime()).isEqualTo(written);
  }

  @Test
  void whatMayNotBeSeenPassesWithoutContent() {
    send(article("urn:test:1", 5).setPubStatus(PubStatus.CANCELED).build());

    EnrichedArticle article = enriched.value();
    assertThat(article.getPubStatus()).isEqualTo(PubStatus.CANCELED);
    assertThat(article.getRevision()).isEqualTo(5);
    assertThat(article.getBody()).isNull();
    assertThat(article.getHeadline()).isNull();
    assertThat(receipts.value().getOutcome()).isEqualTo("ENRICHED");
  }

  @Test
  void anArticleThatAStepFailsOnIsADeadLetterAndTheRestGoesOn() {
    Article poison = article(POISON, 2).build();
    send(poison);
    send(article("urn:test:1", 1).build());

    DeadLetter letter = deadLetters.value();
    assertThat(letter.getReason()).isEqualTo("STEP_FAILED");
    assertThat(letter.getMessage()).contains("'poison'", "on purpose");
    assertThat(letter.getStage()).isEqualTo("enrich");
    assertThat(letter.getUri()).isEqualTo(POISON);
    assertThat(letter.getRevision()).isEqualTo(2);
    assertThat(letter.getValue()).isEqualTo(ByteBuffer.wrap(bytes(poison)));
    assertThat(letter.getTopic()).isEqualTo("articles.accepted");
    List<Receipt> both = receipts.values();
    assertThat(both).extracting(Receipt::getOutcome).containsExactly("REJECTED", "ENRICHED");
    assertThat(both.getFirst().getMessage()).isEqualTo(letter.getMessage());
    assertThat(both.getFirst().getReason()).isEqualTo("STEP_FAILED");
    assertThat(both.getFirst().getSubmittedAt()).isEqualTo(Samples.SUBMITTED);
    assertThat(enriched.values()).extracting(EnrichedArticle::getUri).containsExactly("urn:test:1");
  }

  @Test
  void whatCannotBeReadIsADeadLetter() {
    pipe(key("urn:test:1"), "nonsense".getBytes(UTF_8));
    pipe(key("urn:test:2"), new byte[] {0, 0, 0, 0, 99, 1, 2});
    pipe(key("urn:test:3"), bytes(Topics.ENTITIES, Samples.person("p:1", "Nadia Brook")));
    pipe(key("urn:test:4"), null);
    pipe(null, bytes(article("urn:test:5", 1).build()));
    pipe(key("urn:test:6"), bytes(article("urn:test:5", 1).build()));

    assertThat(deadLetters.values())
        .extracting(DeadLetter::getReason)
        .containsExactly(
            "NOT_AVRO",
            "UNKNOWN_SCHEMA",
            "WRONG_TYPE",
            "NULL_VALUE",
            "KEY_MISMATCH",
            "KEY_MISMATCH");
    List<Receipt> rejected = receipts.values();
    assertThat(rejected)
        .extracting(Receipt::getUri)
        .containsExactly(
            "urn:test:1", "urn:test:2", "urn:test:3", "urn:test:4", "urn:test:5", "urn:test:5");
    assertThat(rejected).extracting(Receipt::getOutcome).containsOnly("REJECTED");
    assertThat(enriched.isEmpty()).isTrue();
    assertThat(metrics.get("articles.enrich.articles").tag("outcome", "REJECTED").counter().count())
        .isEqualTo(6);
  }

  @Test
  void anArticleThatGrowsTooLargeIsADeadLetter() {
    // A name is published in the body and again in each of its mentions.
    String name = "Llan" + "fair".repeat(20);
    entity(Samples.place("l:long", name));

    send(article("urn:test:1", 1).setBody((name + " ").repeat(55_000)).build());

    assertThat(deadLetters.value().getReason()).isEqualTo("RECORD_TOO_LARGE");
    assertThat(receipts.value().getReason()).isEqualTo("RECORD_TOO_LARGE");
    assertThat(enriched.isEmpty()).isTrue();
  }

  @Test
  void headersCountForTheSize() {
    String body = "x".repeat(7 * 1024 * 1024);
    RecordHeaders headers = new RecordHeaders();
    headers.add("large", new byte[1024 * 1024]);
    byte[] value = bytes(article("urn:test:1", 1).setBody(body).build());

    accepted.pipeInput(new TestRecord<>(key("urn:test:1"), value, headers, NOW));

    assertThat(deadLetters.value().getReason()).isEqualTo("RECORD_TOO_LARGE");
  }

  @Test
  void nothingIsRejectedWhileTheRegistryIsDown() {
    byte[] value = bytes(article("urn:test:1", 1).build());
    registry.down(true);

    assertThatThrownBy(() -> pipe(key("urn:test:1"), value))
        .hasRootCauseInstanceOf(RegistryUnavailableException.class);
    assertThat(deadLetters.isEmpty()).isTrue();
  }

  @Test
  void newChangedAndRemovedEntitiesAreKnownAtOnce() {
    Article article = article("urn:test:1", 1).setBody("Then Nadia Brook left Northgate.").build();
    send(article);
    entity(Samples.person("p:1", "Nadia Brook"));
    send(article);
    entity(Samples.person("p:1", "Nadia Lane"));
    entity(Samples.place("l:1", "Northgate"));
    send(article);
    pipe(entities, key("l:1"), null);
    send(article);

    List<EnrichedArticle> all = enriched.values();
    assertThat(all)
        .extracting(a -> names(a.getPeople()))
        .containsExactly(List.of(), List.of("Nadia Brook"), List.of(), List.of());
    assertThat(all)
        .extracting(a -> names(a.getPlaces()))
        .containsExactly(List.of(), List.of(), List.of("Northgate"), List.of());
  }

  @Test
  void anUnreadableEntityIsCountedAndWhatItWasBeforeStays() {
    entity(Samples.person("p:1", "Nadia Brook"));

    pipe(entities, key("p:1"), "nonsense".getBytes(UTF_8));
    pipe(entities, key("p:1"), new byte[] {0, 0, 0, 0, 99});
    pipe(entities, key("p:2"), bytes(Topics.ENTITIES, Samples.person("p:1", "Somebody Else")));
    pipe(entities, null, bytes(Topics.ENTITIES, Samples.person("p:1", "Somebody Else")));
    send(article("urn:test:1", 1).setBody("Then Nadia Brook left.").build());

    assertThat(names(enriched.value().getPeople())).containsExactly("Nadia Brook");
    assertThat(metrics.get("articles.enrich.entities.unreadable").counter().count()).isEqualTo(4);
    assertThat(metrics.get("articles.enrich.entities").gauge().value()).isEqualTo(1);
  }

  private TopologyTestDriver driver() {
    KnowledgeBase knowledge = new KnowledgeBase();
    List<EnrichmentStep> steps =
        new ArrayList<>(EnrichmentSteps.all(new KnowledgeBaseRecognizer(knowledge)));
    steps.add(new PoisonStep());
    Properties properties = new Properties();
    properties.put("application.id", "test");
    properties.put("bootstrap.servers", "none:1");
    return new TopologyTestDriver(
        EnrichTopology.build(
            new Enrichment(steps, metrics),
            new EntityFeed(knowledge, new RecordReader<>(Topics.ENTITIES, serdes), metrics),
            serdes,
            metrics),
        properties,
        NOW);
  }

  private void send(Article article) {
    pipe(key(article.getUri()), bytes(article));
  }

  private void pipe(byte @Nullable [] key, byte @Nullable [] value) {
    pipe(accepted, key, value);
  }

  private static void pipe(
      TestInputTopic<byte[], byte[]> topic, byte @Nullable [] key, byte @Nullable [] value) {
    topic.pipeInput(new TestRecord<>(key, value, new RecordHeaders(), NOW));
  }

  private void entity(Entity entity) {
    pipe(entities, key(entity.getUri()), bytes(Topics.ENTITIES, entity));
  }

  private byte[] bytes(Article article) {
    return bytes(Topics.ACCEPTED, article);
  }

  private <V> byte[] bytes(Topic<?, V> topic, V value) {
    return serdes.values(topic).serializer().serialize(topic.name(), value);
  }

  private static byte[] key(String uri) {
    return uri.getBytes(UTF_8);
  }

  private static List<String> names(List<NamedEntity> entities) {
    return entities.stream().map(NamedEntity::getName).toList();
  }

  private TestInputTopic<byte[], byte[]> input(Topic<?, ?> topic) {
    return driver.createInputTopic(
        topic.name(), new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** What the topology wrote to a topic. */
  private final class Output<V> {
    private final Topic<?, V> topic;
    private final TestOutputTopic<byte[], byte[]> records;

    Output(Topic<?, V> topic) {
      this.topic = topic;
      this.records =
          driver.createOutputTopic(
              topic.name(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    boolean isEmpty() {
      return records.isEmpty();
    }

    TestRecord<byte[], byte[]> record() {
      return records.readRecord();
    }

    V value() {
      return read(record());
    }

    List<V> values() {
      return records.readRecordsToList().stream().map(this::read).toList();
    }

    private V read(TestRecord<byte[], byte[]> record) {
      return serdes.values(topic).deserializer().deserialize(topic.name(), record.value());
    }
  }

  private static final class PoisonStep implements EnrichmentStep {
    @Override
    public String name() {
      return "poison";
    }

    @Override
    public void apply(Analysis analysis, EnrichedArticle.Builder result) {
      if (analysis.article().getUri().equals(POISON)) {
        throw new IllegalStateException("on purpose");
      }
    }
  }
}
