package org.articlepipeline.ingest;

import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.common.config.TopicConfig;
import org.articlepipeline.schemas.Topic;
import org.articlepipeline.schemas.Topics;

/**
 * By when erased content has left every topic of articles, as they are declared. The slowest is one
 * that is kept by time: its last copy goes with its segment, when the newest record in it is old
 * enough.
 */
final class ErasurePromise {

  /**
   * When an erased article's record is sent once more. Kafka compacts no segment that is open, and
   * closes one only when a record comes that is a day younger than its first.
   */
  static final Duration SENT_AGAIN = Topics.COMPACTION_LAG.plusHours(1);

  /**
   * Brokers look every five minutes for what may go and delete files a minute later; the cleaner
   * needs some time for what it compacts.
   */
  private static final Duration BROKER = Duration.ofHours(1);

  private static final Duration LONGEST =
      Topics.ofArticles().stream()
          .map(ErasurePromise::keptAtMost)
          .reduce(Duration.ZERO, (a, b) -> a.compareTo(b) > 0 ? a : b)
          .plus(BROKER);

  private ErasurePromise() {}

  static Instant contentGoneAt(Instant erasedAt) {
    return erasedAt.plus(LONGEST);
  }

  private static Duration keptAtMost(Topic<?, ?> topic) {
    boolean compacted = topic.config().containsKey(TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG);
    String kept =
        compacted ? TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG : TopicConfig.RETENTION_MS_CONFIG;
    return millis(topic, kept).plus(millis(topic, TopicConfig.SEGMENT_MS_CONFIG));
  }

  private static Duration millis(Topic<?, ?> topic, String setting) {
    String value = topic.config().get(setting);
    if (value == null) {
      throw new IllegalStateException("topic %s declares no %s".formatted(topic, setting));
    }
    return Duration.ofMillis(Long.parseLong(value));
  }
}
