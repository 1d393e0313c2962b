package org.articlepipeline.enrich.entities;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Names from several sources, none over another. */
final class MergedNames {
  /** A guess as sure as this beats a known name inside it: the Paris of Paris Hilton. */
  private static final double LONGER_GUESS = 0.5;

  private MergedNames() {}

  /**
   * @param surer win over what they overlap, unless it is a longer name around them
   */
  static List<NameMention> of(List<NameMention> surer, List<NameMention> others) {
    List<NameMention> merged = new ArrayList<>(surer.size() + others.size());
    int next = 0;
    List<NameMention> kept = new ArrayList<>(surer);
    for (NameMention other : others) {
      while (next < kept.size() && kept.get(next).end() <= other.first()) {
        merged.add(kept.get(next++));
      }
      int end = next;
      boolean inside = true;
      while (end < kept.size() && kept.get(end).first() < other.end()) {
        inside &= other.covers(kept.get(end)) && other.length() > kept.get(end).length();
        end++;
      }
      if (end == next || (inside && other.confidence() >= LONGER_GUESS)) {
        merged.add(other);
        next = end;
      }
    }
    merged.addAll(kept.subList(next, kept.size()));
    merged.sort(Comparator.comparingInt(NameMention::first));
    return merged;
  }
}
