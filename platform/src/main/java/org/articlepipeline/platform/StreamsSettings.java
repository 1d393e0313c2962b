package org.articlepipeline.platform;

import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.nio.file.Path;
import java.util.Map;

/** How a Kafka Streams application runs. */
public interface StreamsSettings {

  /**
   * Consumer group, transactional ids and internal topics are named after it. Never change it on
   * live data.
   */
  String applicationId();

  /** State stores are kept here across restarts: a persistent disk. */
  Path stateDir();

  @WithDefault("1")
  @WithName("threads")
  int threads();

  /** How long a graceful stop may take. */
  @WithDefault("20")
  int closeTimeoutSeconds();

  /** Any further setting under its Kafka Streams name. */
  Map<String, String> properties();
}
