package org.articlepipeline.enrich;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.articlepipeline.enrich.Samples.article;
import static org.articlepipeline.enrich.Samples.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.articlepipeline.embedded.EmbeddedStack;
import org.articlepipeline.embedded.UsesStack;
import org.articlepipeline.platform.Configs;
import org.articlepipeline.schemas.DeadLetter;
import org.articlepipeline.schemas.EnrichedArticle;
import org.articlepipeline.schemas.NamedEntity;
import org.articlepipeline.schemas.Receipt;
import org.articlepipeline.schemas.Topic;
import org.articlepipeline.schemas.TopicSerdes;
import org.articlepipeline.schemas.Topics;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service on a real broker and a real registry. */
@UsesStack
class EnrichServiceIT {
  private static final String BODY =
      "Then Nadia Brook left Northgate, and nobody knew why she had gone.";

  @TempDir static Path state;

  private final String kafka;
  private final String registry;
  private TopicSerdes serdes;
  private KafkaProducer<byte[], byte[]> producer;

  EnrichServiceIT(EmbeddedStack stack) {
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
  }

  @AfterEach
  void disconnect() {
    producer.close();
    serdes.close();
  }

  @Test
  void whatIsKnownIsFoundAndKnownAgainAfterARestart() throws Exception {
    try (EnrichService service = started()) {
      send(Topics.ENTITIES, "p:brook", person("p:brook", "Nadia Brook"));
      send(Topics.ENTITIES, "l:gate", Samples.place("l:gate", "Northgate"));
      sendRaw(Topics.ENTITIES, "p:bad", "nonsense".getBytes(UTF_8));
      await().until(() -> get(service, "/metrics"), EnrichServiceIT::knowsTwoAndSkippedOne);

      send(Topics.ACCEPTED, "urn:it:1", article("urn:it:1", 1).setBody(BODY).build());
      sendRaw(Topics.ACCEPTED, "urn:it:bad", "nonsense".getBytes(UTF_8));

      EnrichedArticle article = enriched("urn:it:1", 1);
      assertThat(names(article.getPeople())).containsExactly("Nadia Brook");
      assertThat(names(article.getPlaces())).containsExactly("Northgate");
      assertThat(article.getLanguage()).isEqualTo("en");
      assertThat(receipts("urn:it:1", 1)).containsExactly("ENRICHED");
      assertThat(receipts("urn:it:bad", 1)).containsExactly("NOT_AVRO");
      assertThat(deadLetter("urn:it:bad").getValue()).isEqualTo(UTF_8.encode("nonsense"));
    }
    // While nobody looks, one entity gets another name and one goes.
    send(Topics.ENTITIES, "p:brook", person("p:brook", "Nadia Brook-Lane", "Nadia Brook"));
    send(Topics.ENTITIES, "p:lane", person("p:lane", "Nadia Brook"));
    sendRaw(Topics.ENTITIES, "l:gate", null);
    try (EnrichService again = started()) {
      assertThat(enriched("urn:it:1", 2).getPeople())
          .as("what changed while nobody looked")
          .extracting(NamedEntity::getUri)
          .containsExactly("p:lane");
      send(Topics.ACCEPTED, "urn:it:1", article("urn:it:1", 2).setBody(BODY).build());

      EnrichedArticle article = enriched("urn:it:1", 3);
      assertThat(article.getPeople()).extracting(NamedEntity::getUri).containsExactly("p:lane");
      assertThat(article.getPlaces()).extracting(NamedEntity::getUri).doesNotContain("l:gate");
      assertThat(receipts("urn:it:1", 3)).containsExactly("ENRICHED", "ENRICHED", "ENRICHED");
      assertThat(again.health().ready()).isTrue();
    }
  }

  private EnrichService started() {
    Map<String, String> config =
        Map.of(
            "articles.kafka.bootstrap-servers", kafka,
            "articles.registry.url", registry,
            "articles.streams.state-dir", state.toString());
    EnrichService service = EnrichService.build(Configs.load(EnrichConfig.class, null, config));
    service.start();
    await().atMost(Duration.ofSeconds(30)).until(() -> service.health().ready());
    return service;
  }

  private static boolean knowsTwoAndSkippedOne(String metrics) {
    return metrics.contains("articles_enrich_entities{service=\"enrich-service\"} 2.0")
        && metrics.contains(
            "articles_enrich_entities_unreadable_total{service=\"enrich-service\"} 1.0");
  }

  private <V> void send(Topic<String, V> topic, String key, V value) throws Exception {
    sendRaw(topic, key, serdes.values(topic).serializer().serialize(topic.name(), value));
  }

  private void sendRaw(Topic<String, ?> topic, String key, byte @Nullable [] value)
      throws Exception {
    producer.send(new ProducerRecord<>(topic.name(), key.getBytes(UTF_8), value)).get();
  }

  private EnrichedArticle enriched(String uri, int count) {
    return committed(Topics.ENRICHED, uri, count).getLast();
  }

  /** The reason where there is one, else the outcome. */
  private List<String> receipts(String uri, int count) {
    return committed(Topics.RECEIPTS, uri, count).stream()
        .map((Receipt r) -> r.getReason() == null ? r.getOutcome() : r.getReason())
        .toList();
  }

  private DeadLetter deadLetter(String uri) {
    return committed(Topics.DEAD_LETTERS, uri, 1).getFirst();
  }

  private <V> List<V> committed(Topic<?, V> topic, String key, int count) {
    return CommittedRecords.await(kafka, topic, key, count).stream()
        .map(value -> serdes.values(topic).deserializer().deserialize(topic.name(), value))
        .toList();
  }

  private static List<String> names(List<NamedEntity> entities) {
    return entities.stream().map(NamedEntity::getName).toList();
  }

  private static String get(EnrichService service, String path)
      throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      URI uri = service.httpUrl().resolve(path);
      return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
          .body();
    }
  }
}
