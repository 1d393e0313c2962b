package org.articlepipeline.schemas;

import java.util.Map;

/**
 * A topic that knows its types.
 *
 * @param config topic settings that differ from the broker's defaults, by Kafka's names
 */
public record Topic<K, V>(
    String name, Class<K> keyType, Class<V> valueType, Map<String, String> config) {

  public Topic {
    config = Map.copyOf(config);
  }

  @Override
  public String toString() {
    return name;
  }
}
