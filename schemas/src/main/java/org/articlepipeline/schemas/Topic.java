package org.articlepipeline.schemas;

import java.util.Map;

/**
 * A topic that knows its types.
 *
 * @param fixedPartitions how many it has whatever is configured; 0 for as many as are configured
 * @param config topic settings that differ from the broker's defaults, by Kafka's names
 */
public record Topic<K, V>(
    String name,
    Class<K> keyType,
    Class<V> valueType,
    int fixedPartitions,
    Map<String, String> config) {

  public Topic {
    config = Map.copyOf(config);
  }

  Topic(String name, Class<K> keyType, Class<V> valueType, Map<String, String> config) {
    this(name, keyType, valueType, 0, config);
  }

  /**
   * @param configured for topics that don't fix it
   */
  public int partitions(int configured) {
    return fixedPartitions > 0 ? fixedPartitions : configured;
  }

  @Override
  public String toString() {
    return name;
  }
}
