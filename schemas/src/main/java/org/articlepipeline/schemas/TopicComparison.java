package org.articlepipeline.schemas;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;

/** How a topic on the cluster differs from its declaration. */
final class TopicComparison {

  private TopicComparison() {}

  static List<TopicDifference> layout(
      Topic<?, ?> topic, TopicDescription description, int configured, short replicationFactor) {
    var found = new ArrayList<TopicDifference>();
    int partitions = topic.partitions(configured);
    int actual = description.partitions().size();
    if (actual != partitions) {
      found.add(
          new TopicDifference(
              topic.name(),
              "partitions",
              Integer.toString(partitions),
              Integer.toString(actual),
              topic.fixedPartitions() > 0
                  ? "delete the topic while the services are stopped; they make it again"
                  : "configure partitions=%d instead; don't add partitions, for an article's key would then lead to another partition than its history"
                      .formatted(actual)));
    }
    description.partitions().stream()
        .mapToInt(p -> p.replicas().size())
        .min()
        .ifPresent(
            replicas -> {
              // A negative one asks for the broker's default, whatever that is.
              if (replicationFactor > 0 && replicas != replicationFactor) {
                found.add(
                    new TopicDifference(
                        topic.name(),
                        "replication.factor",
                        Short.toString(replicationFactor),
                        Integer.toString(replicas),
                        "change it with kafka-reassign-partitions, or configure replication-factor=%d"
                            .formatted(replicas)));
              }
            });
    return found;
  }

  static List<TopicDifference> settings(
      Topic<?, ?> topic, Map<String, String> declared, Config actual) {
    var found = new ArrayList<TopicDifference>();
    declared.forEach(
        (name, value) -> {
          ConfigEntry entry = actual.get(name);
          String there = entry == null || entry.value() == null ? "" : entry.value();
          if (!there.equals(value)) {
            found.add(
                new TopicDifference(
                    topic.name(),
                    name,
                    value,
                    there,
                    "kafka-configs --alter --topic %s --add-config %s=%s makes it as declared"
                        .formatted(topic.name(), name, value)));
          }
        });
    return found;
  }
}
