package org.articlepipeline.index;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;
import org.articlepipeline.platform.ConfigException;
import org.articlepipeline.schemas.Topics;

/**
 * How long a stub stays: longer than any topic keeps what could be replayed, or the older revision,
 * sent again, would be new to an index that forgot it.
 */
final class StubGrace {
  private StubGrace() {}

  /**
   * @throws ConfigException when it is shorter than that
   */
  static Duration of(IndexConfig config) {
    Duration grace = config.index().stubGrace();
    Duration least = longestReplay();
    if (grace.compareTo(least) <= 0) {
      throw new ConfigException(
          List.of(
              "articles.index.stub-grace: %s is not longer than %s, for which topics keep what can be sent again; take a longer one, such as P60D"
                  .formatted(grace, least)));
    }
    return grace;
  }

  /** Retention, and a segment's time: it is deleted as a whole. */
  private static Duration longestReplay() {
    return Topics.ofArticles().stream()
        .map(topic -> topic.config())
        .filter(config -> config.containsKey(TopicConfig.RETENTION_MS_CONFIG))
        .map(
            config ->
                millis(config, TopicConfig.RETENTION_MS_CONFIG)
                    .plus(millis(config, TopicConfig.SEGMENT_MS_CONFIG)))
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  private static Duration millis(Map<String, String> config, String setting) {
    return Duration.ofMillis(Long.parseLong(config.getOrDefault(setting, "0")));
  }
}
