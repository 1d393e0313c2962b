package org.articlepipeline.enrich;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.articlepipeline.enrich.entities.KnowledgeBaseRecognizer;
import org.articlepipeline.enrich.knowledge.KnowledgeBase;
import org.articlepipeline.enrich.stories.ClusterStep;
import org.articlepipeline.enrich.text.Analysis;
import org.articlepipeline.enrich.text.EnrichmentStep;
import org.articlepipeline.schemas.Article;
import org.articlepipeline.schemas.DeadLetter;
import org.articlepipeline.schemas.EnrichedArticle;
import org.articlepipeline.schemas.EnrichmentRequest;
import org.articlepipeline.schemas.Entity;
import org.articlepipeline.schemas.Receipt;
import org.articlepipeline.schemas.RecordReader;
import org.articlepipeline.schemas.Topic;
import org.articlepipeline.schemas.TopicSerdes;
import org.articlepipeline.schemas.Topics;
import org.jspecify.annotations.Nullable;

/** The topology in memory, one partition of each topic, and a step that fails on one article. */
final class EnrichDriver implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-03-01T08:00:05Z");
  static final int AGAIN_PER_SECOND = 5;
  static final String POISON = "urn:test:poison";

  final UnsteadyRegistry registry = new UnsteadyRegistry();
  final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private final TopicSerdes serdes = new TopicSerdes(registry, Map.of());
  private final List<String> stepsOff;
  private final Path state;
  private final TopologyTestDriver driver;

  final Output<EnrichedArticle> enriched;
  final Output<Receipt> receipts;
  final Output<DeadLetter> deadLetters;

  EnrichDriver() {
    this(List.of());
  }

  /** For tests that assign articles themselves. */
  static EnrichDriver withoutStories() {
    return new EnrichDriver(List.of(ClusterStep.NAME));
  }

  private EnrichDriver(List<String> stepsOff) {
    this.stepsOff = stepsOff;
    state = temporaryFolder();
    driver = driver();
    enriched = new Output<>(Topics.ENRICHED);
    receipts = new Output<>(Topics.RECEIPTS);
    deadLetters = new Output<>(Topics.DEAD_LETTERS);
  }

  private TopologyTestDriver driver() {
    KnowledgeBase knowledge = new KnowledgeBase();
    List<EnrichmentStep> steps =
        new ArrayList<>(
            EnrichmentSteps.without(
                stepsOff, EnrichmentSteps.all(new KnowledgeBaseRecognizer(knowledge))));
    steps.add(new PoisonStep());
    Properties properties = new Properties();
    properties.put("application.id", "test");
    properties.put("bootstrap.servers", "none:1");
    properties.put("state.dir", state.toString());
    return new TopologyTestDriver(
        EnrichTopology.build(
            new Enrichment(steps, metrics),
            new EntityFeed(knowledge, new RecordReader<>(Topics.ENTITIES, serdes), metrics),
            Duration.ofDays(7),
            new Permits(AGAIN_PER_SECOND),
            serdes,
            metrics),
        properties,
        NOW);
  }

  void accept(Article article) {
    pipe(Topics.ACCEPTED, key(article.getUri()), bytes(article));
  }

  void entity(Entity entity) {
    pipe(Topics.ENTITIES, key(entity.getUri()), bytes(Topics.ENTITIES, entity));
  }

  void request(EnrichmentRequest request) {
    pipe(
        Topics.ENRICHMENT_REQUESTS,
        key(request.getUri()),
        bytes(Topics.ENRICHMENT_REQUESTS, request));
  }

  /** As an instance wrote it whose state was lost since. */
  void publishedBefore(EnrichedArticle article) {
    pipe(Topics.ENRICHED, key(article.getUri()), bytes(Topics.ENRICHED, article));
  }

  void pass(Duration time) {
    driver.advanceWallClockTime(time);
  }

  void pipe(Topic<?, ?> topic, byte @Nullable [] key, byte @Nullable [] value) {
    pipe(topic, new TestRecord<>(key, value, new RecordHeaders(), NOW));
  }

  void pipe(Topic<?, ?> topic, TestRecord<byte[], byte[]> record) {
    TestInputTopic<byte[], byte[]> input =
        driver.createInputTopic(topic.name(), new ByteArraySerializer(), new ByteArraySerializer());
    input.pipeInput(record);
  }

  byte[] bytes(Article article) {
    return bytes(Topics.ACCEPTED, article);
  }

  <V> byte[] bytes(Topic<?, V> topic, V value) {
    return serdes.values(topic).serializer().serialize(topic.name(), value);
  }

  static byte[] key(String uri) {
    return uri.getBytes(UTF_8);
  }

  @Override
  public void close() {
    driver.close();
    serdes.close();
    try {
      Utils.delete(state.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("enrich-test");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  <V> Output<V> output(Topic<?, V> topic) {
    return new Output<>(topic);
  }

  /** What the topology wrote to a topic. */
  final class Output<V> {
    private final Topic<?, V> topic;

    Output(Topic<?, V> topic) {
      this.topic = topic;
    }

    private TestOutputTopic<byte[], byte[]> records() {
      return driver.createOutputTopic(
          topic.name(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    boolean isEmpty() {
      return records().isEmpty();
    }

    TestRecord<byte[], byte[]> record() {
      return records().readRecord();
    }

    V value() {
      return read(record());
    }

    List<V> values() {
      return records().readRecordsToList().stream().map(this::read).toList();
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
