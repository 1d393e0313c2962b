package org.articlepipeline.platform;

import java.util.HashMap;
import java.util.Map;

/** Where the schema registry is. */
public interface RegistryConfig {

  /** Base URL of a Confluent-compatible API, several separated by commas. */
  String url();

  /**
   * Any further serde setting under Confluent's name, such as {@code basic.auth.user.info}; {@code
   * articles.avro.serde} names another Avro serde class.
   */
  Map<String, String> properties();

  /** The settings from which serdes are configured. */
  static Map<String, Object> serdeProperties(RegistryConfig config) {
    Map<String, Object> properties = new HashMap<>(config.properties());
    properties.put("schema.registry.url", config.url());
    return properties;
  }
}
