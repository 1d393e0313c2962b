package org.articlepipeline.enrich;

import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.articlepipeline.enrich.knowledge.ChangedNames;

/**
 * One walk through all articles of a task, in slices, for the names of some requests. The requests
 * stay in their store until it is through: killed in the middle, it begins anew.
 */
final class NameScan {
  private static final int BETWEEN_LOOKS_AT_THE_CLOCK = 64;

  private final List<Long> requests;
  private final ChangedNames names;
  private String after = "";

  /**
   * @param requests their offsets, in order, at least one
   */
  NameScan(List<Long> requests, ChangedNames names) {
    this.requests = requests;
    this.names = names;
  }

  List<Long> requests() {
    return requests;
  }

  /**
   * Puts the articles that may hold a name into the queue.
   *
   * @param until as {@link System#nanoTime()} gives it
   * @return whether it is through
   */
  boolean run(KeyValueStore<String, int[]> articles, AgainQueue queue, long until) {
    if (!names.isEmpty() && !walk(articles, queue, until)) {
      return false;
    }
    queue.end(requests.getLast(), requests);
    return true;
  }

  private boolean walk(KeyValueStore<String, int[]> articles, AgainQueue queue, long until) {
    try (KeyValueIterator<String, int[]> found = articles.range(after, null)) {
      for (int i = 1; found.hasNext(); i++) {
        if (i % BETWEEN_LOOKS_AT_THE_CLOCK == 0 && System.nanoTime() - until > 0) {
          after = found.peekNextKey();
          return false;
        }
        KeyValue<String, int[]> article = found.next();
        if (names.mayBeIn(article.value)) {
          queue.add(requests.getLast(), article.key);
        }
      }
    }
    return true;
  }
}
