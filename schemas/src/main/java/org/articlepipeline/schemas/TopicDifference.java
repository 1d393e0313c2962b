package org.articlepipeline.schemas;

/**
 * A topic that is not as {@link Topics} declares it.
 *
 * @param setting Kafka's name of the setting, or {@code partitions}, {@code replication.factor},
 *     {@code compatibility}, {@code schema}
 * @param advice what it means and what to do
 */
public record TopicDifference(
    String topic, String setting, String declared, String actual, String advice) {

  @Override
  public String toString() {
    return "topic %s has %s=%s, declared is %s: %s"
        .formatted(topic, setting, actual, declared, advice);
  }
}
