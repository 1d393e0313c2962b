package org.articlepipeline.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.articlepipeline.embedded.EmbeddedStack;
import org.articlepipeline.embedded.JavaCommand;
import org.articlepipeline.embedded.JavaProcess;
import org.articlepipeline.embedded.UsesStack;
import org.articlepipeline.schemas.EnrichedArticle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes end in the middle; afterwards everything is there exactly once. */
@UsesStack
final class OutageIT {
  private static final Duration TIME = Duration.ofSeconds(60);
  private static final Duration OFTEN = Duration.ofMillis(20);
  private static final int MANY = 2_000;

  private final EmbeddedStack stack;

  OutageIT(EmbeddedStack stack) {
    this.stack = stack;
  }

  @Test
  void everythingIsThereAfterElasticsearchWasKilledInTheMiddle() {
    try (TestPipeline pipeline = new TestPipeline(stack);
        IndexService service = IndexService.build(pipeline.config())) {
      service.start();
      await().atMost(TIME).until(() -> service.health().ready());
      CompletableFuture<Void> publishing =
          CompletableFuture.runAsync(() -> pipeline.publishAll(articles("outage", 0, MANY / 2)));
      await().pollInterval(OFTEN).atMost(TIME).until(() -> pipeline.refreshedCount("outage") > 0);
      stack.elasticsearch().kill();
      publishing.join();
      pipeline.publishAll(articles("outage", MANY / 2, MANY));

      await()
          .atMost(TIME)
          .untilAsserted(
              () -> {
                assertThat(service.health().ready()).isFalse();
                assertThat(service.health().live()).isTrue();
                assertThat(service.health().details().get("articles"))
                    .contains("Elasticsearch does not answer at http", "retrying for");
              });
      stack.elasticsearch().restart();

      await().atMost(TIME).until(() -> pipeline.count("outage") == MANY);
      await().atMost(TIME).until(() -> service.health().ready());
    }
  }

  @Test
  void everythingIsThereExactlyOnceAfterTheServiceWasKilledInTheMiddle(@TempDir Path folder)
      throws Exception {
    try (TestPipeline pipeline = new TestPipeline(stack)) {
      Map<String, String> settings = new HashMap<>(ServiceProcess.SAME_MEMBER);
      // small bulks, so that the kill falls between them
      settings.put("articles.index.bulk-count", "50");
      JavaCommand command = ServiceProcess.command(pipeline, folder, settings);

      try (JavaProcess first = JavaProcess.start(command)) {
        pipeline.publishAll(articles("killed", 0, MANY / 2));
        await().pollInterval(OFTEN).atMost(TIME).until(() -> pipeline.refreshedCount("killed") > 0);
        CompletableFuture<Void> publishing =
            CompletableFuture.runAsync(
                () -> pipeline.publishAll(articles("killed", MANY / 2, MANY)));
        first.kill();
        publishing.join();
      }
      assertThat(pipeline.refreshedCount("killed")).isLessThan(MANY);
      try (JavaProcess second = JavaProcess.start(command)) {
        await().atMost(TIME).until(() -> pipeline.count("killed") == MANY);
        assertThat(second.isAlive()).isTrue();
        // receipts come at least once for each
        await().atMost(TIME).until(() -> pipeline.receiptCount("killed") >= MANY);
      }
    }
  }

  private static List<EnrichedArticle> articles(String source, int from, int to) {
    List<EnrichedArticle> articles = new ArrayList<>();
    for (int i = from; i < to; i++) {
      articles.add(
          Samples.article("urn:%s:%d".formatted(source, i), 1 + i)
              .setSource(source)
              .setBody(Samples.BODY + "\n\nCopy number " + i + ". " + "Salt and wind. ".repeat(200))
              .build());
    }
    return articles;
  }
}
