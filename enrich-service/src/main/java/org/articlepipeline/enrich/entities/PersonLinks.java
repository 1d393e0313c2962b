package org.articlepipeline.enrich.entities;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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

  /** Letters that a shortened given name has in common with the whole. */
  private static final int SHORTENED = 3;

  private final NameForms forms;
  private final Namesakes choice;
  private final Map<String, List<NameForm>> bySurname = new HashMap<>();
  private final Map<String, List<NameForm>> byGiven = new HashMap<>();
  private final Map<String, List<NameForm>> bySecondSurname = new HashMap<>();

  /** People by the first letters of their given names. */
  private final Map<String, List<NameForm>> byStart = new HashMap<>();

  /** People by the first letters of their surnames. */
  private final Map<String, List<NameForm>> bySpelling = new HashMap<>();

  private final Map<List<String>, NameForm> full = new HashMap<>();

  /** The people whose names end with another name of several words. */
  private final Map<NameForm, List<NameForm>> endOf = new LinkedHashMap<>();

  private PersonLinks(NameForms forms) {
    this.forms = forms;
    this.choice = new Namesakes(forms.text());
  }

  static void join(NameForms forms) {
    List<NameForm> people = forms.ofType(EntityType.PERSON);
    PersonLinks links = new PersonLinks(forms);
    people.forEach(links::addFull);
    people.forEach(links::joinParts);
    links.endOf.forEach(links::joinEnd);
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
      put(byGiven, name.given(), form);
      form.nicknames.forEach(nickname -> put(byGiven, nickname, form));
      put(bySpelling, spelling(name.surname()), form);
      if (name.words().size() > 2) {
        // Of two surnames the first is used alone: García of Gabriel García Márquez.
        put(bySecondSurname, name.words().get(name.words().size() - 2), form);
      }
      if (name.given().length() > SHORTENED) {
        put(byStart, name.given().substring(0, SHORTENED), form);
      }
    }
    full.putIfAbsent(form.words, form);
  }

  private static void put(Map<String, List<NameForm>> map, String key, NameForm form) {
    List<NameForm> forms = map.computeIfAbsent(key, k -> new ArrayList<>());
    if (forms.size() < MAX_NAMESAKES) {
      forms.add(form);
    }
  }

  /** Who may be called so for short: as Robert is Bob, and Ketevan Keti. */
  private List<NameForm> shortened(String word) {
    List<NameForm> people = new ArrayList<>();
    for (String given : NameWords.forms(word)) {
      people.addAll(byGiven.getOrDefault(given, List.of()));
    }
    if (people.isEmpty() && word.length() >= SHORTENED) {
      for (NameForm form : byStart.getOrDefault(word.substring(0, SHORTENED), List.of())) {
        if (PersonName.isShortened(word, PersonName.of(form).given())) {
          people.add(form);
        }
      }
    }
    people.sort(Comparator.comparingInt(NameForm::first));
    return people;
  }

  /** Whether only those with the name as their first of two surnames were named before. */
  private static boolean isLaterThan(
      NameMention mention, List<NameForm> surnames, List<NameForm> second) {
    return !second.isEmpty()
        && surnames.stream().allMatch(form -> form.first() > mention.first())
        && second.stream().anyMatch(form -> form.first() < mention.first());
  }

  /** Whose surname has one letter more, less or another. */
  private List<NameForm> misspelt(NameForm form) {
    String word = form.parts.getLast();
    List<NameForm> people = new ArrayList<>();
    for (NameForm other : bySpelling.getOrDefault(spelling(word), List.of())) {
      if (PersonName.isMisspelt(word, PersonName.of(other).surname())) {
        people.add(other);
      }
    }
    boolean family = forms.text().followsThe(form.first());
    return family || people.stream().map(NameForm::leader).distinct().count() > 1
        ? List.of()
        : people;
  }

  private static String spelling(String surname) {
    return surname.substring(0, Math.min(2, surname.length()));
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
        endOf.computeIfAbsent(end, e -> new ArrayList<>()).add(form);
      }
    }
  }

  /** {@code Van der Brook}, of two people maybe. */
  private void joinEnd(NameForm end, List<NameForm> people) {
    if (end.leader() == end && !people.contains(end)) {
      join(end, mention -> choice.meant(people, mention));
    }
  }

  private void joinOneWord(NameForm form) {
    // Who has been joined already is called so for another reason than a part of the name.
    if (!form.isOneWord() || form.leader() != form) {
      return;
    }
    String word = form.parts.getLast();
    List<NameForm> namesakes = bySurname.getOrDefault(word, List.of());
    List<NameForm> second = bySecondSurname.getOrDefault(word, List.of());
    List<NameForm> given = byGiven.getOrDefault(word, List.of());
    if (namesakes.isEmpty() && given.isEmpty()) {
      given = second;
    }
    if (namesakes.isEmpty() && given.isEmpty()) {
      given = shortened(word);
    }
    if (namesakes.isEmpty() && given.isEmpty()) {
      given = misspelt(form);
    }
    List<NameForm> first = given;
    join(
        form,
        mention -> {
          List<NameForm> people = isLaterThan(mention, namesakes, second) ? second : namesakes;
          NameForm who = choice.followsRelation(mention) ? null : choice.meant(people, mention);
          return who == null ? choice.meant(first, mention) : who;
        });
  }

  private void join(NameForm form, Function<NameMention, @Nullable NameForm> choose) {
    Map<NameForm, List<NameMention>> meant = new LinkedHashMap<>();
    for (NameMention mention : form.mentions) {
      NameForm who = choose.apply(mention);
      meant.computeIfAbsent(who == null ? form : who.leader(), f -> new ArrayList<>()).add(mention);
    }
    forms.join(form, meant);
  }
}
