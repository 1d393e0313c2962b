package org.articlepipeline.enrich.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.articlepipeline.schemas.Entity;
import org.jspecify.annotations.Nullable;

/**
 * The entities that are known, and their names by first word. It changes while it is read: one
 * thread follows the topic, many look names up. Each change makes a new state that shares nearly
 * all of the old one: who reads, for as long as an article takes, sees one state and waits for
 * nobody.
 */
public final class KnowledgeBase {
  private record State(HashTrie<KnownEntity> byUri, int size, NameIndex names) {
    static final State EMPTY = new State(HashTrie.empty(), 0, NameIndex.EMPTY);

    @Nullable KnownEntity entity(String uri) {
      List<KnownEntity> found = new ArrayList<>(1);
      byUri.forEach(
          KnownEntity.hash(uri),
          entity -> {
            if (entity.hasUri(uri)) {
              found.add(entity);
            }
          });
      return found.isEmpty() ? null : found.getFirst();
    }

    State with(KnownEntity entity) {
      return new State(byUri.with(entity.hashCode(), entity), size + 1, names.with(entity));
    }

    State without(@Nullable KnownEntity entity) {
      return entity == null
          ? this
          : new State(byUri.without(entity.hashCode(), entity), size - 1, names.without(entity));
    }
  }

  private volatile State state = State.EMPTY;

  /** An empty one, to be filled. */
  public KnowledgeBase() {}

  public static KnowledgeBase of(Iterable<Entity> entities) {
    KnowledgeBase base = new KnowledgeBase();
    entities.forEach(base::put);
    return base;
  }

  /** Adds an entity, or replaces the one with its uri. */
  public synchronized void put(Entity entity) {
    state = state.without(state.entity(entity.getUri())).with(KnownEntity.of(entity));
  }

  /** Takes an entity out; does nothing when there is none with this uri. */
  public synchronized void remove(String uri) {
    state = state.without(state.entity(uri));
  }

  public synchronized void clear() {
    state = State.EMPTY;
  }

  /** How many entities it holds. */
  public int size() {
    return state.size();
  }

  /** How many names it holds, those of all entities together. */
  public int names() {
    return state.names().size();
  }

  /** Looks things up in one state, whatever changes meanwhile. */
  public <T> T read(Function<NameIndex, T> reading) {
    return reading.apply(state.names());
  }
}
