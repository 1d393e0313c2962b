package org.articlepipeline.enrich.entities;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.articlepipeline.enrich.entities.Genders.Gender;
import org.jspecify.annotations.Nullable;

/**
 * Decides whom a name means that several people in the article have: the one who was named in full
 * before in the same paragraph; if nobody was, whom the headline names, or else who was named in
 * full first. Those who were introduced as somebody's relative ("his wife, Nadia Brook") are not
 * meant while there are others, unless, of two, the title says so: Mrs. Brook is the wife.
 */
final class Namesakes {
  private final Genders genders;
  private final ArticleText text;

  Namesakes(ArticleText text) {
    this.text = text;
    this.genders = new Genders(text);
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
    Gender gender = genders.byTitle(mention);
    List<NameForm> fitting = new ArrayList<>();
    Set<NameForm> titled = new HashSet<>();
    for (NameForm candidate : gender == null ? List.<NameForm>of() : candidates) {
      Gender other = genders.of(candidate);
      if (other == null || other == gender) {
        fitting.add(candidate);
      }
      if (other == gender) {
        titled.add(candidate);
      }
    }
    return nearest(fitting.isEmpty() ? candidates : fitting, mention, titled);
  }

  /** Whether a word such as wife stands before. */
  boolean followsRelation(NameMention mention) {
    return genders.isRelation(mention.first() - 1, mention.first());
  }

  /**
   * @param titled whom the title before the name fits
   */
  private NameForm nearest(List<NameForm> candidates, NameMention mention, Set<NameForm> titled) {
    NameForm nearest = null;
    NameForm principal = null;
    NameForm fitting = null;
    int last = -1;
    for (NameForm candidate : candidates) {
      boolean fits = titled.contains(candidate);
      if (fits || genders.relation(candidate).isEmpty()) {
        principal = principal == null ? candidate : principal;
        fitting = fitting == null && fits ? candidate : fitting;
        NameMention before = candidate.lastBefore(mention.first());
        if (before != null && before.first() > last && inOneParagraph(before, mention)) {
          last = before.first();
          nearest = candidate;
        }
      }
    }
    return Stream.of(nearest, fitting, principal)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(candidates.getFirst());
  }

  private boolean inOneParagraph(NameMention a, NameMention b) {
    return text.inHeadline(a.first()) == text.inHeadline(b.first())
        && text.sentence(a.first()).paragraph() == text.sentence(b.first()).paragraph();
  }
}
