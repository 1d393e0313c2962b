package org.articlepipeline.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;
import org.articlepipeline.schemas.Topic;
import org.articlepipeline.schemas.Topics;

/**
 * By when erased content has left every topic. The slowest is one that is kept by time: its last
 * copy goes with its segment.
 */
final class ErasurePromise {

  /** Kafka's own segment.ms, where a topic declares none. */
  private static final Duration SEGMENT = Duration.ofDays(7);

  private static final Duration LONGEST =
      Topics.all().stream()
          .map(ErasurePromise::keptAtMost)
          .reduce(Duration.ZERO, (a, b) -> a.compareTo(b) > 0 ? a : b);

  private ErasurePromise() {}

  static Instant contentGoneAt(Instant erasedAt) {
    return erasedAt.plus(LONGEST);
  }

  private static Duration keptAtMost(Topic<?, ?> topic) {
    Map<String, String> config = topic.config();
    String lag = config.get(TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG);
    String kept = lag == null ? config.getOrDefault(TopicConfig.RETENTION_MS_CONFIG, "0") : lag;
    String segment = config.get(TopicConfig.SEGMENT_MS_CONFIG);
    return millis(kept).plus(segment == null ? SEGMENT : millis(segment));
  }

  private static Duration millis(String value) {
    return Duration.ofMillis(Long.parseLong(value));
  }
}
