package org.articlepipeline.schemas;

import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_COMPACT;
import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_DELETE;
import static org.apache.kafka.common.config.TopicConfig.COMPRESSION_TYPE_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.DELETE_RETENTION_MS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MAX_MESSAGE_BYTES_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.RETENTION_MS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.SEGMENT_MS_CONFIG;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The catalogue of the pipeline's topics, in the order of the flow: the only place that declares
 * their settings.
 */
public final class Topics {

  /**
   * How long content that was erased or replaced may stay in a compacted topic. Without it the
   * broker compacts only when half of the log is dirty, and never the newest segment.
   */
  public static final Duration COMPACTION_LAG = Duration.ofHours(24);

  /**
   * How long a segment of a topic that is kept by time takes records: it goes as a whole, when its
   * newest is old enough. Kafka's default, a week, would be added to what was promised to be gone.
   */
  private static final Duration SEGMENT = Duration.ofHours(24);

  /** How long a null value stays readable for a reader that was away. */
  private static final Duration TOMBSTONES = Duration.ofDays(7);

  public static final Topic<String, ArticleSubmission> SUBMISSIONS =
      new Topic<>(
          "articles.submissions",
          String.class,
          ArticleSubmission.class,
          keptFor(Duration.ofDays(30), Limits.MAX_RECORD_BYTES));

  public static final Topic<String, Article> ACCEPTED =
      new Topic<>("articles.accepted", String.class, Article.class, compacted());

  /** What is to be enriched again, and why. */
  public static final Topic<String, EnrichmentRequest> ENRICHMENT_REQUESTS =
      new Topic<>(
          "articles.enrichment-requests",
          String.class,
          EnrichmentRequest.class,
          keptFor(Duration.ofDays(7), Limits.MAX_RECORD_BYTES));

  /** What stories are made from. One partition: one task decides, and sees all articles. */
  public static final Topic<String, ArticleSignature> SIGNATURES =
      new Topic<>(
          "articles.signatures",
          String.class,
          ArticleSignature.class,
          1,
          keptFor(Duration.ofDays(7), Limits.MAX_RECORD_BYTES));

  /** The source of truth: any index can be rebuilt from it. */
  public static final Topic<String, EnrichedArticle> ENRICHED =
      new Topic<>("articles.enriched", String.class, EnrichedArticle.class, compacted());

  public static final Topic<String, Receipt> RECEIPTS =
      new Topic<>(
          "articles.receipts",
          String.class,
          Receipt.class,
          keptFor(Duration.ofDays(7), Limits.MAX_RECORD_BYTES));

  /**
   * Keyed by the failed record's own key, byte for byte; see {@link SourceRecord#deadLetterKey()}.
   */
  public static final Topic<byte[], DeadLetter> DEAD_LETTERS =
      new Topic<>(
          "articles.dead-letters",
          byte[].class,
          DeadLetter.class,
          keptFor(Duration.ofDays(30), Limits.MAX_DEAD_LETTER_BYTES));

  /** What is to be done to the search index. One partition: one request after the other. */
  public static final Topic<String, IndexRequest> INDEX_REQUESTS =
      new Topic<>(
          "articles.index-requests",
          String.class,
          IndexRequest.class,
          1,
          keptFor(Duration.ofDays(7), Limits.MAX_RECORD_BYTES));

  /**
   * The audit trail of what operators had done. One partition: in the order in which it was done.
   */
  public static final Topic<String, Operation> OPERATIONS =
      new Topic<>(
          "articles.operations",
          String.class,
          Operation.class,
          1,
          keptFor(Duration.ofDays(365), Limits.MAX_RECORD_BYTES));

  /** The knowledge base; a null value takes an entity out. */
  public static final Topic<String, Entity> ENTITIES =
      new Topic<>("entities", String.class, Entity.class, compacted());

  private Topics() {}

  public static List<Topic<?, ?>> all() {
    return Stream.concat(ofArticles().stream(), Stream.of(INDEX_REQUESTS, OPERATIONS, ENTITIES))
        .toList();
  }

  /**
   * Those with what an article says, or what can bring it back: erased content has to leave them,
   * and how long they keep it is how late it may come again.
   */
  public static List<Topic<?, ?>> ofArticles() {
    return List.of(
        SUBMISSIONS, ACCEPTED, ENRICHMENT_REQUESTS, SIGNATURES, ENRICHED, RECEIPTS, DEAD_LETTERS);
  }

  public static List<String> names() {
    return all().stream().<String>map(Topic::name).toList();
  }

  /** Timed by the broker's clock: the old timestamps of a backfill must not expire it at once. */
  private static Map<String, String> keptFor(Duration time, int maxBytes) {
    return Map.of(
        CLEANUP_POLICY_CONFIG,
        CLEANUP_POLICY_DELETE,
        RETENTION_MS_CONFIG,
        millis(time),
        SEGMENT_MS_CONFIG,
        millis(SEGMENT),
        MESSAGE_TIMESTAMP_TYPE_CONFIG,
        "LogAppendTime",
        MAX_MESSAGE_BYTES_CONFIG,
        Integer.toString(maxBytes),
        COMPRESSION_TYPE_CONFIG,
        "zstd");
  }

  private static Map<String, String> compacted() {
    return Map.of(
        CLEANUP_POLICY_CONFIG, CLEANUP_POLICY_COMPACT,
        MAX_COMPACTION_LAG_MS_CONFIG, millis(COMPACTION_LAG),
        SEGMENT_MS_CONFIG, millis(COMPACTION_LAG),
        DELETE_RETENTION_MS_CONFIG, millis(TOMBSTONES),
        MAX_MESSAGE_BYTES_CONFIG, Integer.toString(Limits.MAX_RECORD_BYTES),
        COMPRESSION_TYPE_CONFIG, "zstd");
  }

  private static String millis(Duration duration) {
    return Long.toString(duration.toMillis());
  }
}
