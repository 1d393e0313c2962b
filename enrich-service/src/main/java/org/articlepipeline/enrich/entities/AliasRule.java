package org.articlepipeline.enrich.entities;

import java.util.ArrayList;
import java.util.List;
import org.articlepipeline.enrich.entities.RecognizedEntity.Evidence;
import org.articlepipeline.schemas.EntityType;

/**
 * Another name of somebody, where the text says that it is one: the Cize of {@code Cesária Évora,
 * known as Cize to her friends}; the Sailor of {@code Nadia “Sailor” Brook}.
 */
final class AliasRule implements NameRule {
  private static final double CONFIDENCE = 0.6;
  private static final int FARTHEST = 12;
  private static final int LONGEST = 3;

  @Override
  public List<NameMention> apply(ArticleText text, List<NameMention> names) {
    List<NameMention> aliases = new ArrayList<>();
    int next = 0;
    NameMention before = null;
    for (int i = 0; i < text.size(); i++) {
      while (next < names.size() && names.get(next).first() <= i) {
        before = names.get(next++);
      }
      if (before == null || i < before.end() || !Capitals.is(text, i)) {
        continue;
      }
      int end = Capitals.end(text, i);
      boolean free = next == names.size() || end <= names.get(next).first();
      if (free && end - i <= LONGEST && isAlias(text, before, i)) {
        aliases.add(NameMention.of(i, end, EntityType.PERSON, CONFIDENCE, Evidence.COREFERENCE));
      }
      i = end - 1;
    }
    return aliases.isEmpty() ? names : MergedNames.of(names, aliases);
  }

  private static boolean isAlias(ArticleText text, NameMention name, int first) {
    AliasPhrase phrase = AliasPhrase.before(text, first);
    if (phrase == null || name.type() != EntityType.PERSON) {
      return false;
    }
    int gap = phrase.first() - name.end();
    boolean adjacent = gap == 1 && text.word(name.end()).isEmpty();
    return gap >= 0
        && gap <= FARTHEST
        && text.sentence(name.first()) == text.sentence(first)
        && (adjacent || !phrase.isAdjacent());
  }
}
