package org.articlepipeline.operations;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.articlepipeline.platform.KafkaConfig;
import org.articlepipeline.platform.RegistryConfig;
import org.articlepipeline.schemas.Limits;
import org.articlepipeline.schemas.RecordReader;
import org.articlepipeline.schemas.Topic;
import org.articlepipeline.schemas.TopicSerdes;

/** Clients of one stack's Kafka and registry. Whoever asks for one closes it. */
final class KafkaClients {
  /** Long enough for a broker's restart, short enough for a person. */
  private static final int MAX_BLOCK_MS = 30_000;

  /** Administrative requests are small, and a person waits for them. */
  private static final int ADMIN_TIMEOUT_MS = 15_000;

  /** A file is sent at once or with its neighbours. */
  private static final int LINGER_MS = 5;

  private final Map<String, Object> client;
  private final TopicSerdes serdes;

  KafkaClients(OperationsConfig config) {
    this(
        KafkaConfig.clientProperties(config.kafka()),
        RegistryConfig.serdeProperties(config.registry()));
  }

  /** With addresses alone. */
  KafkaClients(String bootstrapServers, String registry) {
    this(Map.of("bootstrap.servers", bootstrapServers), Map.of("schema.registry.url", registry));
  }

  private KafkaClients(Map<String, Object> client, Map<String, Object> registry) {
    this.client = client;
    this.serdes = new TopicSerdes(registry);
  }

  Admin admin() {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ADMIN_TIMEOUT_MS);
    settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ADMIN_TIMEOUT_MS);
    return Admin.create(settings);
  }

  /**
   * Acknowledged by all replicas, without duplicates by retries, partitioned by murmur2 (the Java
   * client's default).
   */
  <K, V> Producer<K, V> producer(Topic<K, V> topic) {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
    settings.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MS);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, MAX_BLOCK_MS);
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Limits.MAX_RECORD_BYTES);
    return new KafkaProducer<>(
        settings, serdes.keys(topic).serializer(), serdes.values(topic).serializer());
  }

  /** Without a group: partitions are assigned by hand and nothing is committed. */
  <K, V> Consumer<K, V> consumer(Topic<K, V> topic) {
    return new KafkaConsumer<>(
        reading(), serdes.keys(topic).deserializer(), serdes.values(topic).deserializer());
  }

  /** A consumer of all that is written to the topic after this returns. */
  <K, V> Consumer<K, V> follower(Topic<K, V> topic) {
    Consumer<K, V> consumer = consumer(topic);
    List<TopicPartition> partitions = partitions(consumer, topic);
    consumer.assign(partitions);
    consumer.endOffsets(partitions).forEach(consumer::seek);
    return consumer;
  }

  /** For values that may be unreadable. */
  <K, V> RecordReader<V> reader(Topic<K, V> topic) {
    return new RecordReader<>(topic, serdes);
  }

  /** The same without understanding what it reads. */
  Consumer<byte[], byte[]> byteConsumer() {
    return new KafkaConsumer<>(reading(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /**
   * @throws CommandException when the topic is not there
   */
  static List<TopicPartition> partitions(Consumer<?, ?> consumer, Topic<?, ?> topic) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic.name()).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    if (partitions.isEmpty()) {
      throw new CommandException(
          "topic " + topic + " is missing; start the services, which create it");
    }
    return partitions;
  }

  private Map<String, Object> reading() {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, MAX_BLOCK_MS);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    return settings;
  }
}
