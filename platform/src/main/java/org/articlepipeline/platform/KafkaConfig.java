package org.articlepipeline.platform;

import io.smallrye.config.WithDefault;
import java.util.HashMap;
import java.util.Map;

/** Where Kafka is and how topics are created there. */
public interface KafkaConfig {

  /** {@code host:port,host:port}. */
  String bootstrapServers();

  /** Partitions of topics that this service creates. Never changed later: keys would move. */
  @WithDefault("6")
  int partitions();

  /** Copies of topics that this service creates; -1 is the broker's default. */
  @WithDefault("-1")
  short replicationFactor();

  /** Any further client setting under its Kafka name, such as {@code security.protocol}. */
  Map<String, String> properties();

  /** The settings that every Kafka client of a service shares. */
  static Map<String, Object> clientProperties(KafkaConfig config) {
    Map<String, Object> properties = new HashMap<>(config.properties());
    properties.put("bootstrap.servers", config.bootstrapServers());
    return properties;
  }
}
