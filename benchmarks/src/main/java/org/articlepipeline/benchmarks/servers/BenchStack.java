package org.articlepipeline.benchmarks.servers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.articlepipeline.embedded.EmbeddedElasticsearch;
import org.articlepipeline.embedded.EmbeddedKafka;
import org.articlepipeline.embedded.EmbeddedRegistry;
import org.articlepipeline.embedded.EmbeddedStack;
import org.articlepipeline.index.IndexConfig;
import org.articlepipeline.index.elasticsearch.ElasticsearchConnection;
import org.articlepipeline.platform.Configs;
import org.articlepipeline.schemas.EnrichedArticle;
import org.articlepipeline.schemas.SubjectAdmin;
import org.articlepipeline.schemas.Topic;
import org.articlepipeline.schemas.TopicAdmin;
import org.articlepipeline.schemas.TopicSerdes;
import org.articlepipeline.schemas.Topics;
import org.jspecify.annotations.Nullable;

/** Kafka, registry and Elasticsearch in a temporary folder, with a filled topic of articles. */
final class BenchStack implements AutoCloseable {
  private static final int PARTITIONS = 6;

  private final Path folder;
  private final EmbeddedStack servers;
  private final ElasticsearchConnection elasticsearch;

  BenchStack() throws IOException {
    this.folder = Files.createTempDirectory("articles-bench");
    this.servers =
        new EmbeddedStack(
                folder,
                EmbeddedKafka.Options.single(),
                EmbeddedRegistry.Options.standard(),
                EmbeddedElasticsearch.Options.forMeasurements())
            .startAll();
    this.elasticsearch = ElasticsearchConnection.open(config(false).elasticsearch());
    try (Admin admin = admin();
        var subjects = new SubjectAdmin(registry())) {
      new TopicAdmin(admin, PARTITIONS, (short) 1).createOrCheck();
      subjects.createOrCheck();
    }
  }

  String elasticsearchUrl() {
    return servers.elasticsearch().url();
  }

  ElasticsearchConnection elasticsearch() {
    return elasticsearch;
  }

  /**
   * Empty, of the mapping that the service has put there as a template.
   *
   * @param alias to write through
   * @param refresh interval; -1: never
   */
  void createIndex(String name, String alias, String refresh) {
    elasticsearch.call(
        client ->
            client
                .indices()
                .create(
                    index ->
                        index
                            .index(name)
                            .settings(s -> s.refreshInterval(time -> time.time(refresh)))
                            .aliases(alias, a -> a.isWriteIndex(true))));
  }

  /** Of any service: where the servers are. */
  Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(logSettings());
    settings.put("articles.elasticsearch.url", elasticsearchUrl());
    return settings;
  }

  /** Of a service that does not know Elasticsearch. */
  Map<String, String> logSettings() {
    return Map.of(
        "articles.kafka.bootstrap-servers",
        servers.kafka().bootstrapServers(),
        "articles.registry.url",
        servers.registry().url());
  }

  /** Of a Kafka Streams application. */
  Map<String, String> streamsSettings(String service) {
    Map<String, String> settings = new HashMap<>(logSettings());
    settings.put("articles.streams.state-dir", folder.resolve("state").resolve(service).toString());
    return settings;
  }

  IndexConfig config(boolean journal) {
    Map<String, String> settings = settings();
    settings.put("articles.journal.enabled", Boolean.toString(journal));
    return Configs.load(IndexConfig.class, null, Map.of(), settings);
  }

  /** Returns when the broker has all of them. */
  void publish(PreparedArticles articles) {
    try (var publisher = new Publisher<>(Topics.ENRICHED)) {
      for (int i = 0; i < articles.count(); i++) {
        EnrichedArticle article = articles.get(i);
        publisher.send(article.getUri(), article);
      }
    }
  }

  /** Closing waits until the broker has all. */
  final class Publisher<V> implements AutoCloseable {
    private final Topic<String, V> topic;
    private final TopicSerdes serdes = new TopicSerdes(registry());
    private final Serializer<V> serializer;
    private final KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                servers.kafka().bootstrapServers(),
                "compression.type",
                "zstd"),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    private volatile @Nullable Exception failure;

    Publisher(Topic<String, V> topic) {
      this.topic = topic;
      this.serializer = serdes.values(topic).serializer();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // The callback has the outcome.
    void send(String key, V value) {
      producer.send(
          new ProducerRecord<>(
              topic.name(), key.getBytes(UTF_8), serializer.serialize(topic.name(), value)),
          (metadata, problem) -> {
            if (problem != null) {
              failure = problem;
            }
          });
    }

    @Override
    public void close() {
      producer.close();
      serdes.close();
      Exception problem = failure;
      if (problem != null) {
        throw new IllegalStateException("not all records were published", problem);
      }
    }
  }

  /** So that a journal that is switched on has this run's receipts to index, and no others. */
  void forgetReceipts() {
    try (Admin admin = admin()) {
      Map<TopicPartition, OffsetSpec> partitions =
          IntStream.range(0, PARTITIONS)
              .mapToObj(p -> new TopicPartition(Topics.RECEIPTS.name(), p))
              .collect(Collectors.toMap(Function.identity(), p -> OffsetSpec.latest()));
      admin
          .deleteRecords(
              admin.listOffsets(partitions).all().get().entrySet().stream()
                  .collect(
                      Collectors.toMap(
                          Map.Entry::getKey,
                          end -> RecordsToDelete.beforeOffset(end.getValue().offset()))))
          .all()
          .get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("receipts can't be deleted", e.getCause());
    }
  }

  private Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", servers.kafka().bootstrapServers()));
  }

  private Map<String, String> registry() {
    return Map.of("schema.registry.url", servers.registry().url());
  }

  @Override
  public void close() throws IOException {
    elasticsearch.close();
    servers.close();
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }
}
