package org.articlepipeline.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;

class TopicsTest {

  @Test
  void allTopicsAreInTheCatalogueOnce() {
    assertThat(Topics.all())
        .extracting(Topic::name)
        .containsExactly(
            "articles.submissions",
            "articles.accepted",
            "articles.enrichment-requests",
            "articles.signatures",
            "articles.enriched",
            "articles.receipts",
            "articles.dead-letters",
            "articles.index-requests",
            "articles.operations",
            "entities");
  }

  @Test
  void erasedContentLeavesCompactedTopicsWithinADay() {
    for (Topic<?, ?> topic : List.of(Topics.ACCEPTED, Topics.ENRICHED, Topics.ENTITIES)) {
      assertThat(topic.config())
          .containsEntry("cleanup.policy", "compact")
          .containsEntry("max.compaction.lag.ms", "86400000")
          .containsEntry("segment.ms", "86400000")
          .doesNotContainKey("retention.ms");
    }
  }

  @Test
  void otherTopicsAreKeptByTheBrokersClock() {
    for (Topic<?, ?> topic :
        List.of(
            Topics.SUBMISSIONS,
            Topics.ENRICHMENT_REQUESTS,
            Topics.SIGNATURES,
            Topics.RECEIPTS,
            Topics.DEAD_LETTERS,
            Topics.INDEX_REQUESTS,
            Topics.OPERATIONS)) {
      assertThat(topic.config())
          .containsEntry("cleanup.policy", "delete")
          .containsEntry("message.timestamp.type", "LogAppendTime");
    }
    assertThat(Topics.SUBMISSIONS.config()).containsEntry("retention.ms", "2592000000");
    assertThat(Topics.ENRICHMENT_REQUESTS.config()).containsEntry("retention.ms", "604800000");
    assertThat(Topics.RECEIPTS.config()).containsEntry("retention.ms", "604800000");
    assertThat(Topics.INDEX_REQUESTS.config()).containsEntry("retention.ms", "604800000");
    assertThat(Topics.DEAD_LETTERS.config()).containsEntry("retention.ms", "2592000000");
  }

  @Test
  void onlyDeadLettersTakeMoreThanEightMebibytes() {
    for (Topic<?, ?> topic : Topics.all()) {
      assertThat(topic.config())
          .containsEntry("compression.type", "zstd")
          .containsEntry(
              TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
              topic.equals(Topics.DEAD_LETTERS) ? "10485760" : "8388608");
    }
  }

  @Test
  void everyReasonHasADescription() {
    assertThat(Reason.values()).allSatisfy(r -> assertThat(r.description()).endsWith("."));
    assertThat(Reason.NOT_AVRO.code()).isEqualTo("NOT_AVRO");
  }
}
