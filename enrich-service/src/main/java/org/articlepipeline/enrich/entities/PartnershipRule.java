package org.articlepipeline.enrich.entities;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.articlepipeline.enrich.entities.RecognizedEntity.Evidence;
import org.articlepipeline.enrich.text.Token.Kind;
import org.articlepipeline.schemas.EntityType;
import org.jspecify.annotations.Nullable;

/** Names of partners with an ampersand are a firm's: {@code Brook, Lane & Sons}. */
final class PartnershipRule implements NameRule {
  private static final double CONFIDENCE = 0.8;
  private static final int MOST_PARTNERS = 5;

  /** Make a firm of any name. */
  private static final Set<String> MEMBERS =
      Set.of("co", "company", "sons", "son", "partners", "associates", "cie", "fils");

  @Override
  public List<NameMention> apply(ArticleText text, List<NameMention> names) {
    NamesAt at = new NamesAt(text, names);
    Map<String, Integer> people = people(text, names);
    List<NameMention> firms = new ArrayList<>();
    int from = 0;
    for (int i = 1; i + 1 < text.size(); i++) {
      if (!Capitals.isAnd(text, i) || text.sentence(i - 1) != text.sentence(i + 1)) {
        continue;
      }
      int first = Math.max(from, start(text, i));
      int end = Capitals.end(text, i + 1);
      if (first < i && end > i + 1 && isFirm(text, at, people, first, i, end)) {
        firms.add(NameMention.of(first, end, EntityType.ORGANISATION, CONFIDENCE, Evidence.RULE));
        from = end;
        i = end;
      }
    }
    return RuledNames.of(text, names, firms);
  }

  private static boolean isFirm(
      ArticleText text, NamesAt at, Map<String, Integer> people, int first, int and, int end) {
    if (MEMBERS.contains(text.word(end - 1))) {
      return true;
    }
    boolean letters = text.word(and - 1).length() == 1 || text.word(and + 1).length() == 1;
    boolean fullNames = and - first > 1 && end - and > 2;
    boolean names = isGuess(at.name(and - 1)) && isGuess(at.name(and + 1));
    boolean knownPeople =
        people.getOrDefault(text.word(and - 1), 0) > 1
            || people.getOrDefault(text.word(and + 1), 0) > 1;
    return names && !letters && !fullNames && !knownPeople && !isCitation(text, end);
  }

  /** A name, but none that another rule has explained, as those in credits. */
  private static boolean isGuess(@Nullable NameMention name) {
    return name != null && name.evidence() != Evidence.RULE;
  }

  /** How often a word is a part of a person's name. */
  private static Map<String, Integer> people(ArticleText text, List<NameMention> names) {
    Map<String, Integer> people = new HashMap<>();
    for (NameMention name : names) {
      for (int i = name.first(); i < name.end() && name.type() == EntityType.PERSON; i++) {
        people.merge(text.word(i), 1, Integer::sum);
      }
    }
    return people;
  }

  /** {@code Brook & Lane (2014)}, {@code Brook & Lane [7]} */
  private static boolean isCitation(ArticleText text, int end) {
    int limit = Math.min(text.size(), end + 2);
    for (int i = end; i < limit; i++) {
      if (text.token(i).kind() == Kind.NUMBER || text.token(i).text().equals("[")) {
        return true;
      }
    }
    return false;
  }

  /** The first of the partners before the ampersand: single words with commas between. */
  private static int start(ArticleText text, int and) {
    int first = Capitals.start(text, and);
    for (int n = 0; n < MOST_PARTNERS && first == and - 1 - 2 * n; n++) {
      boolean more =
          first - 2 >= text.sentenceStart(and)
              && text.token(first - 1).text().equals(",")
              && Capitals.is(text, first - 2)
              && Capitals.start(text, first - 1) == first - 2;
      if (!more) {
        break;
      }
      first -= 2;
    }
    return first;
  }
}
