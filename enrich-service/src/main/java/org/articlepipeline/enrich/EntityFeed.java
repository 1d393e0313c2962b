package org.articlepipeline.enrich;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.InterruptException;
import org.articlepipeline.enrich.knowledge.KnowledgeBase;
import org.articlepipeline.schemas.Entity;
import org.articlepipeline.schemas.Read;
import org.articlepipeline.schemas.RecordReader;
import org.articlepipeline.schemas.RegistryUnavailableException;
import org.articlepipeline.schemas.SourceRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings records of the {@code entities} topic into the knowledge base. It runs on the global
 * thread, which can't be replaced when it fails and can't write dead letters: so a bad record is
 * logged, counted and skipped, and what the entity was before stays.
 */
final class EntityFeed implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EntityFeed.class);
  private static final long RETRY_MS = 1_000;

  private final KnowledgeBase knowledge;
  private final RecordReader<Entity> reader;
  private final Counter unreadable;
  private final Map<Integer, Long> applied = new ConcurrentHashMap<>();
  private final CountDownLatch closed = new CountDownLatch(1);

  EntityFeed(KnowledgeBase knowledge, RecordReader<Entity> reader, MeterRegistry metrics) {
    this.knowledge = knowledge;
    this.reader = reader;
    this.unreadable = EnrichMetric.ENTITIES_UNREADABLE.counter(metrics);
    EnrichMetric.ENTITIES.gauge(metrics, knowledge, KnowledgeBase::size);
    EnrichMetric.NAMES.gauge(metrics, knowledge, KnowledgeBase::names);
  }

  /** The offset of the last record that the knowledge base has of a partition; -1 before. */
  long applied(int partition) {
    return applied.getOrDefault(partition, -1L);
  }

  /** Before the topic is read from its beginning. */
  void restart() {
    applied.clear();
    knowledge.clear();
  }

  /**
   * @throws RegistryUnavailableException when closed while the registry could not be asked
   */
  void apply(SourceRecord record) {
    take(record);
    applied.put(record.partition(), record.offset());
  }

  private void take(SourceRecord record) {
    if (record.key() == null) {
      skip(record, "it has no key");
      return;
    }
    String uri = new String(record.key(), UTF_8);
    switch (read(record)) {
      case Read.Value<Entity> read -> put(record, uri, read.value());
      case Read.Tombstone<Entity> ignored -> knowledge.remove(uri);
      case Read.Rejected<Entity> read ->
          skip(record, read.rejection().reason() + ": " + read.rejection().message());
    }
  }

  private void put(SourceRecord record, String uri, Entity entity) {
    if (!uri.equals(entity.getUri())) {
      skip(record, "its key is not the entity's uri '" + entity.getUri() + "'");
      return;
    }
    try {
      knowledge.put(entity);
    } catch (RuntimeException e) {
      skip(record, e.toString());
    }
  }

  private Read<Entity> read(SourceRecord record) {
    while (true) {
      try {
        return reader.read(record);
      } catch (RegistryUnavailableException e) {
        LOG.atWarn()
            .addKeyValue("offset", record.offset())
            .addKeyValue("partition", record.partition())
            .log("knowledge base waits for the registry: {}", e.getMessage());
        if (awaitClosed()) {
          throw e;
        }
      }
    }
  }

  private boolean awaitClosed() {
    try {
      return closed.await(RETRY_MS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  private void skip(SourceRecord record, String problem) {
    unreadable.increment();
    LOG.atWarn()
        .addKeyValue("topic", record.topic())
        .addKeyValue("partition", record.partition())
        .addKeyValue("offset", record.offset())
        .addKeyValue("key", record.keyText())
        .log("entity skipped, what it was before stays: {}", problem);
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
