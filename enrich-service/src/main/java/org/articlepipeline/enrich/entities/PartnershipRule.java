package org.articlepipeline.enrich.entities;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.articlepipeline.enrich.entities.RecognizedEntity.Evidence;
import org.articlepipeline.schemas.EntityType;

/**
 * A name with unnamed partners is a firm's: {@code Brook & Sons}. Two names with an ampersand are
 * not: they are two people more often.
 */
final class PartnershipRule implements NameRule {
  private static final double CONFIDENCE = 0.8;

  private static final Set<String> PARTNERS =
      Set.of(
          "co",
          "company",
          "sons",
          "son",
          "daughters",
          "brothers",
          "partners",
          "associates",
          "cie",
          "fils",
          "sohn",
          "sohne",
          "figli",
          "hijos",
          "zonen");

  @Override
  public List<NameMention> apply(ArticleText text, List<NameMention> names) {
    List<NameMention> firms = new ArrayList<>();
    for (int i = 1; i + 1 < text.size(); i++) {
      if (Capitals.isAnd(text, i)
          && text.sentence(i - 1) == text.sentence(i + 1)
          && text.token(i + 1).startsUpperCase()
          && PARTNERS.contains(text.word(i + 1))) {
        int first = Capitals.start(text, i);
        if (first < i) {
          firms.add(
              NameMention.of(first, i + 2, EntityType.ORGANISATION, CONFIDENCE, Evidence.RULE));
        }
      }
    }
    return RuledNames.of(text, names, firms);
  }
}
