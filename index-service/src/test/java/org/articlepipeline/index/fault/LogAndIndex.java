package org.articlepipeline.index.fault;

import static java.nio.charset.StandardCharsets.UTF_8;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch.core.search.Hit;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.articlepipeline.embedded.EmbeddedStack;
import org.articlepipeline.index.TestPipeline;
import org.articlepipeline.index.document.ArticleDocument;
import org.articlepipeline.index.document.Indexable;
import org.articlepipeline.index.elasticsearch.ElasticsearchConnection;
import org.articlepipeline.index.indices.IndexNames;
import org.articlepipeline.schemas.EnrichedArticle;
import org.articlepipeline.schemas.Stages;
import org.articlepipeline.schemas.Topic;
import org.articlepipeline.schemas.TopicSerdes;
import org.articlepipeline.schemas.Topics;

/**
 * What the log says of a source's articles against what the index holds, document by document, and
 * against the receipts. Knows nothing of the writer, nor of the service's own audit.
 */
final class LogAndIndex {
  private static final int PAGE = 1_000;

  private final EmbeddedStack stack;
  private final ElasticsearchConnection elasticsearch;

  LogAndIndex(EmbeddedStack stack, TestPipeline pipeline) {
    this.stack = stack;
    this.elasticsearch = pipeline.elasticsearch();
  }

  /**
   * @param records of the source in the log
   * @param articles of the source in the log
   * @param wrong what is missing, stale, a ghost or not what it should be, a line each
   * @param receipts how many receipts of stage index there are of how many offsets
   */
  record Comparison(int records, int articles, List<String> wrong, Map<Integer, Integer> receipts) {

    /** Each offset has exactly one receipt. */
    boolean eachOnce() {
      return receipts.equals(Map.of(1, records));
    }

    /** Each offset has at least one receipt. */
    boolean eachAtLeastOnce() {
      return !receipts.containsKey(0);
    }
  }

  Comparison compare(String source) {
    String prefix = "urn:" + source + ":";
    Map<String, EnrichedArticle> log = new HashMap<>();
    Map<String, Integer> reported = new TreeMap<>();
    Instant now = Instant.now();
    read(
        Topics.ENRICHED,
        prefix,
        (record, article) -> {
          reported.put(record.partition() + "@" + record.offset(), 0);
          log.merge(
              article.getUri(),
              article,
              (a, b) ->
                  Indexable.writtenVersion(b, now) >= Indexable.writtenVersion(a, now) ? b : a);
        });
    read(
        Topics.RECEIPTS,
        prefix,
        (record, receipt) -> {
          if (receipt.getStage().equals(Stages.INDEX)) {
            reported.merge(receipt.getPartition() + "@" + receipt.getOffset(), 1, Integer::sum);
          }
        });
    Map<Integer, Integer> receipts = new TreeMap<>();
    reported.values().forEach(count -> receipts.merge(count, 1, Integer::sum));
    return new Comparison(reported.size(), log.size(), differences(log, index(source)), receipts);
  }

  private static List<String> differences(
      Map<String, EnrichedArticle> log, Map<String, JsonNode> index) {
    List<String> wrong = new ArrayList<>();
    log.forEach(
        (uri, article) -> {
          JsonNode is = index.get(uri);
          JsonNode should = json(ArticleDocument.toIndex(article, Instant.now()));
          if (is == null) {
            wrong.add("missing " + uri);
          } else if (!is.equals(should)) {
            wrong.add(
                "%s: %s.%s instead of %s.%s"
                    .formatted(
                        uri,
                        is.path("revision"),
                        is.path("enrichmentRun"),
                        should.path("revision"),
                        should.path("enrichmentRun")));
          }
        });
    index.keySet().stream()
        .filter(uri -> !log.containsKey(uri))
        .forEach(uri -> wrong.add("ghost " + uri));
    return wrong;
  }

  private static JsonNode json(byte[] document) {
    try {
      return ElasticsearchConnection.JSON.readTree(document);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private Map<String, JsonNode> index(String source) {
    elasticsearch.call(client -> client.indices().refresh(r -> r.index(IndexNames.ARTICLES_ALL)));
    Map<String, JsonNode> documents = new HashMap<>();
    String after = "";
    List<Hit<JsonNode>> page;
    do {
      String from = after;
      page =
          elasticsearch
              .call(
                  client ->
                      client.search(
                          search ->
                              search
                                  .index(IndexNames.ARTICLES_ALL)
                                  .size(PAGE)
                                  .query(q -> q.term(t -> t.field("source").value(source)))
                                  .searchAfter(FieldValue.of(from))
                                  .sort(s -> s.field(f -> f.field("uri").order(SortOrder.Asc))),
                          JsonNode.class))
              .hits()
              .hits();
      for (Hit<JsonNode> hit : page) {
        JsonNode document = Objects.requireNonNull(hit.source());
        after = document.path("uri").asText();
        documents.put(after, document);
      }
    } while (page.size() == PAGE);
    return documents;
  }

  private interface Found<V> {
    void accept(ConsumerRecord<byte[], byte[]> record, V value);
  }

  /** Every committed record whose key begins so. */
  private <V> void read(Topic<?, V> topic, String prefix, Found<V> found) {
    try (TopicSerdes serdes =
        new TopicSerdes(Map.of("schema.registry.url", stack.registry().url()))) {
      Deserializer<V> values = serdes.values(topic).deserializer();
      all(
          topic.name(),
          record -> {
            if (record.value() != null && new String(record.key(), UTF_8).startsWith(prefix)) {
              found.accept(record, values.deserialize(topic.name(), record.value()));
            }
          });
    }
  }

  /** Records of the log that the group has not settled, of partitions that it never read too. */
  long unsettled(String group) {
    String topic = Topics.ENRICHED.name();
    Map<String, Object> settings = Map.of("bootstrap.servers", stack.kafka().bootstrapServers());
    try (KafkaConsumer<byte[], byte[]> consumer =
            new KafkaConsumer<>(
                settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        Admin admin = Admin.create(settings)) {
      List<TopicPartition> partitions = partitions(consumer, topic);
      Map<TopicPartition, Long> from = new HashMap<>(consumer.beginningOffsets(partitions));
      admin
          .listConsumerGroupOffsets(group)
          .partitionsToOffsetAndMetadata()
          .get()
          .forEach((partition, offset) -> from.put(partition, offset.offset()));
      return consumer.endOffsets(partitions).entrySet().stream()
          .mapToLong(end -> end.getValue() - from.getOrDefault(end.getKey(), 0L))
          .sum();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  private static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, String topic) {
    return consumer.partitionsFor(topic).stream()
        .map(p -> new TopicPartition(topic, p.partition()))
        .toList();
  }

  private void all(String topic, Consumer<ConsumerRecord<byte[], byte[]>> found) {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                stack.kafka().bootstrapServers(),
                "isolation.level",
                "read_committed",
                // a partition that has ended is not to keep others waiting
                "fetch.max.wait.ms",
                20),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions = partitions(consumer, topic);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        consumer.poll(Duration.ofMillis(200)).forEach(found);
      }
    }
  }
}
