package org.articlepipeline.index.fault;

import static org.articlepipeline.index.fault.FaultedService.RESPONSE_TIMEOUT;
import static org.articlepipeline.index.fault.FaultedService.TIME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.articlepipeline.embedded.EmbeddedStack;
import org.articlepipeline.embedded.UsesStack;
import org.articlepipeline.index.Samples;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes wrong between the service and Elasticsearch: nothing is lost, stale or doubled. */
@UsesStack
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FaultIT {
  private static final int ARTICLES = 40;
  private static final int SENTENCES = 4;

  private final FaultedService faulted;

  FaultIT(EmbeddedStack stack) {
    faulted = new FaultedService(stack);
  }

  @AfterEach
  void mend() {
    faulted.proxy.set(new Fault.None());
  }

  @AfterAll
  void stop() throws IOException {
    faulted.close();
  }

  static Stream<Arguments> outages() {
    return Stream.of(
        Arguments.of("busy", new Fault.Answer(429, "{}"), "429"),
        Arguments.of("unavailable", new Fault.Answer(503, "<html>no backend"), "503"),
        Arguments.of("error", new Fault.Answer(500, ""), "500"),
        Arguments.of("revoked", new Fault.Answer(401, ""), "401"),
        Arguments.of("garbage", new Fault.Answer(200, "<html>welcome"), "can't be read"),
        Arguments.of("empty", new Fault.Answer(200, "{\"took\":1}"), "can't be read"),
        Arguments.of("closed", new Fault.CloseBefore(), "does not answer"),
        Arguments.of("cut", new Fault.CloseMidAnswer(), "http://"),
        Arguments.of("half", new Fault.HalfBody(), "can't be read"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("outages")
  void whateverItAnswersAllIsThereOnceWhenItIsOver(String name, Fault fault, String said) {
    ArticleFlow flow = new ArticleFlow("fault-" + name, ARTICLES, 7, SENTENCES);
    faulted.proxy.set(fault);
    faulted.pipeline.publishAll(flow.records());
    faulted.awaitTrouble(said, "retrying for");
    await().atMost(TIME).until(() -> faulted.proxy.hits() >= 2);

    faulted.proxy.set(new Fault.None());
    faulted.assertRecovered(flow);
  }

  @Test
  void whenTheOtherSideVanishesWithoutAWordItIsAskedAgain() {
    ArticleFlow flow = new ArticleFlow("fault-silent", ARTICLES, 8, SENTENCES);
    faulted.proxy.set(new Fault.Silent());
    faulted.pipeline.publishAll(flow.records());
    faulted.awaitTrouble("has not answered for", "retrying for");

    faulted.proxy.set(new Fault.None());
    faulted.assertRecovered(flow);
  }

  @Test
  void aBulkThatArrivesLateDoesNotOverwriteWhatIsNewer() {
    String uri = "urn:fault-late:1";
    faulted.proxy.set(new Fault.Late(RESPONSE_TIMEOUT.multipliedBy(2)));
    faulted.pipeline.publish(Samples.article(uri, 1).setSource("fault-late").build());
    await().atMost(TIME).until(() -> faulted.proxy.hits() >= 1);
    faulted.awaitTrouble("retrying for");
    faulted.proxy.set(new Fault.None());
    faulted.pipeline.publish(Samples.article(uri, 2).setSource("fault-late").build());

    await().atMost(TIME).until(() -> faulted.proxy.late() >= 1);
    LogAndIndex.Comparison comparison = faulted.settled("fault-late");
    assertThat(comparison.wrong()).isEmpty();
    assertThat(comparison.eachOnce()).isTrue();
  }

  @Test
  void aBulkThatIsTooLargeIsSplitAndOnlyTheTooLargeArticleIsRejected() {
    ArticleFlow flow = new ArticleFlow("fault-large", ARTICLES, 9, SENTENCES);
    String giant = "urn:fault-giant:1";
    faulted.proxy.set(new Fault.TooLarge(4_000));
    faulted.pipeline.publish(
        Samples.article(giant, 1).setBody("Salt and wind. ".repeat(1_000)).build());
    faulted.pipeline.publishAll(flow.records());

    faulted.assertRight(flow);
    assertThat(faulted.proxy.hits()).isPositive();
    faulted.awaitReady();
    await()
        .atMost(TIME)
        .untilAsserted(
            () -> assertThat(faulted.pipeline.outcomes(giant)).containsExactly("REJECTED 1"));
  }

  @Test
  void whatOneFieldIsRefusedForIsRejectedAndTheRestGoesOn() {
    ArticleFlow flow = new ArticleFlow("fault-field", ARTICLES, 10, SENTENCES);
    List<String> refused = List.of("urn:fault-refused:1", "urn:fault-refused:2");
    faulted.setting("mapping.nested_objects.limit", "1");
    try {
      // Two entities are one too many now.
      refused.forEach(uri -> faulted.pipeline.publish(Samples.full(uri)));
      faulted.pipeline.publishAll(flow.records());
      faulted.assertRight(flow);
      faulted.awaitReady();
      for (String uri : refused) {
        await()
            .atMost(TIME)
            .untilAsserted(
                () -> assertThat(faulted.pipeline.outcomes(uri)).containsExactly("REJECTED 7"));
      }
    } finally {
      faulted.setting("mapping.nested_objects.limit", null);
    }
    // Sent again as a replay does, when the mapping was mended.
    refused.forEach(uri -> faulted.pipeline.publish(Samples.full(uri)));
    for (String uri : refused) {
      await().atMost(TIME).until(() -> faulted.pipeline.stored(uri).isPresent());
    }
  }

  @Test
  void howLongItTakesUntilASearchFindsAnArticleIsMeasured() {
    String count = "articles_index_searchable_seconds_count{pipeline=\"articles\"";
    double before = faulted.metric(count);
    faulted.pipeline.publish(
        Samples.article("urn:fault-probe:1", 1)
            .setSource("fault-probe")
            .setSubmittedAt(Instant.now())
            .build());
    await().atMost(TIME).until(() -> faulted.metric(count) > before);
    assertThat(faulted.pipeline.visible("urn:fault-probe:1")).isPresent();
  }

  @Test
  void aFullDiskIsWaitedOut() {
    ArticleFlow flow = new ArticleFlow("fault-disk", ARTICLES, 11, SENTENCES);
    faulted.setting("blocks.read_only_allow_delete", "true");
    try {
      faulted.pipeline.publishAll(flow.records());
      faulted.awaitTrouble("429", "articles-000001", "disk", "retrying for");
      await().atMost(TIME).until(() -> faulted.metric("articles_index_blocked") == 1);
    } finally {
      faulted.setting("blocks.read_only_allow_delete", null);
    }
    faulted.assertRecovered(flow);
    await().atMost(TIME).until(() -> faulted.metric("articles_index_blocked") == 0);
  }

  @Test
  void theCanaryGrowsOldWhileThePipelineIsCutAndIsYoungAgainWhenItIsOver() {
    String age = "articles_canary_age_seconds";
    publishCanary();
    await()
        .atMost(TIME)
        .untilAsserted(
            () ->
                assertThat(faulted.metric("articles_canary_partition_age_seconds{partition=\"7\""))
                    .isLessThan(5));
    assertThat(faulted.metric(age)).isLessThan(5);

    faulted.proxy.set(new Fault.Answer(503, "{}"));
    publishCanary();
    await().atMost(TIME).until(() -> faulted.metric(age) > 7);
    publishCanary();
    faulted.proxy.set(new Fault.None());
    await().atMost(TIME).until(() -> faulted.metric(age) < 7);
  }

  private void publishCanary() {
    faulted.pipeline.publish(
        Samples.article("urn:articles:canary:7:1", System.currentTimeMillis())
            .setSource("_canary")
            .build());
  }
}
