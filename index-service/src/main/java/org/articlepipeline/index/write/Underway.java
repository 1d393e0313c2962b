package org.articlepipeline.index.write;

import java.util.HashMap;
import java.util.Map;

/**
 * Documents whose writes are on their way. Elasticsearch carries a bulk's writes of one document
 * out in their order, those of two bulks in any. A higher version wins in any order; of two with
 * the same version the later one has to, so it waits for the earlier.
 */
final class Underway {
  private final Map<String, Integer> writes = new HashMap<>();

  /** One that is to be filled. */
  Bulk bulk() {
    return new Bulk();
  }

  /** It was settled or dropped. */
  void ended(Write write) {
    writes.computeIfPresent(write.key, (key, count) -> count == 1 ? null : count - 1);
  }

  /** What one bulk has. */
  final class Bulk {
    private final Map<String, Long> newest = new HashMap<>();

    /** Whether it may go with this bulk; then it is on its way. */
    boolean takes(Write write) {
      Long before = newest.get(write.key);
      boolean free = before == null ? !writes.containsKey(write.key) : write.version > before;
      if (free) {
        newest.put(write.key, write.version);
        writes.merge(write.key, 1, Integer::sum);
      }
      return free;
    }
  }
}
