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
import org.jspecify.annotations.Nullable;

/**
 * Recognizes what the knowledge base knows, in any language. An article is read twice: first for
 * the names that stand for an entity by themselves, then for all names, the weak ones beside those.
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
  public List<RecognizedEntity> recognize(Analysis analysis, @Nullable String language) {
    ArticleText text = new ArticleText(analysis);
    Map<KnownEntity, NameGroup> groups = new LinkedHashMap<>();
    for (NameMention mention : names(analysis, text)) {
      KnownEntity entity = mention.known();
      if (entity != null && !entity.ignored()) {
        groups.computeIfAbsent(entity, e -> new NameGroup(text, e)).add(mention);
      }
    }
    return groups.values().stream().map(NameGroup::toEntity).toList();
  }

  /** All that stand in the article, in order, those of ignored entities too. */
  List<NameMention> names(Analysis analysis, ArticleText text) {
    return base.read(index -> names(index, analysis, text));
  }

  private static List<NameMention> names(NameIndex index, Analysis analysis, ArticleText text) {
    NameScanner headline = new NameScanner(index, analysis.headline(), true, 0);
    NameScanner body = new NameScanner(index, analysis.body(), false, text.bodyStart());
    NameResolver resolver = NameResolver.of(scan(headline, body, NameResolver.nothing()));
    List<NameMention> names = new ArrayList<>();
    for (NameMatch match : scan(headline, body, resolver)) {
      KnownEntity entity = resolver.resolve(match);
      names.add(
          new NameMention(
              match.position(),
              end(match, text),
              entity.type(),
              resolver.isCertain(entity) ? CERTAIN : GUESSED,
              Evidence.KNOWLEDGE_BASE,
              entity));
    }
    return names;
  }

  private static int end(NameMatch match, ArticleText text) {
    int last = match.position();
    while (text.token(last).end() < match.span().end()) {
      last++;
    }
    return last + 1;
  }

  private static List<NameMatch> scan(NameScanner headline, NameScanner body, NameResolver names) {
    return Stream.concat(
            headline.scan(names::supports).stream(), body.scan(names::supports).stream())
        .toList();
  }
}
