package org.articlepipeline.ingest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import org.articlepipeline.ingest.cleanup.Cleanup;
import org.articlepipeline.ingest.gateway.GatewayConfig;
import org.articlepipeline.platform.CanaryConfig;
import org.articlepipeline.platform.HttpConfig;
import org.articlepipeline.platform.KafkaConfig;
import org.articlepipeline.platform.RegistryConfig;
import org.articlepipeline.platform.StreamsSettings;

/** Configuration of the ingest service. */
@ConfigMapping(prefix = "articles")
public interface IngestConfig {
  KafkaConfig kafka();

  RegistryConfig registry();

  HttpConfig http();

  Streams streams();

  GatewayConfig gateway();

  Cleanup cleanup();

  CanaryConfig canary();

  /** What is taken out of articles. */
  interface Cleanup {
    /** Whether what a source repeats on many pages is learned, and taken out of later ones. */
    @WithDefault("true")
    boolean learnedFurniture();
  }

  /** How the Kafka Streams application runs. */
  interface Streams extends StreamsSettings {
    @Override
    @WithDefault("articles-ingest")
    String applicationId();

    @Override
    @WithDefault("state/ingest")
    Path stateDir();
  }
}
