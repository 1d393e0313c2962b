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
import java.util.HashSet;
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
      send(Topics.ENTITIES, "p:kill", person("p:kill", "Nadia Brook"));
      for (int i = 0; i < ARTICLES; i++) {
        request("urn:kill:" + i);
      }
      producer.flush();
      service.kill();
      service = start("state");
      await().atMost(PATIENCE).until(() -> receipts("urn:kill:").size() >= 2 * ARTICLES);
      service.kill();
      service = start("state");
      accept("urn:kill:0", 2);
      await().atMost(PATIENCE).until(() -> receipts("urn:kill:").size() > 2 * ARTICLES);
    } finally {
      service.kill();
    }

    List<Receipt> receipts = receipts("urn:kill:");
    assertThat(receipts).hasSize(2 * ARTICLES + 1);
    assertThat(receipts).extracting(Receipt::getOutcome).isSubsetOf("ENRICHED", "UNCHANGED");
    var positions = new HashSet<Tuple>();
    receipts.forEach(
        r -> positions.add(Tuple.tuple(r.getTopic(), r.getPartition(), r.getOffset())));
    assertThat(positions).as("records with a receipt").hasSize(receipts.size());
    Map<String, List<EnrichedArticle>> published = published();
    for (int i = 1; i < ARTICLES; i++) {
      List<EnrichedArticle> versions = published.getOrDefault("urn:kill:" + i, List.of());
      assertThat(versions).hasSizeBetween(1, 2);
      assertThat(versions.getFirst().getEnrichmentRun()).isZero();
      assertThat(versions.getLast().getEnrichmentRun()).isEqualTo(versions.size() - 1);
    }
    assertThat(published.getOrDefault("urn:kill:0", List.of()).getLast().getRevision())
        .isEqualTo(2);
    send(Topics.ENTITIES, "p:kill", null);
  }

  @Test
  void runsGoOnWhereTheyWereWhenStateAndOffsetsAreLost() throws Exception {
    JavaProcess service = start("lost");
    try {
      accept("urn:lost:1", 5);
      send(Topics.ACCEPTED, "urn:lost:2", article("urn:lost:2", 7).build());
      await().atMost(PATIENCE).until(() -> receipts("urn:lost:").size() >= 2);
      send(Topics.ENTITIES, "p:lost", person("p:lost", "Ada Lost"));
      await()
          .atMost(PATIENCE)
          .until(
              () -> {
                request("urn:lost:1");
                return published().getOrDefault("urn:lost:1", List.of()).size() == 2;
              });
      service.kill();
      forgetEverything();

      service = start("found");
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  receipts("urn:lost:").stream()
                          .filter(r -> r.getTopic().equals(Topics.ACCEPTED.name()))
                          .count()
                      == 4);
      send(Topics.ENTITIES, "p:lost", null);
      // Nobody tells when the entity is gone: asked too early, the article is as it was.
      await()
          .atMost(PATIENCE)
          .until(
              () -> {
                request("urn:lost:1");
                return published().getOrDefault("urn:lost:1", List.of()).size() == 3;
              });
    } finally {
      service.kill();
    }

    assertThat(published().get("urn:lost:1"))
        .extracting(EnrichedArticle::getRevision, EnrichedArticle::getEnrichmentRun)
        .containsExactly(Tuple.tuple(5L, 0), Tuple.tuple(5L, 1), Tuple.tuple(5L, 2));
    assertThat(published().get("urn:lost:2"))
        .extracting(EnrichedArticle::getRevision, EnrichedArticle::getEnrichmentRun)
        .containsExactly(Tuple.tuple(7L, 0));
  }

  /**
   * What an application reset does: without group and changelogs all is read from its beginning.
   */
  private void forgetEverything() throws Exception {
    await().atMost(PATIENCE).until(this::groupIsGone);
    List<String> changelogs =
        admin.listTopics().names().get().stream()
            .filter(name -> name.startsWith("articles-enrich-"))
            .toList();
    assertThat(changelogs).isNotEmpty();
    admin.deleteTopics(changelogs).all().get();
  }

  /** The broker keeps a killed member until its session ends. */
  private boolean groupIsGone() throws Exception {
    try {
      admin.deleteConsumerGroups(List.of("articles-enrich")).all().get();
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
  private Map<String, List<EnrichedArticle>> published() {
    return all(Topics.ENRICHED).stream().collect(Collectors.groupingBy(EnrichedArticle::getUri));
  }

  private <V> List<V> all(Topic<?, V> topic) {
    return CommittedRecords.all(kafka, topic).stream()
        .map(value -> serdes.values(topic).deserializer().deserialize(topic.name(), value))
        .toList();
  }
}
