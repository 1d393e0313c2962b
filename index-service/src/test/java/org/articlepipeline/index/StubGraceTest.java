package org.articlepipeline.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.articlepipeline.platform.ConfigException;
import org.articlepipeline.platform.Configs;
import org.junit.jupiter.api.Test;

final class StubGraceTest {

  @Test
  void stubsOutliveWhateverCanBeSentAgain() {
    assertThat(StubGrace.of(config("P60D"))).isEqualTo(Duration.ofDays(60));
    assertThatThrownBy(() -> StubGrace.of(config("P31D")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("articles.index.stub-grace: PT744H is not longer than PT744H");
  }

  private static IndexConfig config(String grace) {
    return Configs.load(
        IndexConfig.class,
        null,
        Map.of(),
        Map.of(
            "articles.kafka.bootstrap-servers", "localhost:9092",
            "articles.registry.url", "http://localhost:8081",
            "articles.elasticsearch.url", "http://localhost:9200",
            "articles.index.stub-grace", grace));
  }
}
