package org.articlepipeline.operations.cluster;

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
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.articlepipeline.platform.KafkaConfig;
import org.articlepipeline.platform.RegistryConfig;
import org.articlepipeline.schemas.Limits;
import org.articlepipeline.schemas.RecordReader;
import org.articlepipeline.schemas.Topic;
import org.articlepipeline.schemas.TopicSerdes;

/** Clients of one stack's Kafka and registry. Whoever asks for one closes it. */
public final class KafkaClients {
  /** Long enough for a broker's restart, short enough for a person. */
  private static final int MAX_BLOCK_MS = 30_000;

  /** Administrative requests are small, and a person waits for them. */
  private static final int ADMIN_TIMEOUT_MS = 15_000;

  /** A file is sent at once or with its neighbours. */
  private static final int LINGER_MS = 5;

  private final Map<String, Object> client;
  private final TopicSerdes serdes;

  public KafkaClients(OperationsConfig config) {
    this(
        KafkaConfig.clientProperties(config.kafka()),
        RegistryConfig.serdeProperties(config.registry()));
  }

  /** With addresses alone. */
  public KafkaClients(String bootstrapServers, String registry) {
    this(Map.of("bootstrap.servers", bootstrapServers), Map.of("schema.registry.url", registry));
  }

  private KafkaClients(Map<String, Object> client, Map<String, Object> registry) {
    this.client = client;
    this.serdes = new TopicSerdes(registry);
  }

  public Admin admin() {
    return admin(ADMIN_TIMEOUT_MS);
  }

  /** Gives up after so long. */
  public Admin admin(int timeoutMillis) {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, timeoutMillis);
    settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, timeoutMillis);
    return Admin.create(settings);
  }

  /**
   * Acknowledged by all replicas, without duplicates by retries, partitioned by murmur2 (the Java
   * client's default).
   */
  public <K, V> Producer<K, V> producer(Topic<K, V> topic) {
    return new KafkaProducer<>(
        writing(), serdes.keys(topic).serializer(), serdes.values(topic).serializer());
  }

  /** The same for records as they are. */
  public Producer<byte[], byte[]> byteProducer() {
    return new KafkaProducer<>(writing(), new ByteArraySerializer(), new ByteArraySerializer());
  }

  public TopicSerdes serdes() {
    return serdes;
  }

  /** Without a group: partitions are assigned by hand and nothing is committed. */
  public <K, V> Consumer<K, V> consumer(Topic<K, V> topic) {
    return new KafkaConsumer<>(
        reading(), serdes.keys(topic).deserializer(), serdes.values(topic).deserializer());
  }

  /** A consumer of all that is written to the topic after this returns. */
  public <K, V> Consumer<K, V> follower(Topic<K, V> topic) {
    Consumer<K, V> consumer = consumer(topic);
    List<TopicPartition> partitions = partitions(consumer, topic);
    consumer.assign(partitions);
    consumer.endOffsets(partitions).forEach(consumer::seek);
    return consumer;
  }

  /** For values that may be unreadable. */
  public <K, V> RecordReader<V> reader(Topic<K, V> topic) {
    return new RecordReader<>(topic, serdes);
  }

  /** The same without understanding what it reads. */
  public Consumer<byte[], byte[]> byteConsumer() {
    return new KafkaConsumer<>(reading(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /**
   * @throws CommandException when the topic is not there
   */
  public static List<TopicPartition> partitions(Consumer<?, ?> consumer, Topic<?, ?> topic) {
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

  private Map<String, Object> writing() {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
    settings.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MS);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, MAX_BLOCK_MS);
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Limits.MAX_RECORD_BYTES);
    return settings;
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
