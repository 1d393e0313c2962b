package org.articlepipeline.enrich.entities;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides whom a name means that several people in the article have: the one who was named in full
 * before in the same paragraph; if nobody was, whom the headline names, or else who was named in
 * full first. Those who were introduced as somebody's relative ("his wife, Nadia Brook") are not
 * meant while there are others, unless, of two, the title says so: Mrs. Brook is the wife.
 */
final class Namesakes {
  private static final Set<String> MEN = Set.of("mr", "sir", "lord");
  private static final Set<String> WOMEN = Set.of("mrs", "ms", "miss", "lady", "dame");
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

  private final ArticleText text;

  Namesakes(ArticleText text) {
    this.text = text;
  }

  /**
   * @param candidates full names, in order of appearance
   * @return null when there are none
   */
  @Nullable NameForm meant(List<NameForm> candidates, NameMention mention) {
    Set<NameForm> people = new LinkedHashSet<>();
    candidates.forEach(candidate -> people.add(candidate.leader()));
    if (people.size() < 2) {
      return people.isEmpty() ? null : candidates.getFirst();
    }
    NameForm titled = people.size() == 2 ? titled(candidates, mention) : null;
    return titled == null ? nearest(candidates, mention) : titled;
  }

  /** Whether a word such as wife stands before. */
  boolean followsRelation(NameMention mention) {
    return isRelation(mention.first() - 1, mention.first());
  }

  private @Nullable NameForm titled(List<NameForm> candidates, NameMention mention) {
    String title = title(mention);
    boolean man = MEN.contains(title);
    if (!man && !WOMEN.contains(title)) {
      return null;
    }
    NameForm other = null;
    for (NameForm candidate : candidates) {
      String relation = relation(candidate);
      if ((man ? MALE : FEMALE).contains(relation)) {
        return candidate;
      }
      if (other == null && !(man ? FEMALE : MALE).contains(relation)) {
        other = candidate;
      }
    }
    return other;
  }

  private String title(NameMention mention) {
    int before = mention.first() - 1;
    if (before > 0 && text.token(before).text().equals(".")) {
      before--;
    }
    return before < 0 ? "" : text.word(before);
  }

  private NameForm nearest(List<NameForm> candidates, NameMention mention) {
    NameForm nearest = null;
    NameForm principal = null;
    int last = -1;
    for (NameForm candidate : candidates) {
      if (relation(candidate).isEmpty()) {
        principal = principal == null ? candidate : principal;
        NameMention before = lastBefore(candidate, mention.first());
        if (before != null && before.first() > last && inOneParagraph(before, mention)) {
          last = before.first();
          nearest = candidate;
        }
      }
    }
    return nearest != null ? nearest : principal != null ? principal : candidates.getFirst();
  }

  private boolean inOneParagraph(NameMention a, NameMention b) {
    return text.inHeadline(a.first()) == text.inHeadline(b.first())
        && text.sentence(a.first()).paragraph() == text.sentence(b.first()).paragraph();
  }

  private static @Nullable NameMention lastBefore(NameForm form, int position) {
    int low = 0;
    int high = form.mentions.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (form.mentions.get(middle).first() < position) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low == 0 ? null : form.mentions.get(low - 1);
  }

  /** What its first mention says it is to somebody: "Her father, Alan Brook"; empty if nothing. */
  private String relation(NameForm form) {
    int before = form.first() - 1;
    if (before >= text.sentenceStart(form.first()) && text.token(before).text().equals(",")) {
      before--;
    }
    return isRelation(before, form.first()) ? text.word(before) : "";
  }

  private boolean isRelation(int position, int of) {
    return position >= text.sentenceStart(of) && NameWords.RELATIONS.contains(text.word(position));
  }
}
