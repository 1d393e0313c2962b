package org.articlepipeline.operations.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.articlepipeline.schemas.Topic;
import org.articlepipeline.schemas.Topics;

/**
 * One topic as it is on the cluster, beside its declaration.
 *
 * @param replicas of the partition that has the fewest
 * @param settings the declared ones only
 */
public record TopicState(String name, boolean exists, int replicas, List<Setting> settings) {

  /**
   * @param name Kafka's, or {@code partitions}
   */
  public record Setting(String name, String declared, String actual, boolean differs) {
    static Setting of(String name, String declared, String actual) {
      return new Setting(name, declared, actual, !declared.equals(actual));
    }
  }

  public boolean asDeclared() {
    return exists && settings.stream().noneMatch(Setting::differs);
  }

  /** All topics of the catalogue, in the order of the flow. */
  public static List<TopicState> all(Admin admin, int partitions) {
    Set<String> existing = KafkaAnswer.of(admin.listTopics().names());
    List<String> names = Topics.all().stream().map(Topic::name).filter(existing::contains).toList();
    Map<String, TopicDescription> descriptions =
        KafkaAnswer.of(admin.describeTopics(names).allTopicNames());
    Map<ConfigResource, Config> configs =
        KafkaAnswer.of(
            admin.describeConfigs(names.stream().map(TopicState::resource).toList()).all());
    var states = new ArrayList<TopicState>();
    for (Topic<?, ?> topic : Topics.all()) {
      TopicDescription description = descriptions.get(topic.name());
      Config config = configs.get(resource(topic.name()));
      states.add(
          description == null || config == null
              ? new TopicState(topic.name(), false, 0, List.of())
              : of(topic, description, config, partitions));
    }
    return states;
  }

  private static TopicState of(
      Topic<?, ?> topic, TopicDescription description, Config config, int partitions) {
    var settings = new ArrayList<Setting>();
    settings.add(
        Setting.of(
            "partitions",
            Integer.toString(topic.partitions(partitions)),
            Integer.toString(description.partitions().size())));
    new TreeMap<>(topic.config())
        .forEach((name, declared) -> settings.add(Setting.of(name, declared, value(config, name))));
    int replicas =
        description.partitions().stream().mapToInt(p -> p.replicas().size()).min().orElse(0);
    return new TopicState(topic.name(), true, replicas, settings);
  }

  private static ConfigResource resource(String topic) {
    return new ConfigResource(ConfigResource.Type.TOPIC, topic);
  }

  private static String value(Config config, String name) {
    ConfigEntry entry = config.get(name);
    return entry == null || entry.value() == null ? "" : entry.value();
  }
}
