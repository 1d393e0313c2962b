package org.articlepipeline.platform;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Kafka Streams application with the pipeline's guarantees: exactly once, every store and
 * internal topic named, a failed thread replaced and its records read again.
 */
public final class StreamsApp implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StreamsApp.class);

  /** Our topics take 8 MiB, dead letters 10 MiB; the rest is for the batch around a record. */
  private static final int MAX_REQUEST_BYTES = 12 * 1024 * 1024;

  private static final int MAX_CHANGELOG_BYTES = 8 * 1024 * 1024;
  private static final String DAY_MS = Long.toString(Duration.ofDays(1).toMillis());

  private final String name;
  private final StreamsSettings settings;
  private final KafkaStreams streams;
  private final KafkaStreamsMetrics metrics;
  private volatile String lastFailure = "";

  public StreamsApp(
      String name,
      Topology topology,
      StreamsSettings settings,
      KafkaConfig kafka,
      MeterRegistry registry) {
    this.name = name;
    this.settings = settings;
    this.streams = new KafkaStreams(topology, properties(settings, kafka));
    this.streams.setUncaughtExceptionHandler(this::replaceThread);
    this.metrics = new KafkaStreamsMetrics(streams);
    this.metrics.bindTo(registry);
    StateSizes.measure(topology, streams, registry);
  }

  /**
   * The settings behind the guarantees; {@code settings.properties()} may tune the rest, not these.
   */
  @SuppressWarnings("deprecation") // Of the key for the global thread: Kafka 5 has no other value.
  public static Properties properties(StreamsSettings settings, KafkaConfig kafka) {
    Map<String, Object> values = new HashMap<>();
    values.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 100);
    values.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
    values.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, (int) kafka.replicationFactor());
    values.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
    // A killed instance is noticed, and its work taken over, within this time.
    values.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 8_000);
    values.put(StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 1_000);
    values.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "zstd");
    values.put(
        StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), MAX_REQUEST_BYTES);
    values.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), 10_000);
    values.put(
        StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG), MAX_CHANGELOG_BYTES);
    // Erased content must leave changelogs too, not only topics.
    values.put(StreamsConfig.topicPrefix(TopicConfig.SEGMENT_MS_CONFIG), DAY_MS);
    values.put(StreamsConfig.topicPrefix(TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG), DAY_MS);
    values.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, RocksStores.class);
    values.putAll(KafkaConfig.clientProperties(kafka));
    values.putAll(settings.properties());
    values.put(StreamsConfig.APPLICATION_ID_CONFIG, settings.applicationId());
    values.put(StreamsConfig.STATE_DIR_CONFIG, settings.stateDir().toString());
    values.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    // One rule for errors on every thread; what the next Kafka has as its default.
    values.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_GLOBAL_ENABLED_CONFIG, true);
    values.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    Properties properties = new Properties();
    properties.putAll(values);
    return properties;
  }

  public void start() {
    streams.start();
  }

  /** For queries of global stores and state; prefer {@link #health()} to watch the application. */
  public KafkaStreams streams() {
    return streams;
  }

  /** Whether this instance reads the partition now. */
  public boolean owns(TopicPartition partition) {
    return streams.metadataForLocalThreads().stream()
        .flatMap(thread -> thread.activeTasks().stream())
        .anyMatch(task -> task.topicPartitions().contains(partition));
  }

  public Health health() {
    KafkaStreams.State state = streams.state();
    boolean live = state != KafkaStreams.State.ERROR && state != KafkaStreams.State.PENDING_ERROR;
    String failure = lastFailure;
    boolean ready = state == KafkaStreams.State.RUNNING;
    if (ready || failure.isEmpty()) {
      return new Health(live, ready, Map.of("streams", state.name()));
    }
    return new Health(live, ready, Map.of("streams", state.name(), "failure", failure));
  }

  @Override
  public void close() {
    // Leaving the group at once lets another instance, or this one started again, take over without
    // a wait.
    boolean stopped =
        streams.close(
            CloseOptions.timeout(Duration.ofSeconds(settings.closeTimeoutSeconds()))
                .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
    metrics.close();
    if (!stopped) {
      LOG.atWarn()
          .addKeyValue("service", name)
          .addKeyValue("seconds", settings.closeTimeoutSeconds())
          .log("streams did not stop in time; what was not committed is read again");
    }
  }

  private StreamThreadExceptionResponse replaceThread(Throwable failure) {
    lastFailure = String.valueOf(failure.getMessage());
    LOG.atError()
        .addKeyValue("service", name)
        .setCause(failure)
        .log("stream thread failed; a new one reads its records again");
    return StreamThreadExceptionResponse.REPLACE_THREAD;
  }
}
