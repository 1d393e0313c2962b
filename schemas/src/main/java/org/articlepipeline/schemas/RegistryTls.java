package org.articlepipeline.schemas;

import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.security.ssl.DefaultSslEngineFactory;
import org.jspecify.annotations.Nullable;

/**
 * Key and trust stores of {@code schema.registry.ssl.*}, read by Kafka's own code, so every form it
 * takes works.
 */
final class RegistryTls {

  private static final String PREFIX = "schema.registry.ssl.";

  private RegistryTls() {}

  /** Null where nothing is set: the JVM's own trust store applies. */
  static @Nullable SSLContext context(Map<String, ?> config) {
    var ssl = new HashMap<String, Object>();
    config.forEach(
        (key, value) -> {
          if (key.startsWith(PREFIX)) {
            ssl.put(key.substring("schema.registry.".length()), value);
          }
        });
    if (ssl.isEmpty()) {
      return null;
    }
    if ("".equals(ssl.get("ssl.endpoint.identification.algorithm"))) {
      throw new ConfigException(
          PREFIX + "endpoint.identification.algorithm",
          "",
          "host names are always checked here; give the registry a certificate with its name");
    }
    try (var factory = new DefaultSslEngineFactory()) {
      var definition = new ConfigDef().withClientSslSupport();
      factory.configure(new AbstractConfig(definition, ssl, false).values());
      return factory.sslContext();
    } catch (RuntimeException e) {
      throw new ConfigException(
          "the TLS settings %s* can't be used: %s".formatted(PREFIX, e.getMessage()));
    }
  }
}
