package org.articlepipeline.enrich;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.articlepipeline.enrich.Samples.article;
import static org.articlepipeline.enrich.Samples.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.articlepipeline.embedded.EmbeddedStack;
import org.articlepipeline.embedded.JavaCommand;
import org.articlepipeline.embedded.JavaProcess;
import org.articlepipeline.embedded.UsesStack;
import org.articlepipeline.schemas.EnrichedArticle;
import org.articlepipeline.schemas.EnrichmentRequest;
import org.articlepipeline.schemas.Receipt;
import org.articlepipeline.schemas.Topic;
import org.articlepipeline.schemas.TopicAdmin;
import org.articlepipeline.schemas.TopicSerdes;
import org.articlepipeline.schemas.Topics;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the service knows of articles survives the end of its process, and of its state. */
@UsesStack
class EnrichStateIT {
  private static final int ARTICLES = 300;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;

  private final String kafka;
  private final String registry;
  private TopicSerdes serdes;
  private KafkaProducer<byte[], byte[]> producer;
  private Admin admin;

  EnrichStateIT(EmbeddedStack stack) {
    kafka = stack.kafka().bootstrapServers();
    registry = stack.registry().url();
  }

  @BeforeEach
  void connect() {
    serdes = new TopicSerdes(Map.of("schema.registry.url", registry));
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    admin = Admin.create(Map.of("bootstrap.servers", kafka));
    new TopicAdmin(admin, 6, (short) 1).createOrCheck();
  }

  @AfterEach
  void disconnect() {
    admin.close();
    producer.close();
    serdes.close();
  }

  @Test
  void eachArticleAndRequestIsAnsweredOnceThoughTheServiceIsKilledInTheMiddle() throws Exception {
    JavaProcess service = start("state");
    try {
      for (int i = 0; i < ARTICLES; i++) {
        accept("urn:kill:" + i, 1);
      }
      producer.flush();
      await().atMost(PATIENCE).until(() -> receipts("urn:kill:").size() > ARTICLES / 3);
      service.kill();
      for (int i = 0; i < ARTICLES; i++) {
        request("urn:kill:" + i);
      }
      service = start("state");
      await().atMost(PATIENCE).until(() -> receipts("urn:kill:").size() >= 2 * ARTICLES);
      assertThat(published("urn:kill:")).hasSize(ARTICLES).allSatisfy(this::isRunZeroAlone);

      send(Topics.ENTITIES, "p:kill", person("p:kill", "Nadia Brook"));
      await().atMost(PATIENCE).until(() -> !named("urn:kill:").isEmpty());
      service.kill();
      service = start("state");
      await().atMost(PATIENCE).until(() -> named("urn:kill:").size() == ARTICLES);
      accept("urn:kill:0", 2);
      await().atMost(PATIENCE).until(() -> versions("urn:kill:0").size() == 3);
    } finally {
      send(Topics.ENTITIES, "p:kill", null);
      producer.flush();
      service.kill();
    }

    List<Receipt> receipts = receipts("urn:kill:");
    assertThat(receipts)
        .extracting(Receipt::getTopic, Receipt::getPartition, Receipt::getOffset, Receipt::getUri)
        .as("receipts of records, and of articles that a change of knowledge concerns")
        .doesNotHaveDuplicates()
        .hasSize(3 * ARTICLES + 1);
    published("urn:kill:")
        .forEach(
            (uri, versions) ->
                assertThat(versions.subList(0, 2))
                    .as(uri)
                    .extracting(EnrichedArticle::getRevision, EnrichedArticle::getEnrichmentRun)
                    .containsExactly(Tuple.tuple(1L, 0), Tuple.tuple(1L, 1)));
  }

  @Test
  void runsGoOnWhereTheyWereWhenStateAndOffsetsAreLost() throws Exception {
    JavaProcess service = start("lost");
    try {
      accept("urn:lost:1", 5);
      send(Topics.ACCEPTED, "urn:lost:2", article("urn:lost:2", 7).build());
      await().atMost(PATIENCE).until(() -> receipts("urn:lost:").size() >= 2);
      send(Topics.ENTITIES, "p:lost", person("p:lost", "Ada Lost"));
      await().atMost(PATIENCE).until(() -> named("urn:lost:").size() == 1);
      service.kill();
      forgetEverything();

      service = start("found");
      await().atMost(PATIENCE).until(() -> acceptedReceipts("urn:lost:") == 4);
      send(Topics.ENTITIES, "p:lost", null);
      await().atMost(PATIENCE).until(() -> named("urn:lost:").isEmpty());
    } finally {
      service.kill();
    }

    assertThat(versions("urn:lost:1"))
        .extracting(EnrichedArticle::getRevision, EnrichedArticle::getEnrichmentRun)
        .containsExactly(Tuple.tuple(5L, 0), Tuple.tuple(5L, 1), Tuple.tuple(5L, 2));
    assertThat(versions("urn:lost:2"))
        .extracting(EnrichedArticle::getRevision, EnrichedArticle::getEnrichmentRun)
        .containsExactly(Tuple.tuple(7L, 0));
  }

  private void isRunZeroAlone(String uri, List<EnrichedArticle> versions) {
    assertThat(versions).as(uri).hasSize(1);
    assertThat(versions.getFirst().getEnrichmentRun()).as(uri).isZero();
  }

  /** Articles whose newest version has a person of the knowledge base. */
  private List<String> named(String prefix) {
    return published(prefix).entrySet().stream()
        .filter(e -> e.getValue().getLast().getPeople().stream().anyMatch(p -> p.getUri() != null))
        .map(Map.Entry::getKey)
        .toList();
  }

  private long acceptedReceipts(String prefix) {
    return receipts(prefix).stream()
        .filter(r -> r.getTopic().equals(Topics.ACCEPTED.name()))
        .count();
  }

  /**
   * What an application reset does: without group and changelogs all is read from its beginning.
   */
  private void forgetEverything() throws Exception {
    await().atMost(PATIENCE).until(() -> isGone("articles-enrich"));
    await().atMost(PATIENCE).until(() -> isGone("articles-enrich-changes"));
    List<String> changelogs =
        admin.listTopics().names().get().stream()
            .filter(name -> name.startsWith("articles-enrich-"))
            .toList();
    assertThat(changelogs).isNotEmpty();
    admin.deleteTopics(changelogs).all().get();
  }

  /** The broker keeps a killed member until its session ends. */
  private boolean isGone(String group) throws Exception {
    try {
      admin.deleteConsumerGroups(List.of(group)).all().get();
      return true;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof GroupNotEmptyException) {
        return false;
      }
      throw e;
    }
  }

  private JavaProcess start(String state) throws Exception {
    Path config = folder.resolve(state + ".properties");
    Files.writeString(
        config,
        """
        articles.kafka.bootstrap-servers=%s
        articles.registry.url=%s
        articles.streams.state-dir=%s
        articles.enrich.again-per-second=100
        articles.enrich.steps-off=cluster
        """
            .formatted(kafka, registry, folder.resolve(state)));
    return JavaProcess.start(
        JavaCommand.of("enrich-service", EnrichService.class, folder.resolve(state + ".log"))
            .withFlags("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
            .withArgs("--config", config.toString()));
  }

  private void accept(String uri, long revision) {
    String body = "Then Nadia Brook and Ada Lost left Northgate.";
    send(Topics.ACCEPTED, uri, article(uri, revision).setBody(body).build());
  }

  private void request(String uri) {
    send(
        Topics.ENRICHMENT_REQUESTS,
        uri,
        EnrichmentRequest.newBuilder()
            .setUri(uri)
            .setReason("REPROCESS")
            .setRequestedAt(Samples.INGESTED)
            .build());
  }

  private <V> void send(Topic<String, V> topic, String key, @Nullable V value) {
    byte[] bytes =
        value == null ? null : serdes.values(topic).serializer().serialize(topic.name(), value);
    producer.send(new ProducerRecord<>(topic.name(), key.getBytes(UTF_8), bytes));
  }

  private List<Receipt> receipts(String prefix) {
    var found = new ArrayList<Receipt>();
    for (Receipt receipt : all(Topics.RECEIPTS)) {
      if (receipt.getUri().startsWith(prefix)) {
        found.add(receipt);
      }
    }
    return found;
  }

  /** By uri, in the order in which they were written. */
  private Map<String, List<EnrichedArticle>> published(String prefix) {
    return all(Topics.ENRICHED).stream()
        .filter(a -> a.getUri().startsWith(prefix))
        .collect(Collectors.groupingBy(EnrichedArticle::getUri));
  }

  private List<EnrichedArticle> versions(String uri) {
    return published(uri).getOrDefault(uri, List.of());
  }

  private <V> List<V> all(Topic<?, V> topic) {
    return CommittedRecords.all(kafka, topic).stream()
        .map(value -> serdes.values(topic).deserializer().deserialize(topic.name(), value))
        .toList();
  }
}
