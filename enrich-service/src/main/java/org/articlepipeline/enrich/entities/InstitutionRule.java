package org.articlepipeline.enrich.entities;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.articlepipeline.enrich.entities.RecognizedEntity.Evidence;
import org.articlepipeline.enrich.text.Token.Kind;
import org.articlepipeline.schemas.EntityType;

/**
 * A name that says what it is: {@code Northgate High Court}, {@code Ministry of Health and
 * Welfare}, {@code Universidad del Norte}.
 */
final class InstitutionRule implements NameRule {
  private static final double CONFIDENCE = 0.8;
  private static final int LONGEST = 12;

  /** Join what an institution is for to what it is. */
  private static final Set<String> LINKS = Set.of("of", "for", "on", "against");

  @Override
  public List<NameMention> apply(ArticleText text, List<NameMention> names) {
    List<NameMention> found = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < text.size(); i++) {
      if (!Capitals.is(text, i)) {
        continue;
      }
      int first = i;
      int end = i;
      if (isHead(text.word(i))) {
        first = start(text, i);
        first = first < from ? i : first;
        end = end(text, first, i);
      } else if (ContextWords.INSTITUTION_FIRSTS.contains(text.word(i))) {
        end = endOfFirst(text, i);
      }
      if (end > first + 1) {
        found.add(NameMention.of(first, end, EntityType.ORGANISATION, CONFIDENCE, Evidence.RULE));
        from = end;
        i = end - 1;
      }
    }
    return RuledNames.of(text, names, found);
  }

  private static boolean isHead(String word) {
    if (ContextWords.INSTITUTIONS.contains(word)) {
      return true;
    }
    for (String suffix : ContextWords.INSTITUTION_SUFFIXES) {
      if (word.length() > suffix.length() + 2 && word.endsWith(suffix)) {
        return true;
      }
    }
    return false;
  }

  /** The first word of a name of which this is the head. */
  private static int start(ArticleText text, int head) {
    int first = Capitals.start(text, head);
    int sentence = text.sentenceStart(head);
    boolean moved = true;
    while (moved && head - first < LONGEST) {
      int before = first;
      if (first - 2 >= sentence && Capitals.isAnd(text, first - 1)) {
        first = Capitals.start(text, first - 1);
      } else if (first - 2 >= sentence
          && text.word(first - 1).equals("and")
          && !isHead(text.word(first - 2))
          && ContextWords.DEPARTMENTS.contains(text.word(head))) {
        int other = Capitals.start(text, first - 1);
        boolean the = other > sentence && text.word(other - 1).equals("the");
        first = the && first < head ? other : first;
      } else if (first - 2 >= sentence
          && text.token(first - 1).kind() == Kind.POSSESSIVE
          && first - 3 >= sentence
          && text.word(first - 3).equals("st")) {
        first = first - 3;
      }
      if (first - 2 >= sentence && text.isHyphen(first - 1) && text.token(first - 2).isWord()) {
        first -= 2;
      }
      moved = first < before;
      if (first == head) {
        return head;
      }
    }
    return first;
  }

  /** One past the last word, or {@code first} when that is no name. */
  private static int end(ArticleText text, int first, int head) {
    int sentence = text.sentenceEnd(head);
    int end = head + 1;
    while (end < sentence
        && NameWords.COMPANY_FORMS.contains(text.word(end))
        && text.token(end).startsUpperCase()) {
      end++;
    }
    if (end < sentence && Capitals.is(text, end)) {
      return first;
    }
    if (first < head && ContextWords.NO_INSTITUTIONS.contains(text.word(head - 1))) {
      return first;
    }
    String link = end < sentence ? text.word(end) : "";
    if (!LINKS.contains(link)) {
      return end;
    }
    int from = end + 1 < sentence && text.word(end + 1).equals("the") ? end + 2 : end + 1;
    int last = from < sentence ? Capitals.end(text, from) : from;
    if (last == from) {
      return end;
    }
    if (ContextWords.DEPARTMENTS.contains(text.word(head))) {
      last = endOfList(text, last, sentence);
    }
    return link.equals("of") ? last : endOfOf(text, last, sentence);
  }

  /** One past {@code , Welfare and Sports} in "Ministry of Health, Welfare and Sports". */
  private static int endOfList(ArticleText text, int first, int sentence) {
    int end = first;
    while (end + 1 < sentence) {
      boolean comma = text.token(end).text().equals(",");
      boolean and = text.word(end).equals("and");
      boolean both = comma && text.word(end + 1).equals("and");
      int from = both ? end + 2 : end + 1;
      int next = from < sentence ? Capitals.end(text, from) : from;
      if (!(comma || and) || next == from || isHead(text.word(next - 1))) {
        return first;
      }
      if (and || both) {
        return next;
      }
      end = next;
    }
    return first;
  }

  /** One past {@code of Tides} in "Committee for the Defence of Tides". */
  private static int endOfOf(ArticleText text, int of, int sentence) {
    if (of + 1 >= sentence || !text.word(of).equals("of")) {
      return of;
    }
    int from = text.word(of + 1).equals("the") ? of + 2 : of + 1;
    int last = from < sentence ? Capitals.end(text, from) : from;
    return last == from ? of : last;
  }

  private static int endOfFirst(ArticleText text, int first) {
    int sentence = text.sentenceEnd(first);
    int from = first + 1;
    while (from < sentence
        && from < first + 3
        && NameWords.PARTICLES.contains(text.word(from))
        && !text.word(from).equals("and")) {
      from++;
    }
    int end = from < sentence ? Capitals.end(text, from) : from;
    return end == from ? first : end;
  }
}
