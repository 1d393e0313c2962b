package org.articlepipeline.enrich.knowledge;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.articlepipeline.enrich.text.Tokenizer;
import org.articlepipeline.schemas.Alias;
import org.articlepipeline.schemas.AliasStrength;
import org.articlepipeline.schemas.Entity;

/**
 * The entities that are known, and their names by first word. Changes while it is read: one thread
 * follows the topic, many look names up. A lock, not concurrent maps, because an article must see
 * one state of an entity, not some of its old names and some of the new ones.
 */
public final class KnowledgeBase {
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final Map<String, List<KnownName>> namesByUri = new HashMap<>();
  private final NameIndex index = new NameIndex();

  /** An empty one, to be filled. */
  public KnowledgeBase() {}

  public static KnowledgeBase of(Iterable<Entity> entities) {
    KnowledgeBase base = new KnowledgeBase();
    entities.forEach(base::put);
    return base;
  }

  /** Adds an entity, or replaces the one with its uri. */
  public void put(Entity entity) {
    List<KnownName> names = namesOf(entity);
    locked(
        () -> {
          removeNames(entity.getUri());
          namesByUri.put(entity.getUri(), names);
          names.forEach(index::add);
        });
  }

  /** Takes an entity out; does nothing when there is none with this uri. */
  public void remove(String uri) {
    locked(() -> removeNames(uri));
  }

  public void clear() {
    locked(
        () -> {
          namesByUri.clear();
          index.clear();
        });
  }

  /** How many entities it holds. */
  public int size() {
    return read(ignored -> namesByUri.size());
  }

  /** How many names it holds, those of all entities together. */
  public int names() {
    return read(NameIndex::size);
  }

  /** Looks things up while nothing changes. */
  public <T> T read(Function<NameIndex, T> reading) {
    lock.readLock().lock();
    try {
      return reading.apply(index);
    } finally {
      lock.readLock().unlock();
    }
  }

  private void locked(Runnable change) {
    lock.writeLock().lock();
    try {
      change.run();
    } finally {
      lock.writeLock().unlock();
    }
  }

  private void removeNames(String uri) {
    List<KnownName> names = namesByUri.remove(uri);
    if (names != null) {
      names.forEach(index::remove);
    }
  }

  private static List<KnownName> namesOf(Entity entity) {
    KnownEntity known =
        new KnownEntity(
            entity.getUri(),
            entity.getName(),
            entity.getType(),
            List.copyOf(entity.getSameAs()),
            entity.getIgnored());
    Map<String, KnownName> byPhrase = new LinkedHashMap<>();
    add(byPhrase, known, entity.getName(), true);
    for (Alias alias : entity.getAliases()) {
      // A strength that this reader does not know is taken as the careful one.
      add(byPhrase, known, alias.getName(), alias.getStrength() == AliasStrength.STRONG);
    }
    return List.copyOf(byPhrase.values());
  }

  private static void add(
      Map<String, KnownName> byPhrase, KnownEntity entity, String name, boolean strong) {
    String phrase = NameIndex.phrase(Tokenizer.tokenize(name));
    if (!phrase.isEmpty()) {
      byPhrase.merge(phrase, new KnownName(entity, phrase, strong), (a, b) -> a.strong() ? a : b);
    }
  }
}
