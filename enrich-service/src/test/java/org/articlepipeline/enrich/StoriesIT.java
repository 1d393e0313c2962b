package org.articlepipeline.enrich;

import static org.articlepipeline.enrich.Samples.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.articlepipeline.embedded.EmbeddedStack;
import org.articlepipeline.embedded.JavaProcess;
import org.articlepipeline.schemas.EnrichedArticle;
import org.articlepipeline.schemas.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stories are the same whatever happens to those who make them. */
class StoriesIT extends OnStack {
  private static final int STORIES = 40;
  private static final int COPIES = 5;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @TempDir Path folder;

  private int others;

  StoriesIT(EmbeddedStack servers) {
    super(servers);
  }

  @Test
  void aKillInTheMiddleChangesNoStory() throws Exception {
    String prefix = "urn:killed:";
    // Originals and two copies each first: their stories are being made when the kill comes.
    send(prefix, 0, 3);
    JavaProcess service = stack.process(folder.resolve("state"));
    try {
      await().atMost(PATIENCE).until(() -> published(prefix).size() > STORIES);
      service.kill();
      send(prefix, 3, COPIES);
      service = stack.process(folder.resolve("state"));

      awaitStories(prefix);
    } finally {
      service.kill();
    }
  }

  @Test
  void anInstanceThatComesAndOneThatGoesInTheMiddleChangeNoStory() {
    String prefix = "urn:moved:";
    send(prefix, 0, 2);
    try (EnrichService first = stack.service(folder.resolve("first"))) {
      send(prefix, 2, 3);
      EnrichService second = stack.service(folder.resolve("second"));
      try (second) {
        send(prefix, 3, 4);
        // It may be ready before it has partitions: others come until it has.
        await()
            .atMost(PATIENCE)
            .until(
                () -> {
                  sendOthers();
                  return enriched(first) > 0 && enriched(second) > 0;
                });
        send(prefix, 4, COPIES);
        first.close();

        awaitStories(prefix);
      }
    }
  }

  /** Articles that the instance enriched. */
  private static double enriched(EnrichService service) {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(service.httpUrl().resolve("/metrics")).build();
      return http.send(request, HttpResponse.BodyHandlers.ofLines())
          .body()
          .filter(line -> line.startsWith("articles_enrich_articles_total{outcome=\"ENRICHED\""))
          .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
          .sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void awaitStories(String prefix) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(() -> assertThat(stories(prefix)).isEqualTo(expected(prefix)));
  }

  /** Of each story: its head and who repeats what, and how many names it has. */
  private static Map<Integer, List<String>> expected(String prefix) {
    return IntStream.range(0, STORIES)
        .boxed()
        .collect(
            Collectors.toMap(
                story -> story,
                story ->
                    IntStream.range(0, COPIES)
                        .mapToObj(copy -> copy == 0 ? "head" : "repeats " + prefix + story + ":0")
                        .toList()));
  }

  private Map<Integer, List<String>> stories(String prefix) {
    Map<String, EnrichedArticle> published = published(prefix);
    Map<Integer, List<String>> found = new HashMap<>();
    for (int story = 0; story < STORIES; story++) {
      int number = story;
      List<EnrichedArticle> copies =
          IntStream.range(0, COPIES)
              .mapToObj(copy -> published.get(prefix + number + ":" + copy))
              .filter(a -> a != null)
              .toList();
      assertThat(copies.stream().map(EnrichedArticle::getClusterUri).distinct())
          .as("names of story %d", story)
          .hasSize(1);
      found.put(story, copies.stream().map(StoriesIT::role).toList());
    }
    return found;
  }

  private static String role(EnrichedArticle article) {
    String original = article.getDuplicateOf();
    return original != null && !article.getClusterHead()
        ? "repeats " + original
        : article.getClusterHead() ? "head" : "neither";
  }

  /** The newest of each uri. */
  private Map<String, EnrichedArticle> published(String prefix) {
    Map<String, EnrichedArticle> newest = new HashMap<>();
    stack.all(Topics.ENRICHED).stream()
        .filter(article -> article.getUri().startsWith(prefix))
        .forEach(
            article -> {
              EnrichedArticle before = newest.put(article.getUri(), article);
              assertThat(before == null || before.getEnrichmentRun() < article.getEnrichmentRun())
                  .as("runs of %s grow, none comes twice", article.getUri())
                  .isTrue();
            });
    return newest;
  }

  /** All originals, then all first copies, and so on. */
  private void send(String prefix, int fromCopy, int toCopy) {
    for (int copy = fromCopy; copy < toCopy; copy++) {
      for (int story = 0; story < STORIES; story++) {
        String uri = prefix + story + ":" + copy;
        stack.send(
            Topics.ACCEPTED,
            uri,
            article(uri, 1)
                .setBody(text(prefix, story))
                .setIngestedAt(Samples.INGESTED.plusSeconds(copy))
                .build());
      }
    }
    stack.flush();
  }

  private void sendOthers() {
    for (int i = 0; i < 10; i++) {
      String uri = "urn:others:" + others++;
      stack.send(Topics.ACCEPTED, uri, article(uri, 1).setBody(text("others", others)).build());
    }
    stack.flush();
  }

  private static String text(String prefix, int story) {
    return IntStream.range(0, 60)
        .mapToObj(word -> "word" + prefix.hashCode() + story + "x" + word)
        .collect(Collectors.joining(" "));
  }
}
