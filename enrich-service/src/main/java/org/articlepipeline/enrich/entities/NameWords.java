package org.articlepipeline.enrich.entities;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Lists of words that matter in and around names, as {@link ArticleText#word} gives them. */
final class NameWords {
  private static final Map<String, Set<String>> LISTS = lists("/name-words.txt");

  static final Set<String> TITLES = list("title");
  static final Set<String> RELATIONS = list("relation");
  static final Set<String> ORGANISATION_TAILS = list("organisation-tail");
  static final Set<String> ORGANISATION_HEADS = list("organisation-head");
  static final Set<String> COMPANY_TAILS = list("company-tail");
  static final Set<String> COMPANY_FORMS = list("company-form");
  static final Set<String> PLACE_TAILS = list("place-tail");
  static final Set<String> FEATURES = list("feature");
  static final Set<String> LOCATIVES = list("locative");
  static final Set<String> CREDITS = list("credit");
  static final Set<String> SUFFIXES = list("suffix");
  static final Set<String> HONOURS = list("honour");
  static final Set<String> PARTICLES = list("particle");
  static final Set<String> COMPOUND_ENDS = list("compound-end");
  static final Set<String> CLUB_FORMS = list("club-form");

  /** For each given name, the names that are forms of it. */
  private static final Map<String, Set<String>> GIVEN_NAMES = givenNames();

  private NameWords() {}

  /** Other forms of a given name, in the order of the alphabet; Larry for Lawrence. */
  static Set<String> forms(String given) {
    return GIVEN_NAMES.getOrDefault(given, Set.of());
  }

  /** Whether one is a form of the other, as Larry of Lawrence. */
  static boolean areForms(String given, String other) {
    return forms(given).contains(other);
  }

  private static Set<String> list(String name) {
    return Objects.requireNonNull(LISTS.get(name), name);
  }

  /** The lists of a resource, by name. */
  static Map<String, Set<String>> lists(String resource) {
    Map<String, Set<String>> lists = new HashMap<>();
    Set<String> current = new HashSet<>();
    for (String line : lines(resource)) {
      if (line.startsWith("[")) {
        current = new HashSet<>();
        lists.put(line.substring(1, line.length() - 1), current);
      } else {
        current.addAll(Arrays.asList(line.split(" ")));
      }
    }
    return lists;
  }

  private static Map<String, Set<String>> givenNames() {
    Map<String, Set<String>> names = new HashMap<>();
    for (String line : lines("/given-names.txt")) {
      List<String> forms = List.of(line.split(" "));
      forms.forEach(form -> names.computeIfAbsent(form, f -> new TreeSet<>()).addAll(forms));
    }
    return names;
  }

  private static List<String> lines(String resource) {
    try (InputStream in = NameWords.class.getResourceAsStream(resource)) {
      return new String(Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
