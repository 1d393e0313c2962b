package org.articlepipeline.index.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.elastic.clients.elasticsearch._types.CommonStatsFlag;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.articlepipeline.embedded.EmbeddedStack;
import org.articlepipeline.embedded.JavaCommand;
import org.articlepipeline.embedded.JavaProcess;
import org.articlepipeline.embedded.UsesStack;
import org.articlepipeline.index.ServiceProcess;
import org.articlepipeline.index.TestPipeline;
import org.articlepipeline.index.elasticsearch.ElasticsearchException;
import org.articlepipeline.index.indices.IndexNames;
import org.articlepipeline.schemas.EnrichedArticle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The service is killed again and again, at random, while articles flow; in the profile {@code
 * faults} only. The normal suite kills it once, in the middle of everything else ({@code CrashIT}).
 */
@UsesStack
@EnabledIfSystemProperty(named = "faults.full", matches = ".+", disabledReason = "runs in -Pfaults")
final class KillIT {
  private static final Logger LOG = LoggerFactory.getLogger(KillIT.class);
  private static final int ARTICLES = Full.or(20_000, 3_000);
  private static final int KILLS = Full.or(10, 3);
  private static final Duration OFTEN = Duration.ofMillis(10);
  private static final String SOURCE = "killed-at-random";

  private final EmbeddedStack stack;

  KillIT(EmbeddedStack stack) {
    this.stack = stack;
  }

  @Test
  void afterKillsAtRandomTheIndexIsWhatTheLogSays(@TempDir Path folder) throws Exception {
    ArticleFlow flow = new ArticleFlow(SOURCE, ARTICLES, Full.SEED, 20);
    Random random = new Random(Full.SEED);
    List<EnrichedArticle> records = flow.records();
    int slice = records.size() / (KILLS + 1);
    try (TestPipeline pipeline = new TestPipeline(stack)) {
      LogAndIndex audit = new LogAndIndex(stack, pipeline);
      JavaCommand command = command(pipeline, folder);
      for (int kill = 0; kill < KILLS; kill++) {
        List<EnrichedArticle> next = records.subList(kill * slice, (kill + 1) * slice);
        try (JavaProcess service = JavaProcess.start(command)) {
          // In the middle of this, whatever the machine's speed: by work done, not by time.
          long target = written(pipeline) + 1 + random.nextInt(slice / 2);
          CompletableFuture<Void> publishing =
              CompletableFuture.runAsync(() -> pipeline.publishAll(next));
          await().pollInterval(OFTEN).atMost(Full.TIME).until(() -> written(pipeline) >= target);
          service.kill();
          publishing.join();
          LOG.atInfo().addKeyValue("waiting", audit.unsettled(FaultedService.GROUP)).log("killed");
        }
      }
      try (JavaProcess service = JavaProcess.start(command)) {
        pipeline.publishAll(records.subList(KILLS * slice, records.size()));
        await().atMost(Full.TIME).until(() -> audit.unsettled(FaultedService.GROUP) == 0);
        assertThat(service.isAlive()).isTrue();
      }
      LogAndIndex.Comparison comparison = audit.compare(SOURCE);
      LOG.atInfo().log(
          "{} kills, {} records of {} articles; receipts of an offset: {}",
          KILLS,
          comparison.records(),
          comparison.articles(),
          comparison.receipts());
      assertThat(comparison.wrong()).isEmpty();
      assertThat(comparison.records()).isEqualTo(records.size());
      assertThat(comparison.articles()).isEqualTo(ARTICLES);
      assertThat(comparison.eachAtLeastOnce()).isTrue();
    }
  }

  /** Documents that Elasticsearch has written, those that were replaced since too. */
  private static long written(TestPipeline pipeline) {
    try {
      var stats =
          pipeline
              .elasticsearch()
              .call(
                  client ->
                      client
                          .indices()
                          .stats(
                              of ->
                                  of.index(IndexNames.ARTICLES_ALL)
                                      .metric(CommonStatsFlag.Indexing)))
              .all()
              .primaries();
      return stats == null || stats.indexing() == null ? 0 : stats.indexing().indexTotal();
    } catch (ElasticsearchException e) {
      return 0; // no index yet
    }
  }

  private static JavaCommand command(TestPipeline pipeline, Path folder) throws Exception {
    // The full run waits until the session of the one before has timed out, as in life.
    Map<String, String> settings = new HashMap<>(Full.ON ? Map.of() : ServiceProcess.SAME_MEMBER);
    settings.put("articles.index.bulk-count", "100");
    settings.put("articles.journal.enabled", "false");
    return ServiceProcess.command(pipeline, folder, settings);
  }
}
