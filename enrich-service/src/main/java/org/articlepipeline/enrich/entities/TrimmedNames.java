package org.articlepipeline.enrich.entities;

import java.util.ArrayList;
import java.util.List;
import org.articlepipeline.enrich.text.Token;
import org.articlepipeline.enrich.text.Token.Kind;
import org.articlepipeline.schemas.EntityType;

/** Cuts off names what is no part of them: titles, articles, possessives, signs at the edges. */
final class TrimmedNames {
  private static final int LONGEST_HALF = 5;

  private TrimmedNames() {}

  static List<NameMention> of(ArticleText text, List<NameMention> names) {
    List<NameMention> trimmed = new ArrayList<>(names.size());
    for (int i = 0; i < names.size(); i++) {
      int before = i == 0 ? 0 : names.get(i - 1).end();
      int behind = i + 1 == names.size() ? text.size() : names.get(i + 1).first();
      NameMention name = whole(text, names.get(i), before, behind);
      int first = start(text, name);
      int end = hyphenated(text, name, end(text, name, first));
      if (first < end) {
        trimmed.add(name.at(first, end));
      }
    }
    return trimmed;
  }

  /** With both halves of a surname: {@code Nadia Brook-Lane} where Nadia Brook was found. */
  private static NameMention whole(ArticleText text, NameMention name, int from, int to) {
    int first = name.first();
    int end = name.end();
    if (name.type() == EntityType.PERSON && name.length() > 1) {
      while (end + 2 <= to && text.isHyphen(end) && text.token(end + 1).startsUpperCase()) {
        end += 2;
      }
    }
    if (name.type() == EntityType.PERSON) {
      while (first - 2 >= from
          && text.isHyphen(first - 1)
          && text.token(first - 2).startsUpperCase()) {
        first -= 2;
      }
    }
    return name.at(first, end);
  }

  private static int start(ArticleText text, NameMention name) {
    boolean person = name.type() == EntityType.PERSON;
    int first = name.first();
    for (int i = first; i < name.end(); i++) {
      String word = text.word(i);
      if (word.isEmpty() && text.token(i).kind() == Kind.SIGN) {
        first = i == first ? i + 1 : first;
      } else if (i == first && word.equals("the") && i + 1 < name.end()) {
        first = i + 1;
      } else if (person && NameWords.TITLES.contains(word) && hasName(text, i + 1, name.end())) {
        first = i + 1;
      } else if (!person || i > name.first() || !isTitle(text, i + 1, name.end())) {
        break;
      }
    }
    return first;
  }

  /** Whose title it is may stand before it: {@code US President ...}. */
  private static boolean isTitle(ArticleText text, int position, int end) {
    return position < end && NameWords.TITLES.contains(text.word(position));
  }

  /** Whether a title is followed by more than signs and suffixes. */
  private static boolean hasName(ArticleText text, int from, int end) {
    for (int i = from; i < end; i++) {
      if (text.token(i).isWord() && !NameWords.SUFFIXES.contains(text.word(i))) {
        return true;
      }
    }
    return false;
  }

  /** The small second half of a given name behind the surname: Yoon Seo-yeon, Ban Ki-moon. */
  private static int hyphenated(ArticleText text, NameMention name, int end) {
    boolean more =
        name.type() == EntityType.PERSON
            && name.length() > 1
            && end + 1 < text.size()
            && text.token(end).text().equals("-")
            && text.isGlued(end)
            && text.isGlued(end + 1)
            && text.token(end + 1).isWord()
            && text.word(end + 1).length() <= LONGEST_HALF
            && !text.token(end + 1).startsUpperCase()
            && !NameWords.COMPOUND_ENDS.contains(text.word(end + 1));
    return more ? end + 2 : end;
  }

  private static int end(ArticleText text, NameMention name, int first) {
    int end = name.end();
    while (end > first) {
      Token last = text.token(end - 1);
      if (name.type() == EntityType.PERSON
          && end - first > 1
          && NameWords.HONOURS.contains(text.word(end - 1))
          && !Acronyms.letters(last.text().replace("h", "")).isEmpty()) {
        end--;
        continue;
      }
      boolean possessive = last.kind() == Kind.POSSESSIVE && name.type() != EntityType.ORGANISATION;
      if (!possessive && (last.kind() != Kind.SIGN || belongs(text, end - 1, first))) {
        break;
      }
      end--;
    }
    return end;
  }

  /** A point that shortens the word before, or a bracket that was opened inside. */
  private static boolean belongs(ArticleText text, int sign, int first) {
    if (sign == first) {
      return false;
    }
    String word = text.word(sign - 1);
    return switch (text.token(sign).text()) {
      case "." ->
          word.length() == 1
              || NameWords.SUFFIXES.contains(word)
              || NameWords.COMPANY_FORMS.contains(word);
      case "!" -> text.isGlued(sign);
      case ")" -> opens(text, first, sign);
      default -> false;
    };
  }

  private static boolean opens(ArticleText text, int first, int end) {
    for (int i = first; i < end; i++) {
      if (text.token(i).text().equals("(")) {
        return true;
      }
    }
    return false;
  }
}
