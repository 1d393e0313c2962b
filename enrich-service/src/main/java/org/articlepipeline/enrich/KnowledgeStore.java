package org.articlepipeline.enrich;

import java.util.Map;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.StoreBuilder;
import org.articlepipeline.enrich.knowledge.KnowledgeBase;

/**
 * Tells Kafka Streams that the knowledge base is a global store: it is filled from the topic's
 * beginning at each start, before any article is read, and followed from there. The entities
 * themselves are in the {@link KnowledgeBase} alone; a store of bytes beside it would need their
 * memory twice.
 */
final class KnowledgeStore implements StateStore {
  static final String NAME = "knowledge";

  private final EntityFeed entities;
  private boolean open;

  private KnowledgeStore(EntityFeed entities) {
    this.entities = entities;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void init(StateStoreContext context, StateStore root) {
    entities.restart();
    // Stores of addGlobalStore are restored by their processor, not through this callback.
    context.register(
        root,
        (key, value) -> {
          throw new IllegalStateException("global stores are restored by their processor");
        });
    open = true;
  }

  @Override
  public void close() {
    open = false;
  }

  @Override
  public boolean persistent() {
    return false;
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  /** Without a changelog: the topic is one. */
  static final class Builder implements StoreBuilder<KnowledgeStore> {
    private final EntityFeed entities;

    Builder(EntityFeed entities) {
      this.entities = entities;
    }

    @Override
    public KnowledgeStore build() {
      return new KnowledgeStore(entities);
    }

    @Override
    public String name() {
      return NAME;
    }

    @Override
    public Map<String, String> logConfig() {
      return Map.of();
    }

    @Override
    public boolean loggingEnabled() {
      return false;
    }

    @Override
    public StoreBuilder<KnowledgeStore> withLoggingDisabled() {
      return this;
    }

    @Override
    public StoreBuilder<KnowledgeStore> withLoggingEnabled(Map<String, String> config) {
      throw new UnsupportedOperationException("the entities topic is the changelog");
    }

    @Override
    public StoreBuilder<KnowledgeStore> withCachingEnabled() {
      throw new UnsupportedOperationException("it is in memory");
    }

    @Override
    public StoreBuilder<KnowledgeStore> withCachingDisabled() {
      return this;
    }
  }
}
