package org.articlepipeline.enrich.entities;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.articlepipeline.schemas.EntityType;

/**
 * Joins short names of organisations and places with the long ones: Harvard University and Harvard,
 * U.S. Supreme Court and Supreme Court, Church of Scientology and Scientology, Taipei City and
 * Taipei. A short name belongs to the first long one that it fits.
 */
final class ShortNameLinks {
  private static final Set<String> PREPOSITIONS = Set.of("of", "for", "at", "in", "on", "and");

  private final Map<List<String>, NameForm> byWords = new HashMap<>();
  private final EntityType type;

  private ShortNameLinks(EntityType type) {
    this.type = type;
  }

  static void join(NameForms forms) {
    for (EntityType type : List.of(EntityType.ORGANISATION, EntityType.PLACE)) {
      ShortNameLinks links = new ShortNameLinks(type);
      List<NameForm> all = forms.ofType(type);
      all.forEach(form -> links.byWords.putIfAbsent(form.words, form));
      all.forEach(links::joinShorter);
    }
  }

  private void joinShorter(NameForm form) {
    int size = Math.min(form.words.size(), 16);
    for (int n = 1; n < size; n++) {
      NameForm start = byWords.get(form.words.subList(0, n));
      if (start != null && start.leader() == start && isStart(form.words, n)) {
        form.join(start);
      }
      NameForm end = byWords.get(form.words.subList(form.words.size() - n, form.words.size()));
      if (end != null && end.leader() == end && isEnd(form.words, form.words.size() - n)) {
        form.join(end);
      }
    }
  }

  /** Whether the first {@code n} words may stand for all. */
  private boolean isStart(List<String> words, int n) {
    List<String> rest = words.subList(n, words.size());
    if (type == EntityType.PLACE) {
      return NameWords.PLACE_TAILS.containsAll(rest);
    }
    if (PREPOSITIONS.contains(rest.getFirst())) {
      return n > 1;
    }
    return NameWords.ORGANISATION_TAILS.containsAll(rest)
        && !NameWords.ORGANISATION_TAILS.contains(words.get(n - 1));
  }

  /** Whether the words from {@code from} on may stand for all. */
  private boolean isEnd(List<String> words, int from) {
    List<String> left = words.subList(0, from);
    boolean of = left.size() == 2 && left.getLast().equals("of");
    if (type == EntityType.PLACE) {
      return of && NameWords.PLACE_TAILS.contains(left.getFirst());
    }
    if (left.size() == 1 && NameWords.CLUB_FORMS.contains(left.getFirst())) {
      return true;
    }
    return of
        ? NameWords.ORGANISATION_HEADS.contains(left.getFirst())
        : words.size() - from > 1 && left.stream().noneMatch(PREPOSITIONS::contains);
  }
}
