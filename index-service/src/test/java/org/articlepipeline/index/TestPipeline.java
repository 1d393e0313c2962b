package org.articlepipeline.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.articlepipeline.embedded.EmbeddedStack;
import org.articlepipeline.index.audit.EnrichedLog;
import org.articlepipeline.index.elasticsearch.ElasticsearchConnection;
import org.articlepipeline.index.elasticsearch.ElasticsearchException;
import org.articlepipeline.index.indices.ArticleAliases;
import org.articlepipeline.index.indices.IndexNames;
import org.articlepipeline.index.indices.IndexState;
import org.articlepipeline.index.indices.IndexStateStore;
import org.articlepipeline.index.rebuild.IndexTask;
import org.articlepipeline.index.rebuild.TaskStore;
import org.articlepipeline.index.search.ArticleSearch;
import org.articlepipeline.index.search.JournalQueries;
import org.articlepipeline.platform.Configs;
import org.articlepipeline.schemas.EnrichedArticle;
import org.articlepipeline.schemas.IndexRequest;
import org.articlepipeline.schemas.TopicAdmin;
import org.articlepipeline.schemas.TopicSerdes;
import org.articlepipeline.schemas.Topics;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** What a test does around the service: writes to its topic, reads its index. */
public final class TestPipeline implements AutoCloseable {
  private final EmbeddedStack stack;
  private final TopicSerdes serdes;
  private final Serializer<EnrichedArticle> articles;
  private final KafkaProducer<byte[], byte[]> producer;
  private final ElasticsearchConnection elasticsearch;

  public TestPipeline(EmbeddedStack stack) {
    this.stack = stack.startAll();
    this.serdes = new TopicSerdes(Map.of("schema.registry.url", stack.registry().url()));
    this.articles = serdes.values(Topics.ENRICHED).serializer();
    this.elasticsearch = ElasticsearchConnection.open(config().elasticsearch());
    try (Admin admin = admin()) {
      new TopicAdmin(admin, 6, (short) 1).createOrCheck();
    }
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", stack.kafka().bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** Full keys and values, as a config file has them. */
  public Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    settings.put("articles.kafka.bootstrap-servers", stack.kafka().bootstrapServers());
    settings.put("articles.registry.url", stack.registry().url());
    settings.put("articles.elasticsearch.url", stack.elasticsearch().url());
    return settings;
  }

  public IndexConfig config() {
    return Configs.load(IndexConfig.class, null, Map.of(), settings());
  }

  /** As the audit reads it. */
  public EnrichedLog log() {
    return new EnrichedLog(config().kafka(), serdes);
  }

  public ElasticsearchConnection elasticsearch() {
    return elasticsearch;
  }

  public void publish(EnrichedArticle article) {
    publishAll(List.of(article));
  }

  public void publishAll(List<EnrichedArticle> batch) {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    for (EnrichedArticle article : batch) {
      sent.add(send(article.getUri(), articles.serialize(Topics.ENRICHED.name(), article)));
    }
    sent.forEach(TestPipeline::await);
  }

  public void publishBytes(String key, byte @Nullable [] value) {
    await(send(key, value));
  }

  private Future<RecordMetadata> send(String key, byte @Nullable [] value) {
    return producer.send(new ProducerRecord<>(Topics.ENRICHED.name(), key.getBytes(UTF_8), value));
  }

  private static void await(Future<RecordMetadata> sent) {
    try {
      sent.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  /** The index that readers see: other tests may have made it anew. */
  public String served() {
    return new ArticleAliases(elasticsearch).served().stream().findFirst().orElseThrow();
  }

  /** The receipts of an article that the journal has, as {@code OUTCOME revision}. */
  public List<String> outcomes(String uri) {
    return new JournalQueries(elasticsearch)
        .journey(uri).stream().map(r -> r.outcome() + " " + r.revision()).toList();
  }

  public Optional<JsonNode> stored(String uri) {
    return new ArticleSearch(elasticsearch).stored(uri);
  }

  public Optional<JsonNode> visible(String uri) {
    return new ArticleSearch(elasticsearch).find(uri);
  }

  /** How many documents of the source there are, by search. */
  public long count(String source) {
    return count(IndexNames.ARTICLES_ALL, source);
  }

  /** The same without waiting for the next refresh. */
  public long refreshedCount(String source) {
    try {
      elasticsearch.call(
          client -> client.indices().refresh(index -> index.index(IndexNames.ARTICLES_ALL)));
    } catch (ElasticsearchException e) {
      return -1; // not there yet
    }
    return count(source);
  }

  /** How many articles of the source readers see. */
  public long visibleCount(String source) {
    return elasticsearch
        .call(
            client ->
                client.count(
                    count ->
                        count
                            .index(IndexNames.ARTICLES)
                            .query(query -> query.term(t -> t.field("source").value(source)))))
        .count();
  }

  /** As after the loss of Elasticsearch: no index of articles, and nothing known of any. */
  public void forgetIndices() {
    for (String index :
        elasticsearch
            .call(
                client ->
                    client.indices().get(get -> get.index("articles-*", IndexStateStore.INDEX)))
            .indices()
            .keySet()) {
      elasticsearch.call(client -> client.indices().delete(delete -> delete.index(index)));
    }
  }

  public boolean exists(String index) {
    return elasticsearch.call(client -> client.indices().exists(i -> i.index(index))).value();
  }

  /** Outcome to how many receipts of articles of the source there are. */
  public Map<String, Long> receiptsByOutcome(String source) {
    Map<String, Long> outcomes = new TreeMap<>();
    elasticsearch
        .call(
            client ->
                client.search(
                    search ->
                        search
                            .index(IndexNames.RECEIPTS + "-*")
                            .size(0)
                            .query(query -> query.term(t -> t.field("source").value(source)))
                            .aggregations("o", o -> o.terms(terms -> terms.field("outcome"))),
                    Void.class))
        .aggregations()
        .values()
        .forEach(
            found ->
                found
                    .sterms()
                    .buckets()
                    .array()
                    .forEach(b -> outcomes.put(b.key().stringValue(), b.docCount())));
    return outcomes;
  }

  /** Asks the service to do something to its index. */
  public String request(String kind, boolean force, @Nullable String mapping) {
    IndexRequest request =
        IndexRequest.newBuilder()
            .setId(UUID.randomUUID().toString())
            .setKind(kind)
            .setRequestedAt(Instant.now())
            .setForce(force)
            .setMapping(mapping)
            .build();
    await(
        producer.send(
            new ProducerRecord<>(
                Topics.INDEX_REQUESTS.name(),
                "index".getBytes(UTF_8),
                serdes
                    .values(Topics.INDEX_REQUESTS)
                    .serializer()
                    .serialize(Topics.INDEX_REQUESTS.name(), request))));
    return request.getId();
  }

  public Optional<IndexTask> task(String id) {
    return new TaskStore(elasticsearch).find(id);
  }

  /** How the request ended. */
  public IndexTask follow(String id) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(90))
        .until(() -> task(id), task -> task.filter(t -> t.phase().ended()).isPresent())
        .orElseThrow();
  }

  public IndexState state() {
    return new IndexStateStore(elasticsearch).find().orElseThrow();
  }

  /** How many receipts of articles of the source there are, by search. */
  public long receiptCount(String source) {
    return count(IndexNames.RECEIPTS + "-*", source);
  }

  private long count(String index, String source) {
    try {
      return elasticsearch
          .call(
              client ->
                  client.count(
                      count ->
                          count
                              .index(index)
                              .query(query -> query.term(t -> t.field("source").value(source)))))
          .count();
    } catch (ElasticsearchException e) {
      return -1; // not there yet, or killed by the test
    }
  }

  /** How many partitions the group has committed. */
  public int partitionsOf(String group) {
    try (Admin admin = admin()) {
      return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().size();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  /** Offsets that the group has not committed yet. */
  public long lag(String group) {
    try (Admin admin = admin()) {
      Map<TopicPartition, OffsetAndMetadata> committed =
          admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
      Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
      committed.keySet().forEach(partition -> latest.put(partition, OffsetSpec.latest()));
      var ends = admin.listOffsets(latest).all().get();
      return ends.entrySet().stream()
          .mapToLong(
              end ->
                  end.getValue().offset()
                      - Objects.requireNonNull(committed.get(end.getKey())).offset())
          .sum();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  private Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", stack.kafka().bootstrapServers()));
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
    elasticsearch.close();
    serdes.close();
  }
}
