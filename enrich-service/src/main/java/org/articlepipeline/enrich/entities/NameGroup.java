package org.articlepipeline.enrich.entities;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.articlepipeline.enrich.entities.RecognizedEntity.Evidence;
import org.articlepipeline.enrich.knowledge.KnownEntity;
import org.articlepipeline.enrich.text.Span;
import org.articlepipeline.schemas.EntityType;
import org.jspecify.annotations.Nullable;

/** The mentions of one thing. */
final class NameGroup {
  /** However often it agrees with itself, the tagger is less sure than the knowledge base. */
  private static final double MOST_CONFIDENT_GUESS = 0.9;

  /** Below, a type costs more F1 where it is wrong than it brings where it is right. */
  private static final double LEAST_CONFIDENT_TYPE = 0.45;

  private final ArticleText text;
  private final @Nullable KnownEntity known;
  private final EntityType type;
  private final List<NameMention> mentions = new ArrayList<>();

  NameGroup(ArticleText text, KnownEntity known) {
    this(text, known, known.type());
  }

  NameGroup(ArticleText text, @Nullable KnownEntity known, EntityType type) {
    this.text = text;
    this.known = known;
    this.type = type;
  }

  void add(NameMention mention) {
    mentions.add(mention);
  }

  boolean isIgnored() {
    return known != null && known.ignored();
  }

  int first() {
    return mentions.stream().mapToInt(NameMention::first).min().orElse(Integer.MAX_VALUE);
  }

  RecognizedEntity toEntity() {
    mentions.sort(Comparator.comparingInt(NameMention::first));
    List<Span> inHeadline = new ArrayList<>();
    List<Span> inBody = new ArrayList<>();
    for (NameMention mention : mentions) {
      (text.inHeadline(mention.first()) ? inHeadline : inBody)
          .add(text.span(mention.first(), mention.end()));
    }
    double confidence = confidence();
    boolean typed = known != null || confidence >= LEAST_CONFIDENT_TYPE;
    return new RecognizedEntity(
        known == null ? FullestName.of(text, mentions) : known.name(),
        known == null ? null : known.uri(),
        typed ? type : EntityType.UNKNOWN,
        known == null ? List.of() : known.sameAs(),
        known == null ? List.of() : known.strongNames(),
        List.copyOf(inHeadline),
        List.copyOf(inBody),
        confidence,
        evidence());
  }

  /** Mentions that were found independently make each other surer. */
  private double confidence() {
    double wrong = 1;
    double best = 0;
    for (NameMention mention : mentions) {
      if (known != null) {
        best = mention.known() == null ? best : Math.max(best, mention.confidence());
      } else if (mention.evidence() != Evidence.COREFERENCE) {
        wrong *= 1 - (mention.type() == type ? mention.confidence() : 0);
        best = Math.min(MOST_CONFIDENT_GUESS, 1 - wrong);
      }
    }
    return Math.round(best * 1000) / 1000.0;
  }

  private Evidence evidence() {
    if (known != null) {
      return Evidence.KNOWLEDGE_BASE;
    }
    Set<String> names = new HashSet<>();
    boolean recognized = false;
    for (NameMention mention : mentions) {
      names.add(text.words(mention.first(), mention.end()));
      recognized |= mention.evidence() == Evidence.RECOGNIZER;
    }
    if (names.size() > 1) {
      return Evidence.COREFERENCE;
    }
    return recognized ? Evidence.RECOGNIZER : Evidence.RULE;
  }
}
