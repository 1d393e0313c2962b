package org.articlepipeline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.articlepipeline.ingest.draft.SubmissionRules;
import org.articlepipeline.schemas.ArticleSubmission;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanaryArticleTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  @ParameterizedTest
  @ValueSource(ints = {1, 6, 50})
  void eachPartitionHasAnArticleOfItsOwnThatAlwaysFallsIntoIt(int partitions) {
    assertThat(IntStream.range(0, partitions).boxed())
        .allSatisfy(
            partition -> {
              ArticleSubmission first = CanaryArticle.of(partition, partitions, NOW);
              ArticleSubmission next = CanaryArticle.of(partition, partitions, NOW.plusSeconds(30));

              assertThat(first.getUri()).isEqualTo(next.getUri());
              assertThat(first.getRevision()).isLessThan(next.getRevision());
              assertThat(BuiltInPartitioner.partitionForKey(first.getUri().getBytes(), partitions))
                  .isEqualTo(partition);
              assertThat(SubmissionRules.refusal(first)).isEmpty();
            });
  }
}
