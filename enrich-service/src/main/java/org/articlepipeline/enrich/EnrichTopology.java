package org.articlepipeline.enrich;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.TimestampExtractor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.articlepipeline.schemas.Topic;
import org.articlepipeline.schemas.TopicSerdes;
import org.articlepipeline.schemas.Topics;

/**
 * The flow. One task owns an article, by the partition of its uri: it alone publishes it, whoever
 * asks for it.
 *
 * <pre>
 * entities ──▶ read-entities ──▶ keep-entities ──▶ (knowledge, global)
 *                                                       │ names, and up to which offset
 * articles.accepted ──▶ read-accepted ─┬▶ keep-accepted ──▶ (articles)
 *                                      └▶ enrich-accepted ──┐  │ the newest revision
 * articles.enrichment-requests ──▶ read-requests ─┬▶ enrich-requested ◀┤
 *                                                 └▶ enrich-named ◀────┘ (names, changes, queue)
 *                                                           │
 *                                                           │  (publications)
 *        ┌▶ read-enriched ──▶ learn-published ──────────────┤
 *        │                                                  ├▶ write-dead-letters ──▶ articles.dead-letters
 * articles.enriched ◀── write-enriched ◀────────────────────┼▶ write-receipts ──▶ articles.receipts
 *                                                           └▶ write-signatures ──▶ articles.signatures
 *
 * articles.signatures (one partition) ──▶ read-signatures ──▶ make-stories ──▶ articles.enrichment-requests
 * </pre>
 *
 * Records are read and written as bytes: only so can one that is unreadable, or too large once
 * written, become a dead letter instead of an endless crash. A record of {@code articles.accepted},
 * and a request for an article, gives one receipt, and with it an enriched article, a dead letter,
 * or nothing more when there is nothing new. A second receipt tells of a revision that never came.
 */
final class EnrichTopology {
  static final String ENRICHED = "write-enriched";
  static final String RECEIPTS = "write-receipts";
  static final String DEAD_LETTERS = "write-dead-letters";

  static final String SIGNATURES = "write-signatures";
  static final String STORY_REQUESTS = "write-story-requests";
  static final String STORY_RECEIPTS = "write-story-receipts";
  static final String STORY_DEAD_LETTERS = "write-story-dead-letters";

  private static final String MAKE_STORIES = "make-stories";

  private static final String[] WRITERS = {
    "enrich-accepted", "enrich-requested", "enrich-named", "learn-published"
  };

  /** A record without a timestamp is no reason to stop. */
  private static final TimestampExtractor ANY_TIMESTAMP =
      (record, partitionTime) -> Math.max(0, record.timestamp());

  /**
   * A task takes the record with the lowest timestamp, and waits for what it knows to be on the
   * broker: so what was published is learned before anything is published.
   */
  private static final TimestampExtractor BEFORE_ALL_OTHERS = (record, partitionTime) -> 0;

  private final ByteArrayDeserializer read = new ByteArrayDeserializer();
  private final ByteArraySerializer write = new ByteArraySerializer();
  private final Topology topology = new Topology();

  private EnrichTopology() {}

  /**
   * @param storyWindow how far apart articles of one story may be
   * @param permits to enrich articles again since knowledge changed
   */
  static Topology build(
      Enrichment enrichment,
      EntityFeed entities,
      Duration storyWindow,
      Permits permits,
      TopicSerdes serdes,
      MeterRegistry metrics) {
    var flow = new EnrichTopology();
    var parts = new ArticleProcessor.Parts(new Enricher(enrichment, serdes), serdes, metrics);
    var reader = new ArticleReader(serdes);
    var waiting = new WaitingArticles(metrics);
    flow.keepEntities(entities);
    flow.keepAccepted();
    flow.source("read-requests", Topics.ENRICHMENT_REQUESTS, ANY_TIMESTAMP);
    flow.source("read-enriched", Topics.ENRICHED, BEFORE_ALL_OTHERS);
    flow.writer("enrich-accepted", () -> new AcceptedProcessor(reader, parts), "read-accepted");
    flow.writer("enrich-requested", () -> new RequestProcessor(reader, parts), "read-requests");
    flow.writer(
        "enrich-named",
        () -> new KnowledgeProcessor(reader, parts, entities, permits, waiting),
        "read-requests");
    flow.writer("learn-published", () -> new PublishedProcessor(reader, parts), "read-enriched");
    flow.topology.addStateStore(EnrichStores.publications(), WRITERS);
    flow.topology.addStateStore(EnrichStores.names(), "enrich-accepted", "enrich-named");
    flow.topology.addStateStore(EnrichStores.changes(), "enrich-named");
    flow.topology.addStateStore(EnrichStores.queue(), "enrich-named");
    flow.sink(ENRICHED, Topics.ENRICHED, WRITERS);
    flow.sink(SIGNATURES, Topics.SIGNATURES, WRITERS);
    flow.sink(RECEIPTS, Topics.RECEIPTS, WRITERS);
    flow.sink(DEAD_LETTERS, Topics.DEAD_LETTERS, WRITERS);
    flow.makeStories(() -> new StoryProcessor(storyWindow, serdes, metrics));
    return flow.topology;
  }

  private void keepEntities(EntityFeed entities) {
    topology.addGlobalStore(
        new KnowledgeStore.Builder(entities),
        "read-entities",
        ANY_TIMESTAMP,
        read,
        read,
        Topics.ENTITIES.name(),
        "keep-entities",
        () -> new EntityProcessor(entities));
  }

  private void keepAccepted() {
    topology.addReadOnlyStateStore(
        EnrichStores.articles(),
        "read-accepted",
        ANY_TIMESTAMP,
        read,
        read,
        Topics.ACCEPTED.name(),
        "keep-accepted",
        KeepProcessor::new);
  }

  private void source(String node, Topic<?, ?> topic, TimestampExtractor timestamps) {
    topology.addSource(AutoOffsetReset.earliest(), node, timestamps, read, read, topic.name());
  }

  private void writer(
      String node, ProcessorSupplier<byte[], byte[], byte[], byte[]> processor, String source) {
    topology
        .addProcessor(node, processor, source)
        .connectProcessorAndStateStores(node, EnrichStores.ARTICLES);
  }

  /** A part of its own, with nodes of its own: its task is not those of the articles. */
  private void makeStories(ProcessorSupplier<byte[], byte[], byte[], byte[]> processor) {
    source("read-signatures", Topics.SIGNATURES, ANY_TIMESTAMP);
    topology.addProcessor(MAKE_STORIES, processor, "read-signatures");
    EnrichStores.stories().forEach(store -> topology.addStateStore(store, MAKE_STORIES));
    sink(STORY_REQUESTS, Topics.ENRICHMENT_REQUESTS, MAKE_STORIES);
    sink(STORY_RECEIPTS, Topics.RECEIPTS, MAKE_STORIES);
    sink(STORY_DEAD_LETTERS, Topics.DEAD_LETTERS, MAKE_STORIES);
  }

  private void sink(String node, Topic<?, ?> topic, String... writers) {
    topology.addSink(node, topic.name(), write, write, writers);
  }
}
