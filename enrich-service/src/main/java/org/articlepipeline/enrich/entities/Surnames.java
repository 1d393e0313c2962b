package org.articlepipeline.enrich.entities;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.articlepipeline.schemas.EntityType;

/** The surnames of the people who are named in full, and where one of them is meant by it. */
final class Surnames {
  private static final Set<String> SPEECH =
      Set.of(
          "said",
          "says",
          "told",
          "added",
          "asked",
          "answered",
          "wrote",
          "recalled",
          "argued",
          "explained",
          "insisted",
          "joked",
          "replied",
          "laughed",
          "who",
          "whose");

  private final ArticleText text;
  private final Map<String, Integer> firsts = new HashMap<>();

  Surnames(ArticleText text, List<NameMention> names) {
    this.text = text;
    for (NameMention name : names) {
      if (name.type() == EntityType.PERSON && name.length() > 1) {
        firsts.putIfAbsent(text.word(name.end() - 1), name.first());
      }
    }
  }

  /**
   * Whether a surname means a person, not the firm of the same name.
   *
   * @param firm where the firm is first named in full
   */
  boolean isPerson(NameMention name, int firm) {
    Integer person = firsts.get(text.word(name.end() - 1));
    if (person == null) {
      return false;
    }
    boolean titled =
        name.first() > text.sentenceStart(name.first())
            && NameWords.TITLES.contains(text.word(before(name.first())));
    boolean speaks =
        (name.end() < text.size() && SPEECH.contains(text.word(name.end())))
            || (name.first() > 0 && SPEECH.contains(text.word(name.first() - 1)));
    return titled || speaks || person < firm;
  }

  private int before(int first) {
    return first > 1 && text.token(first - 1).text().equals(".") ? first - 2 : first - 1;
  }
}
