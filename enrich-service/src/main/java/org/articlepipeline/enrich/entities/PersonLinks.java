package org.articlepipeline.enrich.entities;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.articlepipeline.schemas.EntityType;
import org.jspecify.annotations.Nullable;

/**
 * Joins the names of one person: variants of the full name, surname, given name. A surname that
 * several people in the article have means the one who was last named in full before, not counting
 * those who were introduced as somebody's relative; who follows such a word ("his wife Chrissy") is
 * never meant by the surname.
 */
final class PersonLinks {
  /** More people of one surname are not compared: no article has them. */
  private static final int MAX_NAMESAKES = 16;

  private final NameForms forms;
  private final ArticleText text;
  private final Map<String, List<NameForm>> bySurname = new HashMap<>();
  private final Map<String, List<NameForm>> byGiven = new HashMap<>();
  private final Map<List<String>, NameForm> full = new HashMap<>();

  private PersonLinks(NameForms forms) {
    this.forms = forms;
    this.text = forms.text();
  }

  static void join(NameForms forms) {
    List<NameForm> people = forms.ofType(EntityType.PERSON);
    PersonLinks links = new PersonLinks(forms);
    people.forEach(links::addFull);
    people.forEach(links::joinParts);
    people.forEach(links::joinOneWord);
  }

  private void addFull(NameForm form) {
    PersonName name = PersonName.of(form);
    if (!name.isFull()) {
      return;
    }
    List<NameForm> namesakes =
        bySurname.computeIfAbsent(name.surname(), surname -> new ArrayList<>());
    for (NameForm namesake : namesakes) {
      PersonName other = PersonName.of(namesake);
      if (name.isVariantOf(other)) {
        (name.words().size() > other.words().size() ? form : namesake)
            .join(name.words().size() > other.words().size() ? namesake : form);
        break;
      }
    }
    if (namesakes.size() < MAX_NAMESAKES) {
      namesakes.add(form);
      byGiven.computeIfAbsent(name.given(), given -> new ArrayList<>()).add(form);
    }
    full.putIfAbsent(form.words, form);
  }

  /** Several words that start or end a longer name: Kim Kardashian West, Jaap de Hoop Scheffer. */
  private void joinParts(NameForm form) {
    int size = form.words.size();
    for (int n = 2; n < size; n++) {
      NameForm start = full.get(form.words.subList(0, n));
      NameForm end = full.get(form.words.subList(size - n, size));
      if (start != null && !NameWords.SUFFIXES.contains(form.words.get(n))) {
        form.join(start);
      }
      if (end != null) {
        form.join(end);
      }
    }
  }

  private void joinOneWord(NameForm form) {
    if (!form.isOneWord()) {
      return;
    }
    String word = form.lastWord();
    List<NameForm> namesakes = bySurname.getOrDefault(word, List.of());
    List<NameForm> given = byGiven.getOrDefault(word, List.of());
    Map<NameForm, List<NameMention>> meant = new LinkedHashMap<>();
    for (NameMention mention : form.mentions) {
      NameForm who = followsRelation(mention) ? null : nearest(namesakes, mention);
      who = who == null ? nearest(given, mention) : who;
      meant.computeIfAbsent(who == null ? form : who.leader(), f -> new ArrayList<>()).add(mention);
    }
    if (meant.size() == 1) {
      meant.keySet().iterator().next().join(form);
      return;
    }
    meant.forEach(
        (who, mentions) -> {
          if (who != form) {
            who.join(forms.split(form, mentions));
          }
        });
  }

  /** Who of these was last named in full before; if nobody was, the first. */
  private @Nullable NameForm nearest(List<NameForm> candidates, NameMention mention) {
    Set<NameForm> people = new LinkedHashSet<>();
    candidates.forEach(candidate -> people.add(candidate.leader()));
    if (people.size() < 2) {
      return people.isEmpty() ? null : people.iterator().next();
    }
    NameForm nearest = null;
    int last = -1;
    for (NameForm candidate : candidates) {
      int before = lastBefore(candidate, mention.first());
      if (before > last) {
        last = before;
        nearest = candidate;
      }
    }
    return nearest == null ? candidates.getFirst() : nearest;
  }

  /** Position of its last mention before, not counting those behind a relative's word; or -1. */
  private int lastBefore(NameForm form, int position) {
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
    for (int i = low - 1; i >= Math.max(0, low - MAX_NAMESAKES); i--) {
      if (!followsRelation(form.mentions.get(i))) {
        return form.mentions.get(i).first();
      }
    }
    return -1;
  }

  /** Whether a word such as wife stands before. */
  private boolean followsRelation(NameMention mention) {
    int before = mention.first() - 1;
    return before >= text.sentenceStart(mention.first())
        && NameWords.RELATIONS.contains(text.word(before));
  }
}
