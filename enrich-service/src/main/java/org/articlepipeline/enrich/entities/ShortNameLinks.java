package org.articlepipeline.enrich.entities;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.articlepipeline.schemas.EntityType;

/**
 * Joins short names of organisations and places with the long ones: Harvard University and Harvard,
 * Church of Scientology and Scientology, Gull Ledger and the Ledger, Taipei City and Taipei. A
 * short name that fits several means the one that was named last before.
 */
final class ShortNameLinks {
  /** More names that a short one may mean are not compared. */
  private static final int MAX_MEANINGS = 16;

  private final Map<List<String>, NameForm> byWords = new HashMap<>();
  private final Map<NameForm, List<NameForm>> longer = new LinkedHashMap<>();
  private final NameForms forms;

  private ShortNameLinks(NameForms forms) {
    this.forms = forms;
  }

  static void join(NameForms forms) {
    ShortNameLinks organisations = new ShortNameLinks(forms);
    organisations.add(forms.ofType(EntityType.ORGANISATION));
    ShortNameLinks places = new ShortNameLinks(forms);
    places.add(forms.ofType(EntityType.PLACE));
    organisations.join();
    places.join();
  }

  private void add(List<NameForm> all) {
    all.forEach(form -> byWords.putIfAbsent(form.words, form));
    for (NameForm form : all) {
      if (form.is(EntityType.PLACE)) {
        shortPlaces(form.words).forEach(words -> add(words, form));
        nameOfFeature(form.words).stream()
            .filter(this::isUnknown)
            .forEach(words -> add(words, form));
      } else {
        ShortNames names = ShortNames.of(form.words);
        names.alone().forEach(words -> add(words, form));
        names.objects().forEach(words -> add(words, form));
        names.afterwards().stream()
            .filter(words -> follows(words, form))
            .forEach(words -> add(words, form));
        names.behindThe().forEach(words -> add(words, form));
      }
    }
  }

  private boolean follows(List<String> words, NameForm form) {
    NameForm shorter = byWords.get(words);
    return isUnknown(words) && shorter != null && shorter.first() > form.first();
  }

  /** The river is not the state that is called like it. */
  private boolean isUnknown(List<String> words) {
    NameForm shorter = byWords.get(words);
    return shorter != null && shorter.known() == null;
  }

  /** Tide River and Mount Tide are also called Tide. */
  private static List<List<String>> nameOfFeature(List<String> words) {
    if (words.size() < 2) {
      return List.of();
    }
    return NameWords.FEATURES.contains(words.getLast())
        ? List.of(words.subList(0, words.size() - 1))
        : NameWords.FEATURES.contains(words.getFirst())
            ? List.of(words.subList(1, words.size()))
            : List.of();
  }

  private void add(List<String> words, NameForm form) {
    NameForm shorter = byWords.get(words);
    if (shorter != null && shorter != form) {
      List<NameForm> meanings = longer.computeIfAbsent(shorter, s -> new ArrayList<>());
      if (meanings.size() < MAX_MEANINGS) {
        meanings.add(form);
      }
    }
  }

  private static List<List<String>> shortPlaces(List<String> words) {
    List<List<String>> names = new ArrayList<>();
    for (int n = 1; n < words.size(); n++) {
      if (NameWords.PLACE_TAILS.containsAll(words.subList(n, words.size()))) {
        names.add(words.subList(0, n));
      }
    }
    if (words.size() > 2
        && words.get(1).equals("of")
        && NameWords.PLACE_TAILS.contains(words.getFirst())) {
      names.add(words.subList(2, words.size()));
    }
    return names;
  }

  /** The longest short names first, so that those of one thing are one for the shortest. */
  private void join() {
    List<NameForm> shorter = new ArrayList<>(longer.keySet());
    shorter.sort(Comparator.comparingInt(form -> -form.words.size()));
    for (NameForm form : shorter) {
      join(form, longer.getOrDefault(form, List.of()));
    }
  }

  private void join(NameForm shorter, List<NameForm> meanings) {
    if (shorter.leader() != shorter) {
      return;
    }
    Map<NameForm, List<NameMention>> meant = new LinkedHashMap<>();
    for (NameMention mention : shorter.mentions) {
      NameForm form = shorter.known() == null ? lastBefore(meanings, mention) : meanings.getFirst();
      meant.computeIfAbsent(form.leader(), f -> new ArrayList<>()).add(mention);
    }
    forms.join(shorter, meant);
  }

  private static NameForm lastBefore(List<NameForm> meanings, NameMention mention) {
    NameForm last = meanings.getFirst();
    int best = -1;
    for (NameForm form : meanings) {
      NameMention before = form.lastBefore(mention.first());
      if (before != null && before.first() > best) {
        best = before.first();
        last = form;
      }
    }
    return last;
  }
}
