package org.articlepipeline.enrich.entities;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.articlepipeline.enrich.knowledge.KnownEntity;
import org.articlepipeline.schemas.EntityType;
import org.jspecify.annotations.Nullable;

/** The different names of an article, in order of first appearance. */
final class NameForms {
  private final ArticleText text;
  private final List<NameForm> forms = new ArrayList<>();

  private NameForms(ArticleText text) {
    this.text = text;
  }

  private record Key(String words, @Nullable KnownEntity known, boolean surname) {}

  /**
   * Mentions of equal words are one form; those of two known entities are two, and so are those of
   * somebody's surname and of a place that is called the same.
   */
  static NameForms of(ArticleText text, List<NameMention> names) {
    NameForms forms = new NameForms(text);
    Map<Key, NameForm> byKey = new HashMap<>();
    Map<KnownEntity, NameForm> byEntity = new HashMap<>();
    Map<String, NameForm> knownByWords = new HashMap<>();
    Set<String> surnames = SurnameRule.of(text, names);
    for (NameMention name : names) {
      NameParts parts = NameParts.of(text, name);
      String joined = String.join(" ", parts.words());
      KnownEntity known = name.known();
      boolean surname = name.type() == EntityType.PERSON && surnames.contains(joined);
      NameForm form =
          byKey.computeIfAbsent(
              new Key(joined, known, surname), k -> forms.add(parts.words(), parts.hyphenated()));
      form.add(name);
      form.nicknames.addAll(parts.nicknames());
      if (known != null) {
        byEntity.computeIfAbsent(known, e -> form).join(form);
        knownByWords.putIfAbsent(joined, form);
      }
    }
    for (NameForm form : forms.all()) {
      // Written as a known name is, where the knowledge base was not sure enough.
      NameForm known = knownByWords.get(String.join(" ", form.words));
      if (known != null && form.known() == null && known.is(form.type())) {
        known.join(form);
      }
    }
    return forms;
  }

  List<NameForm> all() {
    return forms.stream().filter(form -> !form.mentions.isEmpty()).toList();
  }

  List<NameForm> ofType(EntityType type) {
    return all().stream().filter(form -> form.is(type)).toList();
  }

  ArticleText text() {
    return text;
  }

  /**
   * Joins a form with what its mentions mean. Mentions that mean different things become forms of
   * their own.
   *
   * @param meant the mentions by what they mean; the form itself is who is nobody else
   */
  void join(NameForm form, Map<NameForm, List<NameMention>> meant) {
    NameForm kept = meant.containsKey(form) ? form : meant.keySet().iterator().next();
    meant.forEach((who, mentions) -> who.join(who == kept ? form : split(form, mentions)));
  }

  /** Takes some of its mentions from a form; they are a form of their own then. */
  NameForm split(NameForm form, List<NameMention> mentions) {
    NameForm part = add(form.words, form.parts);
    mentions.forEach(part::add);
    Set<NameMention> gone = new HashSet<>(mentions);
    form.mentions.removeIf(gone::contains);
    return part;
  }

  private NameForm add(List<String> words, List<String> parts) {
    NameForm form = new NameForm(words, parts);
    forms.add(form);
    return form;
  }
}
