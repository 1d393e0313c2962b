package org.articlepipeline.enrich.entities;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.articlepipeline.enrich.entities.RecognizedEntity.Evidence;
import org.articlepipeline.schemas.EntityType;

/**
 * The surname of somebody named in full in the article means that person, not a place, unless "in"
 * or the like stands before it, nor an organisation, unless it is mostly taken for one: {@code
 * Valeria Paris lived in Paris. Paris said ...}
 */
final class SurnameRule implements NameRule {
  private static final double CONFIDENCE = 0.7;

  @Override
  public List<NameMention> apply(ArticleText text, List<NameMention> names) {
    Set<String> surnames = of(text, names);
    Map<String, Double> people = people(text, names);
    Map<String, Double> organisation = organisationVotes(text, names);
    List<NameMention> result = new ArrayList<>(names.size());
    for (NameMention name : names) {
      String word = text.word(name.first());
      boolean person =
          isVariant(text, name, people)
              || name.length() == 1
                  && surnames.contains(word)
                  && switch (name.type()) {
                    case PLACE -> !isLocated(text, name);
                    case ORGANISATION -> organisation.getOrDefault(word, 0.0) <= 0;
                    default -> false;
                  };
      result.add(
          person
              ? NameMention.of(
                  name.first(), name.end(), EntityType.PERSON, CONFIDENCE, Evidence.COREFERENCE)
              : name);
    }
    return result;
  }

  /** The last words of the people who are named in full. */
  static Set<String> of(ArticleText text, List<NameMention> names) {
    Set<String> surnames = new HashSet<>();
    for (NameMention name : names) {
      if (name.type() == EntityType.PERSON && name.length() > 1) {
        surnames.add(text.word(name.end() - 1));
      }
    }
    return surnames;
  }

  /** How sure it is that somebody has this given name and surname, whatever stands between. */
  private static Map<String, Double> people(ArticleText text, List<NameMention> names) {
    Map<String, Double> people = new HashMap<>();
    for (NameMention name : names) {
      if (name.type() == EntityType.PERSON && name.length() > 1) {
        people.merge(ends(text, name), name.confidence(), Math::max);
      }
    }
    return people;
  }

  private static String ends(ArticleText text, NameMention name) {
    return text.word(name.first()) + " " + text.word(name.end() - 1);
  }

  /** Taken for something else, but less surely than the same name is for a person's. */
  private static boolean isVariant(ArticleText text, NameMention name, Map<String, Double> people) {
    return name.known() == null
        && name.type() != EntityType.PERSON
        && name.length() > 1
        && people.getOrDefault(ends(text, name), 0.0) > name.confidence();
  }

  /** How much more a word by itself is taken for an organisation than for a person. */
  private static Map<String, Double> organisationVotes(ArticleText text, List<NameMention> names) {
    Map<String, Double> votes = new HashMap<>();
    for (NameMention name : names) {
      if (name.type() == EntityType.ORGANISATION
          && name.length() == 2
          && NameWords.ORGANISATION_TAILS.contains(text.word(name.end() - 1))) {
        // Brook Ltd. may be called Brook, whoever else is.
        votes.merge(text.word(name.first()), name.confidence(), Double::sum);
      } else if (name.length() == 1 && name.type() == EntityType.ORGANISATION) {
        votes.merge(text.word(name.first()), name.confidence(), Double::sum);
      } else if (name.length() == 1 && name.type() == EntityType.PERSON) {
        votes.merge(text.word(name.first()), -name.confidence(), Double::sum);
      }
    }
    return votes;
  }

  private static boolean isLocated(ArticleText text, NameMention name) {
    return name.first() > 0 && NameWords.LOCATIVES.contains(text.word(name.first() - 1));
  }
}
