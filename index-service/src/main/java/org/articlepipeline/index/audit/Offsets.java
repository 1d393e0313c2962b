package org.articlepipeline.index.audit;

import java.util.Map;

/** Up to where the log goes, and up to where an index has settled it. */
interface Offsets {
  Map<Integer, Long> ends();

  Map<Integer, Long> settled();

  /** While a consumer group goes on writing. */
  static Offsets live(EnrichedLog log, String group) {
    return new Offsets() {
      @Override
      public Map<Integer, Long> ends() {
        return log.ends();
      }

      @Override
      public Map<Integer, Long> settled() {
        return log.committed(group);
      }
    };
  }

  /** While everybody waits at a fence: nothing of what comes behind it is in an index. */
  static Offsets fenced(Map<Integer, Long> fence) {
    return new Offsets() {
      @Override
      public Map<Integer, Long> ends() {
        return fence;
      }

      @Override
      public Map<Integer, Long> settled() {
        return fence;
      }
    };
  }

  /** How many offsets the first are before the second. */
  static long behind(Map<Integer, Long> settled, Map<Integer, Long> ends) {
    return ends.entrySet().stream()
        .mapToLong(end -> Math.max(0, end.getValue() - settled.getOrDefault(end.getKey(), 0L)))
        .sum();
  }
}
