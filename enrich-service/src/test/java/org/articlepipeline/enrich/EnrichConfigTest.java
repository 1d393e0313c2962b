package org.articlepipeline.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.articlepipeline.platform.ConfigException;
import org.articlepipeline.platform.Configs;
import org.junit.jupiter.api.Test;

class EnrichConfigTest {
  private static final Map<String, String> MINIMUM =
      Map.of(
          "articles.kafka.bootstrap-servers", "broker:9092",
          "articles.registry.url", "http://registry:8081");

  @Test
  void onlyBrokerAndRegistryHaveToBeGiven() {
    EnrichConfig config = Configs.load(EnrichConfig.class, null, Map.of(), MINIMUM);

    assertThat(config.streams().applicationId()).isEqualTo("articles-enrich");
    assertThat(config.streams().stateDir()).isEqualTo(Path.of("state/enrich"));
    assertThat(config.enrich().stepsOff()).isEmpty();
  }

  @Test
  void theEnvironmentReachesEveryKey() {
    EnrichConfig config =
        Configs.load(
            EnrichConfig.class,
            null,
            Map.of(
                "ARTICLES_STREAMS_STATE_DIR", "/var/lib/articles",
                "ARTICLES_STREAMS_APPLICATION_ID", "other",
                "ARTICLES_ENRICH_STEPS_OFF", "language,cluster"),
            MINIMUM);

    assertThat(config.streams().stateDir()).isEqualTo(Path.of("/var/lib/articles"));
    assertThat(config.streams().applicationId()).isEqualTo("other");
    assertThat(config.enrich().stepsOff()).contains(List.of("language", "cluster"));
  }

  @Test
  void aTypoIsRefused() {
    assertThatThrownBy(
            () ->
                Configs.load(
                    EnrichConfig.class, null, Map.of(), with("articles.enrich.step-off", "x")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("articles.enrich.step-off");
  }

  private static Map<String, String> with(String key, String value) {
    Map<String, String> config = new HashMap<>(MINIMUM);
    config.put(key, value);
    return config;
  }
}
