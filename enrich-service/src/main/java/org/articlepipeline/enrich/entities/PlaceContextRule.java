package org.articlepipeline.enrich.entities;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.articlepipeline.enrich.entities.RecognizedEntity.Evidence;
import org.articlepipeline.enrich.text.Token.Kind;
import org.articlepipeline.schemas.EntityType;

/**
 * A name of which the text says that it is a place's: {@code the town of Hexby}, {@code Hexby, a
 * town}, {@code in Hexby, Denmark}, {@code born on 3 May in Hexby}, {@code Hexby's councillors},
 * {@code the streets of Hexby}.
 */
final class PlaceContextRule implements NameRule {
  private static final double CONFIDENCE = 0.8;
  private static final int LONGEST_BIRTH = 9;
  private static final Set<String> BEFORE =
      Set.of("in", "from", "near", "outside", "at", "to", "of");

  @Override
  public List<NameMention> apply(ArticleText text, List<NameMention> names) {
    NamesAt at = new NamesAt(text, names);
    List<NameMention> found = new ArrayList<>();
    for (int i = 0; i < text.size(); i++) {
      int end = Capitals.is(text, i) || at.name(i) != null ? at.end(i) : i;
      if (end > i && isPlace(text, at, i, end) && at.mayBe(i, end, EntityType.PLACE)) {
        found.add(NameMention.of(i, end, EntityType.PLACE, CONFIDENCE, Evidence.RULE));
      }
      i = Math.max(i, end - 1);
    }
    return RuledNames.of(text, names, found);
  }

  private static boolean isPlace(ArticleText text, NamesAt at, int first, int end) {
    int start = text.sentenceStart(first);
    if (end + 1 < text.size()
        && text.token(end).kind() == Kind.POSSESSIVE
        && ContextWords.PLACE_HAS.contains(text.word(end + 1))) {
      return true;
    }
    if (first <= start) {
      return false;
    }
    String before = text.word(first - 1);
    return (before.equals("of") && first - 2 >= start && isKind(text, first - 2))
        || (before.equals("in") && isBirth(text, start, first - 1))
        || (BEFORE.contains(before) && !isTail(text, start, first) && isInPlace(text, at, end))
        || isCalledPlace(text, end);
  }

  private static boolean isKind(ArticleText text, int i) {
    return (ContextWords.PLACE_KINDS.contains(text.word(i))
            || ContextWords.PLACE_HAS.contains(text.word(i)))
        && !text.token(i).startsUpperCase();
  }

  private static boolean isBirth(ArticleText text, int start, int in) {
    for (int i = in - 1; i >= Math.max(start, in - LONGEST_BIRTH); i--) {
      if (text.word(i).equals("born")) {
        return true;
      }
      boolean other = text.word(i).equals("in") && text.token(i + 1).kind() != Kind.NUMBER;
      if (other || text.token(i).text().equals(";")) {
        return false;
      }
    }
    return false;
  }

  /** {@code University of Hexby} */
  private static boolean isTail(ArticleText text, int start, int first) {
    return text.word(first - 1).equals("of")
        && first - 2 >= start
        && text.token(first - 2).startsUpperCase();
  }

  /** {@code , Denmark} */
  private static boolean isInPlace(ArticleText text, NamesAt at, int end) {
    if (end + 1 >= text.size() || !text.token(end).text().equals(",")) {
      return false;
    }
    NameMention country = at.name(end + 1);
    return country != null
        && country.first() == end + 1
        && country.type() == EntityType.PLACE
        && country.known() != null;
  }

  /** {@code , a small town} */
  private static boolean isCalledPlace(ArticleText text, int end) {
    int limit = Math.min(text.size(), end + 5);
    if (end + 2 >= limit
        || !text.token(end).text().equals(",")
        || text.word(end + 1).length() > 2
        || !text.word(end + 1).startsWith("a")) {
      return false;
    }
    for (int i = end + 2; i < limit; i++) {
      if (ContextWords.PLACE_KINDS_IS.contains(text.word(i))) {
        return i + 1 == text.size()
            || text.word(i + 1).isEmpty()
            || !text.token(i + 1).isWord()
            || BEFORE.contains(text.word(i + 1))
            || text.word(i + 1).equals("on")
            || text.word(i + 1).equals("where")
            || text.word(i + 1).equals("that");
      }
      if (text.word(i).isEmpty()) {
        return false;
      }
    }
    return false;
  }
}
