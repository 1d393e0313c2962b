package org.articlepipeline.enrich;

import static org.articlepipeline.enrich.Samples.article;
import static org.articlepipeline.enrich.Samples.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.articlepipeline.embedded.EmbeddedStack;
import org.articlepipeline.embedded.JavaProcess;
import org.articlepipeline.schemas.EnrichedArticle;
import org.articlepipeline.schemas.EnrichmentRequest;
import org.articlepipeline.schemas.Receipt;
import org.articlepipeline.schemas.Topics;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the service knows of articles survives the end of its process, and of its state. */
class EnrichStateIT extends OnStack {
  private static final int ARTICLES = 300;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;

  EnrichStateIT(EmbeddedStack servers) {
    super(servers);
  }

  @Test
  void eachArticleAndRequestIsAnsweredOnceThoughTheServiceIsKilledInTheMiddle() throws Exception {
    JavaProcess service = start("state");
    try {
      for (int i = 0; i < ARTICLES; i++) {
        accept("urn:kill:" + i, 1);
      }
      stack.flush();
      await().atMost(PATIENCE).until(() -> receipts("urn:kill:").size() > ARTICLES / 3);
      service.kill();
      for (int i = 0; i < ARTICLES; i++) {
        request("urn:kill:" + i);
      }
      service = start("state");
      await().atMost(PATIENCE).until(() -> receipts("urn:kill:").size() >= 2 * ARTICLES);
      assertThat(published("urn:kill:")).hasSize(ARTICLES).allSatisfy(this::isRunZeroAlone);

      stack.send(Topics.ENTITIES, "p:kill", person("p:kill", "Nadia Brook"));
      await().atMost(PATIENCE).until(() -> !named("urn:kill:").isEmpty());
      service.kill();
      service = start("state");
      await().atMost(PATIENCE).until(() -> named("urn:kill:").size() == ARTICLES);
      accept("urn:kill:0", 2);
      await().atMost(PATIENCE).until(() -> versions("urn:kill:0").size() == 3);
    } finally {
      stack.send(Topics.ENTITIES, "p:kill", null);
      stack.flush();
      service.kill();
    }

    List<Receipt> receipts = receipts("urn:kill:");
    assertThat(receipts)
        .extracting(Receipt::getTopic, Receipt::getPartition, Receipt::getOffset, Receipt::getUri)
        .as("receipts of records, and of articles that a change of knowledge concerns")
        .doesNotHaveDuplicates()
        .hasSize(3 * ARTICLES + 1);
    published("urn:kill:")
        .forEach(
            (uri, versions) ->
                assertThat(versions.subList(0, 2))
                    .as(uri)
                    .extracting(EnrichedArticle::getRevision, EnrichedArticle::getEnrichmentRun)
                    .containsExactly(Tuple.tuple(1L, 0), Tuple.tuple(1L, 1)));
  }

  @Test
  void runsGoOnWhereTheyWereWhenStateAndOffsetsAreLost() throws Exception {
    JavaProcess service = start("lost");
    try {
      accept("urn:lost:1", 5);
      stack.send(Topics.ACCEPTED, "urn:lost:2", article("urn:lost:2", 7).build());
      await().atMost(PATIENCE).until(() -> receipts("urn:lost:").size() >= 2);
      stack.send(Topics.ENTITIES, "p:lost", person("p:lost", "Ada Lost"));
      await().atMost(PATIENCE).until(() -> named("urn:lost:").size() == 1);
      service.kill();
      forgetEverything();

      service = start("found");
      await().atMost(PATIENCE).until(() -> acceptedReceipts("urn:lost:") == 4);
      stack.send(Topics.ENTITIES, "p:lost", null);
      await().atMost(PATIENCE).until(() -> named("urn:lost:").isEmpty());
    } finally {
      service.kill();
    }

    assertThat(versions("urn:lost:1"))
        .extracting(EnrichedArticle::getRevision, EnrichedArticle::getEnrichmentRun)
        .containsExactly(Tuple.tuple(5L, 0), Tuple.tuple(5L, 1), Tuple.tuple(5L, 2));
    assertThat(versions("urn:lost:2"))
        .extracting(EnrichedArticle::getRevision, EnrichedArticle::getEnrichmentRun)
        .containsExactly(Tuple.tuple(7L, 0));
  }

  private void isRunZeroAlone(String uri, List<EnrichedArticle> versions) {
    assertThat(versions).as(uri).hasSize(1);
    assertThat(versions.getFirst().getEnrichmentRun()).as(uri).isZero();
  }

  /** Articles whose newest version has a person of the knowledge base. */
  private List<String> named(String prefix) {
    return published(prefix).entrySet().stream()
        .filter(e -> e.getValue().getLast().getPeople().stream().anyMatch(p -> p.getUri() != null))
        .map(Map.Entry::getKey)
        .toList();
  }

  private long acceptedReceipts(String prefix) {
    return receipts(prefix).stream()
        .filter(r -> r.getTopic().equals(Topics.ACCEPTED.name()))
        .count();
  }

  /**
   * What an application reset does: without group and changelogs all is read from its beginning.
   */
  private void forgetEverything() throws Exception {
    await().atMost(PATIENCE).until(() -> isGone("articles-enrich"));
    await().atMost(PATIENCE).until(() -> isGone("articles-enrich-changes"));
    List<String> changelogs =
        stack.admin().listTopics().names().get().stream()
            .filter(name -> name.startsWith("articles-enrich-"))
            .toList();
    assertThat(changelogs).isNotEmpty();
    stack.admin().deleteTopics(changelogs).all().get();
  }

  /** The broker keeps a killed member until its session ends. */
  private boolean isGone(String group) throws Exception {
    try {
      stack.admin().deleteConsumerGroups(List.of(group)).all().get();
      return true;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof GroupNotEmptyException) {
        return false;
      }
      throw e;
    }
  }

  private JavaProcess start(String state) throws Exception {
    return stack.process(
        folder.resolve(state),
        "articles.enrich.again-per-second=100",
        "articles.enrich.steps-off=cluster");
  }

  private void accept(String uri, long revision) {
    String body = "Then Nadia Brook and Ada Lost left Northgate.";
    stack.send(Topics.ACCEPTED, uri, article(uri, revision).setBody(body).build());
  }

  private void request(String uri) {
    stack.send(
        Topics.ENRICHMENT_REQUESTS,
        uri,
        EnrichmentRequest.newBuilder()
            .setUri(uri)
            .setReason("REPROCESS")
            .setRequestedAt(Samples.INGESTED)
            .build());
  }

  private List<Receipt> receipts(String prefix) {
    var found = new ArrayList<Receipt>();
    for (Receipt receipt : stack.all(Topics.RECEIPTS)) {
      if (receipt.getUri().startsWith(prefix)) {
        found.add(receipt);
      }
    }
    return found;
  }

  /** By uri, in the order in which they were written. */
  private Map<String, List<EnrichedArticle>> published(String prefix) {
    return stack.all(Topics.ENRICHED).stream()
        .filter(a -> a.getUri().startsWith(prefix))
        .collect(Collectors.groupingBy(EnrichedArticle::getUri));
  }

  private List<EnrichedArticle> versions(String uri) {
    return published(uri).getOrDefault(uri, List.of());
  }
}
