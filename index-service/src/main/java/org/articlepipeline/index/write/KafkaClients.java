package org.articlepipeline.index.write;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.articlepipeline.platform.KafkaConfig;
import org.articlepipeline.schemas.Limits;
import org.articlepipeline.schemas.Topic;
import org.articlepipeline.schemas.TopicAdmin;

/** Makes this service's Kafka clients: bytes in, bytes out. */
public final class KafkaClients implements AutoCloseable {
  private static final int MIB = 1024 * 1024;

  private final KafkaConfig config;
  private final MeterRegistry metrics;
  private final List<KafkaClientMetrics> meters = new CopyOnWriteArrayList<>();
  private boolean topicsChecked;

  public KafkaClients(KafkaConfig config, MeterRegistry metrics) {
    this.config = config;
    this.metrics = metrics;
  }

  /**
   * A consumer that a kill keeps out of its group for at most the session's 10 s, and that buffers
   * little: what is held on its way into the index is bounded apart from it.
   */
  public Consumer<byte[], byte[]> consumer(String group) {
    Map<String, Object> properties = KafkaConfig.clientProperties(config);
    properties.put(ConsumerConfig.CLIENT_ID_CONFIG, group);
    properties.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        CooperativeStickyAssignor.class.getName());
    properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
    properties.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2_000);
    // One poll comes on top of what is held, and records may be megabytes.
    properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 50);
    properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 16 * MIB);
    properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 4 * MIB);
    KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    measure(new KafkaClientMetrics(consumer));
    return consumer;
  }

  /** A producer that never blocks its caller for long; what it gives up is sent again. */
  public Producer<byte[], byte[]> producer(String clientId) {
    Map<String, Object> properties = KafkaConfig.clientProperties(config);
    properties.put(ProducerConfig.CLIENT_ID_CONFIG, clientId);
    properties.put(ProducerConfig.ACKS_CONFIG, "all");
    properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
    properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Limits.MAX_DEAD_LETTER_BYTES);
    properties.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 32L * MIB);
    properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 2_000);
    KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    measure(new KafkaClientMetrics(producer));
    return producer;
  }

  /** Makes the pipeline's topics that are missing; differences are logged. Does it once. */
  public synchronized void createTopics() {
    if (!topicsChecked) {
      try (Admin admin = admin()) {
        new TopicAdmin(admin, config.partitions(), config.replicationFactor()).createOrCheck();
      }
      topicsChecked = true;
    }
  }

  /** How far groups have come with the topic; to be closed by who asked. */
  public GroupOffsets offsets(Topic<?, ?> topic) {
    return new GroupOffsets(admin(), topic.name());
  }

  /** Ends the measuring; the clients belong to those who asked for them. */
  @Override
  public void close() {
    meters.forEach(KafkaClientMetrics::close);
  }

  private void measure(KafkaClientMetrics client) {
    client.bindTo(metrics);
    meters.add(client);
  }

  private Admin admin() {
    Map<String, Object> properties = KafkaConfig.clientProperties(config);
    properties.put("default.api.timeout.ms", Math.toIntExact(Duration.ofSeconds(15).toMillis()));
    properties.put("request.timeout.ms", Math.toIntExact(Duration.ofSeconds(10).toMillis()));
    return Admin.create(properties);
  }
}
