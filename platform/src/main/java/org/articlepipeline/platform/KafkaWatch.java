package org.articlepipeline.platform;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every ten seconds how far the service's groups are behind, which partitions miss copies,
 * and whether Kafka and the registry answer at all. Each service watches its own groups: nothing
 * else has to run for that, and each instance shows the same.
 */
public final class KafkaWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(KafkaWatch.class);
  private static final Duration EVERY = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofSeconds(8);
  private static final Duration END = Duration.ofSeconds(2);

  private final KafkaConfig kafka;
  private final Supplier<List<GroupTopics>> groups;
  private final List<String> topics;
  private final BooleanSupplier registry;
  private final GroupLag lag;
  private final TopicCopies copies;
  private final Recurring looks = new Recurring("kafka-watch", EVERY, END, this::look);
  private @Nullable Admin admin;
  private boolean failing;
  private volatile boolean kafkaReachable = true;
  private volatile boolean registryReachable = true;

  /**
   * @param groups those of the service at the time
   * @param topics those of the pipeline; others are not looked at
   * @param registry asks it something, within some seconds
   */
  public KafkaWatch(
      KafkaConfig kafka,
      Supplier<List<GroupTopics>> groups,
      List<String> topics,
      BooleanSupplier registry,
      MeterRegistry metrics) {
    this.kafka = kafka;
    this.groups = groups;
    this.topics = topics;
    this.registry = registry;
    this.lag = new GroupLag(metrics, new UnreadRecords(kafka));
    this.copies = new TopicCopies(metrics);
    ServiceMetric.KAFKA_REACHABLE.gauge(metrics, this, watch -> watch.kafkaReachable ? 1 : 0);
    ServiceMetric.REGISTRY_REACHABLE.gauge(metrics, this, watch -> watch.registryReachable ? 1 : 0);
  }

  /** When the service's own start is through: it must not wait for this. */
  public void start() {
    looks.start();
  }

  private void look() throws InterruptedException {
    registryReachable = registry.getAsBoolean();
    look(client());
  }

  /** Made when it is first needed: while no broker's name can be resolved, that fails. */
  private Admin client() {
    if (admin == null) {
      Map<String, Object> properties = new HashMap<>(KafkaConfig.clientProperties(kafka));
      int millis = Math.toIntExact(ANSWER.toMillis());
      properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, millis);
      properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis);
      try {
        admin = Admin.create(properties);
      } catch (KafkaException e) {
        kafkaReachable = false;
        throw e;
      }
    }
    return admin;
  }

  private void look(Admin client) throws InterruptedException {
    Map<String, TopicDescription> found;
    try {
      found = describe(client);
      kafkaReachable = true;
    } catch (ExecutionException | KafkaException e) {
      kafkaReachable = false;
      LOG.atDebug().setCause(e).log("Kafka does not answer the watch");
      return;
    }
    try {
      copies.look(found.values(), topic -> minIsr(client, topic));
      lag.look(client, groups.get(), partitions(found));
      failing = false;
    } catch (ExecutionException | KafkaException e) {
      // The first one of each time: it may be a right that is missing.
      (failing ? LOG.atDebug() : LOG.atWarn()).log("lag not measured: {}", e.getMessage());
      failing = true;
    }
  }

  /** Those that are there: the first service to start makes them. */
  private Map<String, TopicDescription> describe(Admin admin)
      throws ExecutionException, InterruptedException {
    var found = new HashMap<String, TopicDescription>();
    for (var topic : admin.describeTopics(topics).topicNameValues().entrySet()) {
      try {
        found.put(topic.getKey(), topic.getValue().get());
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
          throw e;
        }
      }
    }
    return found;
  }

  private static int minIsr(Admin admin, String topic)
      throws ExecutionException, InterruptedException {
    var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    Map<ConfigResource, Config> configs = admin.describeConfigs(List.of(resource)).all().get();
    Config config = configs.get(resource);
    ConfigEntry entry = config == null ? null : config.get(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG);
    return entry == null ? 1 : Integer.parseInt(entry.value());
  }

  private static Map<String, List<TopicPartition>> partitions(Map<String, TopicDescription> of) {
    var partitions = new HashMap<String, List<TopicPartition>>();
    of.forEach(
        (name, topic) ->
            partitions.put(
                name,
                topic.partitions().stream()
                    .map(partition -> new TopicPartition(name, partition.partition()))
                    .toList()));
    return partitions;
  }

  @Override
  public void close() {
    looks.close();
    if (admin != null) {
      admin.close(END);
    }
  }
}
