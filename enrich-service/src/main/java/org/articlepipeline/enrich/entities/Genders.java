package org.articlepipeline.enrich.entities;

import java.util.Set;
import org.articlepipeline.enrich.text.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * What the text says about somebody's being a man or a woman: by "Mr" before the name, by "his
 * wife", by the first pronoun behind the name.
 */
final class Genders {
  private static final Set<String> MEN = Set.of("mr", "sir", "lord", "monsieur", "herr", "senor");
  private static final Set<String> WOMEN =
      Set.of("mrs", "ms", "miss", "lady", "dame", "madame", "mme", "frau", "senora");
  private static final Set<String> HE = Set.of("he", "his", "him", "himself");
  private static final Set<String> SHE = Set.of("she", "her", "hers", "herself");
  private static final Set<String> MALE =
      Set.of(
          "husband",
          "son",
          "father",
          "brother",
          "uncle",
          "nephew",
          "grandson",
          "grandfather",
          "stepson",
          "stepfather",
          "boyfriend",
          "widower");
  private static final Set<String> FEMALE =
      Set.of(
          "wife",
          "daughter",
          "mother",
          "sister",
          "aunt",
          "niece",
          "granddaughter",
          "grandmother",
          "stepdaughter",
          "stepmother",
          "girlfriend",
          "widow");

  /** A pronoun farther behind a name is somebody else's. */
  private static final int NEAR = 25;

  private static final int MENTIONS = 4;

  private final ArticleText text;

  Genders(ArticleText text) {
    this.text = text;
  }

  enum Gender {
    MAN,
    WOMAN
  }

  /** Null when the text does not say. */
  @Nullable Gender of(NameForm person) {
    Gender relative = of(relation(person), MALE, FEMALE);
    if (relative != null) {
      return relative;
    }
    for (int i = 0; i < Math.min(MENTIONS, person.mentions.size()); i++) {
      NameMention mention = person.mentions.get(i);
      Gender titled = byTitle(mention);
      Gender gender = titled == null ? byPronoun(mention) : titled;
      if (gender != null) {
        return gender;
      }
    }
    return null;
  }

  /** What the title before the name says. */
  @Nullable Gender byTitle(NameMention mention) {
    int before = mention.first() - 1;
    if (before > 0 && text.token(before).text().equals(".")) {
      before--;
    }
    return before < 0 ? null : of(text.word(before), MEN, WOMEN);
  }

  /** What its first mention says it is to somebody: "Her father, Alan Brook"; empty if nothing. */
  String relation(NameForm form) {
    int before = form.first() - 1;
    if (before >= text.sentenceStart(form.first()) && text.token(before).text().equals(",")) {
      before--;
    }
    return isRelation(before, form.first()) ? text.word(before) : "";
  }

  boolean isRelation(int position, int of) {
    return position >= text.sentenceStart(of) && NameWords.RELATIONS.contains(text.word(position));
  }

  private @Nullable Gender byPronoun(NameMention mention) {
    if (text.inHeadline(mention.first())) {
      return null;
    }
    Sentence sentence = text.sentence(mention.first());
    int end = Math.min(text.size(), mention.end() + NEAR);
    for (int i = mention.end(); i < end; i++) {
      if (text.sentence(i).paragraph() != sentence.paragraph() || startsName(i)) {
        return null;
      }
      Gender gender = of(text.word(i), HE, SHE);
      if (gender != null) {
        return gender;
      }
    }
    return null;
  }

  /** Maybe somebody else's, whom the pronoun behind would mean. */
  private boolean startsName(int i) {
    return text.token(i).isWord() && text.token(i).startsUpperCase() && i > text.sentenceStart(i);
  }

  private static @Nullable Gender of(String word, Set<String> men, Set<String> women) {
    return men.contains(word) ? Gender.MAN : women.contains(word) ? Gender.WOMAN : null;
  }
}
