package org.articlepipeline.enrich.entities;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.articlepipeline.enrich.entities.RecognizedEntity.Evidence;
import org.articlepipeline.enrich.text.CommonWords;
import org.articlepipeline.enrich.text.Sentence.Style;
import org.articlepipeline.enrich.text.Token;
import org.articlepipeline.schemas.EntityType;

/**
 * What was found in one place is found again in others, also as the surname or given name of a
 * person, or as the acronym of an organisation: where it is written with a capital, not as a part
 * of a longer name and not as a common word at the start of a sentence.
 */
final class RepeatedNameRule implements NameRule {
  private static final double CONFIDENCE = 0.6;
  private static final double SURE = 0.5;
  private static final int MAX_WORDS = 8;

  /** Shorter ones stand for too many other things. */
  private static final int SHORTEST_ACRONYM = 3;

  @Override
  public List<NameMention> apply(ArticleText text, List<NameMention> names) {
    Repeats repeats = new Repeats(text);
    for (NameMention name : names) {
      if (name.confidence() >= SURE) {
        repeats.learn(name);
      }
    }
    List<NameMention> all = new ArrayList<>(names.size());
    int at = 0;
    for (NameMention name : names) {
      repeats.find(at, name.first(), all);
      int before = all.size();
      if (name.confidence() < SURE && isLoose(text, name)) {
        repeats.find(name.first(), name.end(), all);
      }
      if (all.size() == before) {
        all.add(name);
      }
      at = name.end();
    }
    repeats.find(at, text.size(), all);
    return all;
  }

  /** A guess with small words inside ("Brook to Lane") may be two names that are known better. */
  private static boolean isLoose(ArticleText text, NameMention name) {
    for (int i = name.first(); i < name.end(); i++) {
      if (text.token(i).isWord() && !text.token(i).startsUpperCase()) {
        return true;
      }
    }
    return false;
  }

  private static final class Repeats {
    private final ArticleText text;
    private final Map<String, EntityType> types = new HashMap<>();

    private final Map<String, EntityType> acronyms = new HashMap<>();

    /** The most words of a name that starts with this one. */
    private final Map<String, Integer> longest = new HashMap<>();

    Repeats(ArticleText text) {
      this.text = text;
    }

    void learn(NameMention name) {
      learn(name.first(), name.end(), name.type());
      if (name.type() == EntityType.PERSON && name.length() > 1) {
        learn(name.first(), givenEnd(name), name.type());
        int end = surnameEnd(name);
        learn(surnameStart(name, end), end, name.type());
      } else if (name.length() > 2) {
        for (String acronym : Acronyms.of(text, name.first(), name.end())) {
          if (acronym.length() >= SHORTEST_ACRONYM) {
            acronyms.putIfAbsent(acronym, name.type());
          }
        }
      }
      if (name.type() == EntityType.ORGANISATION) {
        learnShort(name);
      }
    }

    private int givenEnd(NameMention name) {
      int end = name.first() + 1;
      while (end + 1 < name.end() && text.isHyphen(end)) {
        end += 2;
      }
      return end;
    }

    /** Before "Jr." and "III". */
    private int surnameEnd(NameMention name) {
      int end = name.end();
      while (end - 2 > name.first()
          && (text.word(end - 1).isEmpty() || NameWords.SUFFIXES.contains(text.word(end - 1)))) {
        end--;
      }
      return end;
    }

    private int surnameStart(NameMention name, int end) {
      int first = end - 1;
      while (first - 2 >= name.first() && text.isHyphen(first - 1)) {
        first -= 2;
      }
      return first;
    }

    /** Scientology of Church of Scientology, LV of LibriVox. */
    private void learnShort(NameMention name) {
      if (name.length() == 3
          && text.word(name.first() + 1).equals("of")
          && NameWords.ORGANISATION_HEADS.contains(text.word(name.first()))) {
        learn(name.end() - 1, name.end(), name.type());
      } else if (name.length() == 1 && !isAllCapitals(name.first())) {
        Acronyms.of(text, name.first(), name.end())
            .forEach(capitals -> acronyms.putIfAbsent(capitals, name.type()));
      }
    }

    private boolean isAllCapitals(int position) {
      return !Acronyms.letters(text.token(position).text()).isEmpty();
    }

    private void learn(int first, int end, EntityType type) {
      String words = text.words(first, end);
      if (end - first <= MAX_WORDS && words.length() > 1) {
        // A whole name says more than a part of one.
        types.putIfAbsent(words, type);
        longest.merge(text.word(first), end - first, Math::max);
      }
    }

    void find(int from, int to, List<NameMention> found) {
      for (int i = from; i < to; i++) {
        int end =
            Math.min(to, Math.min(i + longest.getOrDefault(text.word(i), 0), text.sentenceEnd(i)));
        while (end > i && !(types.containsKey(text.words(i, end)) && isName(i, end))) {
          end--;
        }
        EntityType type = end > i ? types.get(text.words(i, end)) : null;
        if (type == null && !acronyms.isEmpty()) {
          type = acronyms.get(Acronyms.letters(text.token(i).text()));
          end = i + 1;
        }
        if (type != null) {
          found.add(NameMention.of(i, end, type, CONFIDENCE, Evidence.COREFERENCE));
          i = end - 1;
        }
      }
    }

    private boolean isName(int first, int end) {
      Style style = text.sentence(first).style();
      if (text.word(end - 1).isEmpty() || !isCapital(first)) {
        return false;
      }
      if (end - first == 1 && CommonWords.contains(text.word(first))) {
        return style == Style.PLAIN && first > text.sentenceStart(first) && isFree(first, end);
      }
      return (style != Style.PLAIN || isFree(first, end)) && !isHalf(first, end);
    }

    /** The Brook of {@code Nadia Brook-Lane}. */
    private boolean isHalf(int first, int end) {
      return (end + 1 < text.size() && text.isHyphen(end) && isCapital(end + 1))
          || (first > 1 && text.isHyphen(first - 1) && isCapital(first - 2));
    }

    /** Whether no longer name goes on before or behind. */
    private boolean isFree(int first, int end) {
      boolean continued = end < text.sentenceEnd(first) && isNamePart(end);
      int before = first - 1;
      boolean continues =
          before >= text.sentenceStart(first)
              && isNamePart(before)
              && !(before == text.sentenceStart(first) && CommonWords.contains(text.word(before)));
      return !continued && !continues;
    }

    private boolean isNamePart(int position) {
      return isCapital(position)
          && !NameWords.TITLES.contains(text.word(position))
          && !text.word(position).equals("i");
    }

    private boolean isCapital(int position) {
      Token token = text.token(position);
      return token.isWord() && token.startsUpperCase();
    }
  }
}
