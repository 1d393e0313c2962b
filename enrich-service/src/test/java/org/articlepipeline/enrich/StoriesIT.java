package org.articlepipeline.enrich;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.articlepipeline.enrich.Samples.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.articlepipeline.embedded.EmbeddedStack;
import org.articlepipeline.embedded.JavaCommand;
import org.articlepipeline.embedded.JavaProcess;
import org.articlepipeline.embedded.UsesStack;
import org.articlepipeline.schemas.Article;
import org.articlepipeline.schemas.EnrichedArticle;
import org.articlepipeline.schemas.TopicAdmin;
import org.articlepipeline.schemas.TopicSerdes;
import org.articlepipeline.schemas.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGKILL while stories are made. */
@UsesStack
class StoriesIT {
  private static final int STORIES = 40;
  private static final int COPIES = 5;
  private static final String PREFIX = "urn:stories:";
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @TempDir Path folder;

  private final String kafka;
  private final String registry;

  StoriesIT(EmbeddedStack stack) {
    kafka = stack.kafka().bootstrapServers();
    registry = stack.registry().url();
  }

  @Test
  void aKillInTheMiddleChangesNoStory() throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
      new TopicAdmin(admin, 6, (short) 1).createOrCheck();
    }
    try (var serdes = new TopicSerdes(Map.of("schema.registry.url", registry))) {
      // Originals and two copies each first: their stories are being made when the kill comes.
      send(serdes, 0, 3);
      JavaProcess service = start();
      try {
        await().atMost(PATIENCE).until(() -> published(serdes).size() > STORIES);
        service.kill();
        send(serdes, 3, COPIES);
        service = start();

        await()
            .atMost(PATIENCE)
            .pollInterval(Duration.ofSeconds(1))
            .untilAsserted(() -> assertThat(stories(serdes)).isEqualTo(expected()));
      } finally {
        service.kill();
      }
    }
  }

  /** Of each story: its head and who repeats what, and how many names it has. */
  private static Map<Integer, List<String>> expected() {
    return IntStream.range(0, STORIES)
        .boxed()
        .collect(
            Collectors.toMap(
                story -> story,
                story ->
                    IntStream.range(0, COPIES)
                        .mapToObj(copy -> copy == 0 ? "head" : "repeats " + PREFIX + story + ":0")
                        .toList()));
  }

  private Map<Integer, List<String>> stories(TopicSerdes serdes) {
    Map<String, EnrichedArticle> published = published(serdes);
    Map<Integer, List<String>> found = new HashMap<>();
    for (int story = 0; story < STORIES; story++) {
      int number = story;
      List<EnrichedArticle> copies =
          IntStream.range(0, COPIES)
              .mapToObj(copy -> published.get(PREFIX + number + ":" + copy))
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
  private Map<String, EnrichedArticle> published(TopicSerdes serdes) {
    Map<String, EnrichedArticle> newest = new HashMap<>();
    var deserializer = serdes.values(Topics.ENRICHED).deserializer();
    CommittedRecords.all(kafka, Topics.ENRICHED).stream()
        .map(value -> deserializer.deserialize(Topics.ENRICHED.name(), value))
        .filter(article -> article.getUri().startsWith(PREFIX))
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
  private void send(TopicSerdes serdes, int fromCopy, int toCopy) throws Exception {
    var serializer = serdes.values(Topics.ACCEPTED).serializer();
    try (var producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      for (int copy = fromCopy; copy < toCopy; copy++) {
        for (int story = 0; story < STORIES; story++) {
          Article article = copy(story, copy);
          byte[] value = serializer.serialize(Topics.ACCEPTED.name(), article);
          byte[] key = article.getUri().getBytes(UTF_8);
          producer.send(new ProducerRecord<>(Topics.ACCEPTED.name(), key, value)).get();
        }
      }
    }
  }

  private static Article copy(int story, int copy) {
    String text =
        IntStream.range(0, 60)
            .mapToObj(word -> "word" + story + "x" + word)
            .collect(Collectors.joining(" "));
    return article(PREFIX + story + ":" + copy, 1)
        .setBody(text)
        .setIngestedAt(Samples.INGESTED.plusSeconds(copy))
        .build();
  }

  private JavaProcess start() throws IOException {
    Path config = folder.resolve("enrich.properties");
    Files.writeString(
        config,
        """
        articles.kafka.bootstrap-servers=%s
        articles.registry.url=%s
        articles.streams.state-dir=%s
        articles.http.port=0
        """
            .formatted(kafka, registry, folder.resolve("state")));
    return JavaProcess.start(
        JavaCommand.of("enrich-service", EnrichService.class, folder.resolve("enrich.log"))
            .withFlags("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
            .withArgs("--config", config.toString()));
  }
}
