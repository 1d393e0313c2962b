package org.articlepipeline.schemas;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the cluster's topics in line with {@link Topics}: makes the missing ones, and says how the
 * others differ.
 */
public final class TopicAdmin {

  private static final Logger LOG = LoggerFactory.getLogger(TopicAdmin.class);

  /** How long the brokers may take to tell each other of a new topic. */
  private static final Duration PROPAGATION = Duration.ofSeconds(15);

  private final Admin admin;
  private final int partitions;
  private final short replicationFactor;

  public TopicAdmin(Admin admin, int partitions, short replicationFactor) {
    this.admin = admin;
    this.partitions = partitions;
    this.replicationFactor = replicationFactor;
  }

  /**
   * Creates what is missing and returns when the cluster knows every topic. What is there stays as
   * it is: another setting may be an operator's decision.
   *
   * @return how topics differ from their declaration; also logged
   * @throws KafkaException when the cluster refuses, with Kafka's reason
   */
  public List<TopicDifference> createOrCheck() {
    Set<String> existing = get(admin.listTopics().names());
    for (Topic<?, ?> topic : Topics.all()) {
      if (!existing.contains(topic.name())) {
        create(topic);
      }
    }
    List<TopicDifference> differences = differences();
    differences.forEach(TopicAdmin::report);
    return differences;
  }

  /**
   * The topic's settings on this cluster: with three replicas, a write is on two before it counts.
   */
  private Map<String, String> declared(Topic<?, ?> topic) {
    var config = new TreeMap<>(topic.config());
    config.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, replicationFactor >= 3 ? "2" : "1");
    return config;
  }

  private void create(Topic<?, ?> topic) {
    int count = topic.partitions(partitions);
    var wanted = new NewTopic(topic.name(), count, replicationFactor).configs(declared(topic));
    try {
      get(admin.createTopics(List.of(wanted)).all());
      LOG.atInfo()
          .addKeyValue("topic", topic.name())
          .addKeyValue("partitions", count)
          .addKeyValue("replicationFactor", replicationFactor)
          .log("topic created");
    } catch (TopicExistsException e) {
      LOG.atDebug().addKeyValue("topic", topic.name()).log("another instance created the topic");
    } catch (InvalidReplicationFactorException e) {
      throw new InvalidReplicationFactorException(
          "topic %s can't have %d replicas; configure replication-factor to at most the number of brokers: %s"
              .formatted(topic.name(), replicationFactor, e.getMessage()),
          e);
    }
  }

  private List<TopicDifference> differences() {
    List<String> names = Topics.all().stream().map(Topic::name).toList();
    Map<String, TopicDescription> descriptions = describe(names);
    Map<ConfigResource, Config> configs =
        get(admin.describeConfigs(names.stream().map(TopicAdmin::resource).toList()).all());
    var found = new ArrayList<TopicDifference>();
    for (Topic<?, ?> topic : Topics.all()) {
      TopicDescription description = descriptions.get(topic.name());
      Config config = configs.get(resource(topic.name()));
      if (description != null && config != null) {
        found.addAll(TopicComparison.layout(topic, description, partitions, replicationFactor));
        found.addAll(TopicComparison.settings(topic, declared(topic), config));
      }
    }
    return List.copyOf(found);
  }

  private static ConfigResource resource(String topic) {
    return new ConfigResource(ConfigResource.Type.TOPIC, topic);
  }

  /** Asks again while the broker that answers has not heard of a new topic yet. */
  private Map<String, TopicDescription> describe(List<String> names) {
    long start = System.nanoTime();
    while (true) {
      try {
        return get(admin.describeTopics(names).allTopicNames());
      } catch (UnknownTopicOrPartitionException e) {
        if (System.nanoTime() - start > PROPAGATION.toNanos()) {
          throw e;
        }
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(Duration.ofMillis(100));
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  private static void report(TopicDifference difference) {
    LOG.atWarn()
        .addKeyValue("topic", difference.topic())
        .addKeyValue("setting", difference.setting())
        .addKeyValue("declared", difference.declared())
        .addKeyValue("actual", difference.actual())
        .addKeyValue("advice", difference.advice())
        .log("topic differs from its declaration");
  }

  /** Kafka's own exceptions say what is wrong; only their wrapping is taken off. */
  private static <T> T get(KafkaFuture<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new KafkaException(e.getCause());
    }
  }
}
