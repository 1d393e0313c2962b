package org.articlepipeline.enrich.entities;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.articlepipeline.enrich.entities.RecognizedEntity.Evidence;
import org.articlepipeline.enrich.knowledge.KnowledgeBase;
import org.articlepipeline.enrich.knowledge.KnownEntity;
import org.articlepipeline.enrich.knowledge.NameIndex;
import org.articlepipeline.enrich.knowledge.NameMatch;
import org.articlepipeline.enrich.knowledge.NameResolver;
import org.articlepipeline.enrich.knowledge.NameScanner;
import org.articlepipeline.enrich.text.Analysis;
import org.articlepipeline.enrich.text.Span;

/**
 * Recognizes what the knowledge base knows. An article is read twice: first for the names that
 * stand for an entity by themselves, then for all names, the weak ones beside those.
 */
public final class KnowledgeBaseRecognizer implements EntityRecognizer {
  /** The knowledge base may still be wrong about who is meant. */
  private static final double CERTAIN = 0.95;

  /** Several entities have the name and nothing in the article tells them apart. */
  private static final double GUESSED = 0.5;

  private final KnowledgeBase base;

  public KnowledgeBaseRecognizer(KnowledgeBase base) {
    this.base = base;
  }

  @Override
  public List<RecognizedEntity> recognize(Analysis analysis) {
    return base.read(index -> recognize(index, analysis));
  }

  private static List<RecognizedEntity> recognize(NameIndex index, Analysis analysis) {
    NameScanner headline = new NameScanner(index, analysis.headline(), true, 0);
    NameScanner body =
        new NameScanner(index, analysis.body(), false, analysis.headline().tokens().size());
    NameResolver resolver = NameResolver.of(scan(headline, body, NameResolver.nothing()));
    Map<KnownEntity, Found> found = new LinkedHashMap<>();
    for (NameMatch match : scan(headline, body, resolver)) {
      found.computeIfAbsent(resolver.resolve(match), Found::new).add(match);
    }
    return found.values().stream()
        .filter(f -> !f.entity.ignored())
        .map(f -> f.toEntity(resolver.isCertain(f.entity) ? CERTAIN : GUESSED))
        .toList();
  }

  private static List<NameMatch> scan(NameScanner headline, NameScanner body, NameResolver names) {
    return Stream.concat(
            headline.scan(names::supports).stream(), body.scan(names::supports).stream())
        .toList();
  }

  /** An entity with the mentions found so far. */
  private static final class Found {
    final KnownEntity entity;
    private final List<Span> inHeadline = new ArrayList<>();
    private final List<Span> inBody = new ArrayList<>();

    Found(KnownEntity entity) {
      this.entity = entity;
    }

    void add(NameMatch match) {
      (match.inHeadline() ? inHeadline : inBody).add(match.span());
    }

    RecognizedEntity toEntity(double confidence) {
      return new RecognizedEntity(
          entity.name(),
          entity.uri(),
          entity.type(),
          entity.sameAs(),
          List.copyOf(inHeadline),
          List.copyOf(inBody),
          confidence,
          Evidence.KNOWLEDGE_BASE);
    }
  }
}
