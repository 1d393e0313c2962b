package org.articlepipeline.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.InterruptException;
import org.articlepipeline.embedded.EmbeddedStack;
import org.articlepipeline.embedded.UsesStack;
import org.articlepipeline.index.indices.ArticleAliases;
import org.articlepipeline.index.indices.IndexState;
import org.articlepipeline.index.rebuild.IndexTask;
import org.articlepipeline.index.rebuild.IndexTask.Phase;
import org.articlepipeline.schemas.EnrichedArticle;
import org.articlepipeline.schemas.PubStatus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The index is made anew under readers and writers, who notice nothing. */
@UsesStack
final class RebuildIT {
  private static final Duration TIME = Duration.ofSeconds(60);

  private final EmbeddedStack stack;

  RebuildIT(EmbeddedStack stack) {
    this.stack = stack;
  }

  /** Others expect to find the first index, or none. */
  @AfterAll
  static void forgetIndices(EmbeddedStack stack) {
    try (TestPipeline pipeline = new TestPipeline(stack)) {
      pipeline.forgetIndices();
      try (IndexService service = IndexService.build(pipeline.config())) {
        service.start();
        await().atMost(TIME).until(() -> service.health().ready());
        String group = "index-service." + pipeline.served();
        await()
            .atMost(TIME)
            .ignoreExceptions()
            .until(() -> pipeline.lag(group) == 0 && pipeline.partitionsOf(group) == 6);
      }
    }
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
              // of today, so that its stub is not purged
              .setIngestedAt(Instant.now())
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

  /** One request, whose every phase ends with the instance that carries it out. */
  @Test
  void anotherInstanceGoesOnWhereOneEnded() throws Exception {
    try (TestPipeline pipeline = new TestPipeline(stack)) {
      try (IndexService service = IndexService.build(pipeline.config())) {
        service.start();
        pipeline.publishAll(articles("ended", 0, 300));
        await().atMost(TIME).until(() -> pipeline.count("ended") == 300);
        pipeline.publish(
            Samples.article("urn:ended:0", 2)
                .setSource("ended")
                .setPubStatus(PubStatus.CANCELED)
                // of today, so that its stub is not purged
                .setIngestedAt(Instant.now())
                .build());
        await().atMost(TIME).until(() -> pipeline.visible("urn:ended:0").isEmpty());
      }
      try (LiveTraffic traffic = new LiveTraffic(pipeline, "ended", 300)) {
        String id = pipeline.request("REBUILD", false, null);
        for (Phase phase : List.of(Phase.FILLING, Phase.HOLDING, Phase.CHECKING, Phase.SWITCHING)) {
          endAt(phase, pipeline, id);
        }
        try (IndexService last = IndexService.build(pipeline.config())) {
          last.start();
          IndexTask ended = pipeline.follow(id);
          assertThat(ended.phase()).as(ended.toString()).isEqualTo(Phase.DONE);
          assertThat(pipeline.served()).isEqualTo(ended.to());
          traffic.awaitSome();
          traffic.stop();
          assertThat(traffic.wrong()).isEmpty();
          long told = 301L + traffic.written();
          await()
              .atMost(TIME)
              .untilAsserted(
                  () ->
                      assertThat(pipeline.receiptsByOutcome("ended"))
                          .isEqualTo(Map.of("INDEXED", told)));
        }
      }
    }
  }

  private static void endAt(Phase phase, TestPipeline pipeline, String id)
      throws InterruptedException {
    CountDownLatch reached = new CountDownLatch(1);
    try (IndexService service =
        IndexService.build(pipeline.config(), task -> stopAt(phase, task, reached))) {
      service.start();
      assertThat(reached.await(90, TimeUnit.SECONDS)).as("came to " + phase).isTrue();
      if (phase == Phase.SWITCHING) {
        // As if it had ended between the two steps of the switch.
        new ArticleAliases(pipeline.elasticsearch()).switchTo(pipeline.task(id).orElseThrow().to());
      }
    }
  }

  private static void stopAt(Phase phase, IndexTask task, CountDownLatch reached) {
    if (task.phase() == phase) {
      reached.countDown();
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptException(e);
      }
    }
  }

  @Test
  void aWorseIndexIsRefusedAndTheOldOneServes() {
    try (TestPipeline pipeline = new TestPipeline(stack);
        IndexService service = IndexService.build(pipeline.config())) {
      service.start();
      await().atMost(TIME).until(() -> service.health().ready());
      pipeline.publish(
          Samples.article("urn:worse:1", 1).setSource("worse").setWordCount(5_000).build());
      await().atMost(TIME).until(() -> pipeline.count("worse") == 1);
      String old = pipeline.served();

      IndexTask unknown =
          pipeline.follow(
              pipeline.request(
                  "REBUILD",
                  false,
                  "{\"mappings\": {\"properties\": {\"byline\": {\"type\": \"text\", \"analyzer\": \"nonesuch\"}}}}"));
      assertThat(unknown.phase()).isEqualTo(Phase.REFUSED);
      assertThat(unknown.message()).contains("the mapping can't be used", "nonesuch");

      String id =
          pipeline.request(
              "REBUILD",
              false,
              "{\"mappings\": {\"properties\": {\"wordCount\": {\"type\": \"byte\"}}}}");
      await().atMost(TIME).until(() -> pipeline.task(id).isPresent());
      String second = pipeline.request("ROLLBACK", false, null);
      IndexTask worse = pipeline.follow(id);
      assertThat(worse.phase()).isEqualTo(Phase.REFUSED);
      assertThat(worse.message()).contains("is worse than " + old);
      assertThat(worse.report())
          .anyMatch(line -> line.startsWith("REFUSED counts"))
          .anyMatch(line -> line.startsWith("REFUSED audit"));
      assertThat(pipeline.follow(second).message()).contains("another request was under way");

      assertThat(pipeline.served()).isEqualTo(old);
      IndexState state = pipeline.state();
      assertThat(state.entry(worse.to())).isEmpty();
      assertThat(state.hold()).isNull();
      assertThat(pipeline.exists(worse.to())).isFalse();
      pipeline.publish(Samples.article("urn:worse:2", 1).setSource("worse").build());
      await().atMost(TIME).until(() -> pipeline.count("worse") == 2);
    }
  }

  @Test
  void anIndexThatIsDeletedIsFilledAgainWithoutARestartAndNothingIsToldTwice() {
    try (TestPipeline pipeline = new TestPipeline(stack);
        IndexService service = IndexService.build(pipeline.config());
        IndexService other = IndexService.build(pipeline.config())) {
      service.start();
      other.start();
      await().atMost(TIME).until(() -> service.health().ready());
      pipeline.publishAll(articles("deleted", 0, 50));
      await().atMost(TIME).until(() -> pipeline.receiptCount("deleted") == 50);
      String served = pipeline.served();
      await()
          .atMost(TIME)
          .untilAsserted(() -> assertThat(pipeline.lag("index-service." + served)).isZero());

      pipeline.elasticsearch().call(client -> client.indices().delete(d -> d.index(served)));
      pipeline.publishAll(articles("deleted", 50, 60));

      await().atMost(TIME).until(() -> pipeline.count("deleted") == 60);
      assertThat(pipeline.served()).isEqualTo(served);
      await().atMost(TIME).until(() -> pipeline.receiptCount("deleted") >= 60);
      await()
          .atMost(TIME)
          .untilAsserted(() -> assertThat(pipeline.lag("index-service." + served)).isZero());
      assertThat(pipeline.receiptCount("deleted")).isEqualTo(60);
    }
  }

  private static List<EnrichedArticle> articles(String source, int from, int to) {
    List<EnrichedArticle> articles = new ArrayList<>();
    for (int i = from; i < to; i++) {
      articles.add(LiveTraffic.article("urn:" + source + ":" + i, 1, source));
    }
    return articles;
  }
}
