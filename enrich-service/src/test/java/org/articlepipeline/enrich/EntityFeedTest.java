package org.articlepipeline.enrich;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.articlepipeline.enrich.knowledge.KnowledgeBase;
import org.articlepipeline.schemas.RecordReader;
import org.articlepipeline.schemas.RegistryUnavailableException;
import org.articlepipeline.schemas.SourceRecord;
import org.articlepipeline.schemas.TopicSerdes;
import org.articlepipeline.schemas.Topics;
import org.junit.jupiter.api.Test;

class EntityFeedTest {
  private final UnsteadyRegistry registry = new UnsteadyRegistry();
  private final TopicSerdes serdes = new TopicSerdes(registry, Map.of());
  private final KnowledgeBase knowledge = new KnowledgeBase();
  private final EntityFeed feed =
      new EntityFeed(
          knowledge, new RecordReader<>(Topics.ENTITIES, serdes), new SimpleMeterRegistry());

  @Test
  void anEntityWaitsUntilTheRegistryIsBack() {
    SourceRecord record = record();
    registry.down(true);
    CompletableFuture<Void> applied = CompletableFuture.runAsync(() -> feed.apply(record));
    await().until(() -> registry.refused() > 1);

    registry.down(false);

    await().until(applied::isDone);
    assertThat(knowledge.size()).isEqualTo(1);
  }

  @Test
  void closingEndsTheWait() {
    SourceRecord record = record();
    registry.down(true);
    CompletableFuture<Void> applied = CompletableFuture.runAsync(() -> feed.apply(record));
    await().until(() -> registry.refused() > 0);

    feed.close();

    await().until(applied::isDone);
    assertThat(applied.exceptionNow()).isInstanceOf(RegistryUnavailableException.class);
    assertThat(knowledge.size()).isZero();
  }

  @Test
  void readingFromTheBeginningForgetsWhatWasKnown() {
    feed.apply(record());

    feed.restart();

    assertThat(knowledge.size()).isZero();
  }

  private SourceRecord record() {
    byte[] value =
        serdes
            .values(Topics.ENTITIES)
            .serializer()
            .serialize(Topics.ENTITIES.name(), Samples.person("p:1", "Nadia Brook"));
    return new SourceRecord(
        Topics.ENTITIES.name(), 0, 0, 0, "p:1".getBytes(UTF_8), value, new RecordHeaders());
  }
}
