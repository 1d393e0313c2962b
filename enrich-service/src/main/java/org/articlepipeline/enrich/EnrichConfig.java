package org.articlepipeline.enrich;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.articlepipeline.platform.HttpConfig;
import org.articlepipeline.platform.KafkaConfig;
import org.articlepipeline.platform.RegistryConfig;
import org.articlepipeline.platform.StreamsSettings;

/** Configuration of the enrich service. */
@ConfigMapping(prefix = "articles")
public interface EnrichConfig {
  KafkaConfig kafka();

  RegistryConfig registry();

  HttpConfig http();

  Streams streams();

  Enrich enrich();

  /** How the Kafka Streams application runs. */
  interface Streams extends StreamsSettings {
    @Override
    @WithDefault("articles-enrich")
    String applicationId();

    @Override
    @WithDefault("state/enrich")
    Path stateDir();
  }

  /** What is done with articles. */
  interface Enrich {

    /** Names of steps that don't run, separated by commas; the README lists the steps. */
    Optional<List<String>> stepsOff();

    /** How far apart articles of one story may be, by ingestedAt. More of it needs more state. */
    @WithDefault("P7D")
    Duration storyWindow();

    /** Articles that this instance enriches again in a second when knowledge has changed. */
    @WithDefault("50")
    int againPerSecond();
  }
}
