package org.articlepipeline.index.fault;

import static org.articlepipeline.index.fault.FaultedService.TIME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.articlepipeline.embedded.EmbeddedStack;
import org.articlepipeline.embedded.UsesStack;
import org.articlepipeline.index.IndexService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Servers that stop, and instances that come and go; in the profile {@code faults} only. */
@UsesStack
@EnabledIfSystemProperty(named = "faults.full", matches = ".+", disabledReason = "runs in -Pfaults")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ServerFaultIT {
  private static final int SENTENCES = 40;

  private final EmbeddedStack stack;
  private final FaultedService faulted;

  ServerFaultIT(EmbeddedStack stack) {
    this.stack = stack;
    this.faulted = new FaultedService(stack);
  }

  @AfterAll
  void stop() throws IOException {
    faulted.close();
  }

  @Test
  void whileElasticsearchIsStoppedLittleIsHeldAndNothingIsLost() throws Exception {
    ArticleFlow flow = new ArticleFlow("stopped", Full.or(50_000, 1_500), Full.SEED, SENTENCES);
    await().atMost(TIME).until(() -> faulted.unsettled() == 0);
    signal("STOP");
    try {
      faulted.pipeline.publishAll(flow.records());
      faulted.awaitTrouble("has not answered for", "retrying for");
      if (Full.ON) {
        assertThat(flow.records()).hasSizeGreaterThan(100_000);
        // Longer than any time-out, and than a poll may take until its member is put out.
        new CountDownLatch(1).await(Duration.ofMinutes(6).toMillis(), TimeUnit.MILLISECONDS);
      }
      assertThat(faulted.metric("articles_index_held_bytes{pipeline=\"articles\""))
          .isPositive()
          .isLessThan(FaultedService.HELD_BYTES);
      assertThat(faulted.unsettled()).isEqualTo(flow.records().size());
    } finally {
      signal("CONT");
    }
    faulted.assertRecovered(flow);
  }

  @Test
  void whileTheRegistryIsAwayKnownSchemasGoOnAndANewInstanceWaits() {
    ArticleFlow before = new ArticleFlow("registry-there", 20, Full.SEED, 1);
    ArticleFlow without = new ArticleFlow("registry-away", 60, Full.SEED, 1);
    ArticleFlow waiting = new ArticleFlow("registry-missed", 60, Full.SEED, 1);
    faulted.pipeline.publishAll(before.records());
    faulted.assertRight(before);
    IndexService fresh = IndexService.build(faulted.pipeline.config());
    stack.registry().kill();
    try {
      faulted.pipeline.publishAll(without.records());
      await().atMost(TIME).until(() -> faulted.unsettled() == 0);
      faulted.awaitReady();

      fresh.start();
      await().atMost(TIME).until(() -> fresh.health().ready());
      faulted.pipeline.publishAll(waiting.records());
      await()
          .atMost(TIME)
          .untilAsserted(
              () -> {
                assertThat(fresh.health().ready()).isFalse();
                assertThat(fresh.health().details().get("articles"))
                    .contains("registry", "retrying for");
              });
    } finally {
      stack.registry().restart();
    }
    await().atMost(TIME).until(() -> fresh.health().ready());
    faulted.assertRight(waiting);
    fresh.close();
    faulted.assertRight(without);
  }

  @Test
  void whenInstancesComeAndGoNothingIsMissedAndOldNeverWins() {
    ArticleFlow flow = new ArticleFlow("rebalanced", 800, Full.SEED, SENTENCES);
    int half = flow.records().size() / 2;
    CompletableFuture<Void> first =
        CompletableFuture.runAsync(
            () -> faulted.pipeline.publishAll(flow.records().subList(0, half)));
    try (IndexService second = IndexService.build(faulted.pipeline.config())) {
      second.start();
      await().atMost(TIME).until(() -> second.health().ready());
      first.join();
      faulted.pipeline.publishAll(flow.records().subList(half, flow.records().size()));
    }
    LogAndIndex.Comparison comparison = faulted.settled(flow.source());
    assertThat(comparison.wrong()).isEmpty();
    assertThat(comparison.records()).isEqualTo(flow.records().size());
    assertThat(comparison.eachAtLeastOnce()).isTrue();
  }

  private void signal(String name) throws IOException, InterruptedException {
    long pid = stack.elasticsearch().pid();
    Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start();
    assertThat(kill.waitFor()).isZero();
  }
}
