package org.articlepipeline.schemas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the cluster's topics in line with {@link Topics}: makes the missing ones, and says how the
 * others differ.
 */
public final class TopicAdmin {

  private static final Logger LOG = LoggerFactory.getLogger(TopicAdmin.class);

  private final Admin admin;
  private final int partitions;
  private final short replicationFactor;

  public TopicAdmin(Admin admin, int partitions, short replicationFactor) {
    this.admin = admin;
    this.partitions = partitions;
    this.replicationFactor = replicationFactor;
  }

  /** Never changes what is there: another setting may be an operator's decision. */
  public List<TopicDifference> createOrCheck() {
    Set<String> existing = get(admin.listTopics().names());
    var check = new ArrayList<Topic<?, ?>>();
    for (Topic<?, ?> topic : Topics.all()) {
      if (existing.contains(topic.name()) || !create(topic)) {
        check.add(topic);
      }
    }
    return check.isEmpty() ? List.of() : differences(check);
  }

  /**
   * What a topic is declared to be on this cluster: with three replicas, a write is on two before
   * it counts.
   */
  Map<String, String> declared(Topic<?, ?> topic) {
    var config = new TreeMap<>(topic.config());
    config.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, replicationFactor >= 3 ? "2" : "1");
    return config;
  }

  /** False when another instance was faster. */
  private boolean create(Topic<?, ?> topic) {
    var wanted = new NewTopic(topic.name(), partitions, replicationFactor).configs(declared(topic));
    try {
      get(admin.createTopics(List.of(wanted)).all());
      LOG.atInfo()
          .addKeyValue("topic", topic.name())
          .addKeyValue("partitions", partitions)
          .addKeyValue("replicationFactor", replicationFactor)
          .log("topic created");
      return true;
    } catch (TopicExistsException e) {
      return false;
    }
  }

  private List<TopicDifference> differences(List<Topic<?, ?>> topics) {
    var names = topics.stream().map(Topic::name).toList();
    Map<String, TopicDescription> descriptions = get(admin.describeTopics(names).allTopicNames());
    Map<ConfigResource, Config> configs =
        get(
            admin
                .describeConfigs(
                    names.stream()
                        .map(n -> new ConfigResource(ConfigResource.Type.TOPIC, n))
                        .collect(Collectors.toList()))
                .all());
    var byName = new HashMap<String, Config>();
    configs.forEach((resource, config) -> byName.put(resource.name(), config));
    var found = new ArrayList<TopicDifference>();
    for (Topic<?, ?> topic : topics) {
      TopicDescription description = descriptions.get(topic.name());
      Config config = byName.get(topic.name());
      if (description != null && config != null) {
        found.addAll(TopicComparison.layout(topic, description, partitions, replicationFactor));
        found.addAll(TopicComparison.settings(topic, declared(topic), config));
      }
    }
    found.forEach(TopicAdmin::report);
    return List.copyOf(found);
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
