package org.articlepipeline.enrich.entities;

import org.articlepipeline.enrich.entities.RecognizedEntity.Evidence;
import org.articlepipeline.enrich.knowledge.KnownEntity;
import org.articlepipeline.schemas.EntityType;
import org.jspecify.annotations.Nullable;

/**
 * A name where it stands.
 *
 * @param first position of its first token in {@link ArticleText}
 * @param end one past the position of its last
 * @param confidence 0 to 1: how sure it is that this is a name of this type
 * @param known whose name it is, when the knowledge base knows
 */
record NameMention(
    int first,
    int end,
    EntityType type,
    double confidence,
    Evidence evidence,
    @Nullable KnownEntity known) {

  static NameMention of(int first, int end, EntityType type, double confidence, Evidence evidence) {
    return new NameMention(first, end, type, confidence, evidence, null);
  }

  boolean covers(NameMention other) {
    return first <= other.first && other.end <= end;
  }

  int length() {
    return end - first;
  }

  NameMention at(int newFirst, int newEnd) {
    return new NameMention(newFirst, newEnd, type, confidence, evidence, known);
  }
}
