package org.articlepipeline.enrich.entities;

import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Lists of words by which the text tells what a name is, as {@link ArticleText#word} has them. */
final class ContextWords {
  private static final Map<String, Set<String>> LISTS = NameWords.lists("/context-words.txt");

  static final Set<String> INSTITUTIONS = list("institution");
  static final Set<String> NO_INSTITUTIONS = list("no-institution");
  static final Set<String> INSTITUTION_SUFFIXES = list("institution-suffix");
  static final Set<String> INSTITUTION_FIRSTS = list("institution-first");
  static final Set<String> DEPARTMENTS = list("department");
  static final Set<String> ORGANISATION_KINDS = list("organisation-kind");
  static final Set<String> ORGANISATION_KINDS_BEFORE = list("organisation-kind-before");
  static final Set<String> ORGANISATION_ROLES = list("organisation-role");
  static final Set<String> ORGANISATION_HAS = list("organisation-has");
  static final Set<String> PLACE_KINDS = list("place-kind");
  static final Set<String> PLACE_KINDS_IS = list("place-kind-is");
  static final Set<String> PLACE_HAS = list("place-has");
  static final Set<String> CALENDAR = list("calendar");

  private ContextWords() {}

  private static Set<String> list(String name) {
    return Objects.requireNonNull(LISTS.get(name), name);
  }
}
