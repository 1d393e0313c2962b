package org.articlepipeline.enrich.entities;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.articlepipeline.enrich.entities.RecognizedEntity.Evidence;
import org.articlepipeline.schemas.EntityType;

/**
 * A person's name that was taken for two: {@code Jack} and the place {@code London}; {@code Nadia
 * "Sailor" Brook}; {@code Brook, Nadia} at the start of a line.
 */
final class JoinedNameRule implements NameRule {
  private static final Set<String> QUOTES = Set.of("\"", "“", "”", "'", "‘", "’");
  private static final int LONGEST_NICKNAME = 3;

  @Override
  public List<NameMention> apply(ArticleText text, List<NameMention> names) {
    List<NameMention> joined = new ArrayList<>(names.size());
    for (NameMention name : names) {
      NameMention before = joined.isEmpty() ? null : joined.getLast();
      NameMention beforeThat = joined.size() < 2 ? null : joined.get(joined.size() - 2);
      if (before != null && isOne(text, before, name)) {
        joined.set(joined.size() - 1, join(before, name));
      } else if (beforeThat != null && isOne(text, beforeThat, name)) {
        // What stands between is the nickname, found as a name by itself.
        joined.removeLast();
        joined.set(joined.size() - 1, join(beforeThat, name));
      } else {
        joined.add(name);
      }
    }
    return joined;
  }

  private static NameMention join(NameMention given, NameMention surname) {
    return NameMention.of(
        given.first(),
        surname.end(),
        EntityType.PERSON,
        Math.max(given.confidence(), surname.confidence()),
        Evidence.RULE);
  }

  private static boolean isOne(ArticleText text, NameMention a, NameMention b) {
    if (text.sentence(a.first()) != text.sentence(b.first())) {
      return false;
    }
    boolean given = a.type() == EntityType.PERSON && a.length() == 1;
    boolean surname = b.type() != EntityType.ORGANISATION && b.length() == 1;
    if (given && surname && b.known() == null && a.end() == b.first()) {
      return true;
    }
    return (given && b.type() == EntityType.PERSON && isNickname(text, a.end(), b.first()))
        || isTurnedRound(text, a, b);
  }

  /** Whether quotes with a few words inside are all that stands here. */
  private static boolean isNickname(ArticleText text, int from, int to) {
    int words = to - from - 2;
    return words > 0
        && words <= LONGEST_NICKNAME
        && QUOTES.contains(text.token(from).text())
        && QUOTES.contains(text.token(to - 1).text());
  }

  /** At the start of a line, with nothing but a full stop behind. */
  private static boolean isTurnedRound(ArticleText text, NameMention a, NameMention b) {
    return a.type() != EntityType.ORGANISATION
        && b.type() == EntityType.PERSON
        && a.length() == 1
        && b.length() <= 2
        && a.end() + 1 == b.first()
        && a.first() == text.sentenceStart(a.first())
        && text.token(a.end()).text().equals(",")
        && (b.end() == text.sentenceEnd(b.first()) || ".:(".contains(text.token(b.end()).text()));
  }
}
