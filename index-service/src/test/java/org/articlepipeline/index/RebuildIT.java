package org.articlepipeline.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.articlepipeline.embedded.EmbeddedStack;
import org.articlepipeline.embedded.UsesStack;
import org.articlepipeline.index.indices.IndexState;
import org.articlepipeline.index.rebuild.IndexTask;
import org.articlepipeline.index.rebuild.IndexTask.Phase;
import org.articlepipeline.schemas.EnrichedArticle;
import org.articlepipeline.schemas.PubStatus;
import org.junit.jupiter.api.Test;

/** The index is made anew under readers and writers, who notice nothing. */
@UsesStack
final class RebuildIT {
  private static final Duration TIME = Duration.ofSeconds(60);

  private final EmbeddedStack stack;

  RebuildIT(EmbeddedStack stack) {
    this.stack = stack;
  }

  @Test
  void readersNoticeNothingAndEachRecordIsToldOnce() throws Exception {
    try (TestPipeline pipeline = new TestPipeline(stack);
        IndexService first = IndexService.build(pipeline.config());
        IndexService second = IndexService.build(pipeline.config())) {
      first.start();
      second.start();
      await().atMost(TIME).until(() -> first.health().ready());
      List<EnrichedArticle> before = articles("rebuilt", 0, 500);
      pipeline.publishAll(before);
      pipeline.publish(
          Samples.article("urn:rebuilt:0", 2)
              .setSource("rebuilt")
              .setPubStatus(PubStatus.CANCELED)
              .build());
      await().atMost(TIME).until(() -> pipeline.receiptCount("rebuilt") == 501);
      await().atMost(TIME).until(() -> pipeline.visible("urn:rebuilt:0").isEmpty());
      String old = pipeline.served();

      String renewed;
      try (LiveTraffic traffic = new LiveTraffic(pipeline, "rebuilt", 500)) {
        IndexTask rebuilt = pipeline.follow(pipeline.request("REBUILD", false, null));
        assertThat(rebuilt.phase()).as(rebuilt.toString()).isEqualTo(Phase.DONE);
        renewed = pipeline.served();
        assertThat(renewed).isEqualTo(rebuilt.to()).isNotEqualTo(old);
        traffic.awaitSome();
        IndexTask back = pipeline.follow(pipeline.request("ROLLBACK", false, null));
        assertThat(back.phase()).as(back.toString()).isEqualTo(Phase.DONE);
        assertThat(pipeline.served()).isEqualTo(old);
        traffic.awaitSome();
        traffic.stop();
        assertThat(traffic.wrong()).isEmpty();
        assertThat(traffic.reads()).isGreaterThan(50);

        int written = traffic.written();
        await().atMost(TIME).until(() -> pipeline.count("rebuilt") == 500 + traffic.articles());
        await().atMost(TIME).until(() -> pipeline.receiptCount("rebuilt") >= 501 + written);
        await()
            .atMost(TIME)
            .untilAsserted(() -> assertThat(pipeline.lag("index-service." + renewed)).isEqualTo(0));
        assertThat(pipeline.receiptCount("rebuilt")).isEqualTo(501 + written);
        assertThat(pipeline.receiptsByOutcome("rebuilt"))
            .isEqualTo(new TreeMap<>(Map.of("INDEXED", 501L + written)));
      }
      IndexState state = pipeline.state();
      assertThat(state.hold()).isNull();
      assertThat(state.request()).isNull();
      assertThat(state.indices())
          .extracting(IndexState.Entry::name, IndexState.Entry::role)
          .containsExactlyInAnyOrder(
              tuple(old, IndexState.Role.SERVING), tuple(renewed, IndexState.Role.STANDBY));
    }
  }

  private static List<EnrichedArticle> articles(String source, int from, int to) {
    List<EnrichedArticle> articles = new ArrayList<>();
    for (int i = from; i < to; i++) {
      articles.add(Samples.article("urn:" + source + ":" + i, 1).setSource(source).build());
    }
    return articles;
  }
}
