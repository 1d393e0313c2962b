package org.articlepipeline.enrich.entities;

import java.util.List;
import java.util.Set;

/**
 * The name of a person in parts.
 *
 * @param words without suffix, the given name first; those with hyphens between are one
 * @param suffix Jr, III; empty when there is none
 * @param nicknames used in place of the given name
 */
record PersonName(List<String> words, String suffix, Set<String> nicknames) {
  private static final int SHORTEST_VARIANT = 5;
  private static final String VOWELS = "aeiouy";

  static PersonName of(NameForm form) {
    List<String> words = form.parts;
    boolean suffixed = words.size() > 1 && NameWords.SUFFIXES.contains(words.getLast());
    return suffixed
        ? new PersonName(words.subList(0, words.size() - 1), words.getLast(), form.nicknames)
        : new PersonName(words, "", form.nicknames);
  }

  boolean isFull() {
    return words.size() > 1;
  }

  String given() {
    return words.getFirst();
  }

  String surname() {
    return words.getLast();
  }

  private List<String> middle() {
    return words.subList(1, words.size() - 1);
  }

  /** Whether one may be a variant of the other: initials, other forms of the given name. */
  boolean isVariantOf(PersonName other) {
    return surname().equals(other.surname())
        && hasGiven(other)
        && areMiddle(middle(), other.middle())
        && (suffix.equals(other.suffix)
            || (!middle().isEmpty() && middle().equals(other.middle())));
  }

  /** Whether both may be called by the same given name. */
  boolean hasGiven(PersonName other) {
    return isGiven(given(), other.given())
        || nicknames.contains(other.given())
        || other.nicknames.contains(given());
  }

  private static boolean isGiven(String a, String b) {
    return a.equals(b)
        || isInitial(a, b)
        || isInitial(b, a)
        || NameWords.areForms(a, b)
        || isSpelling(a, b);
  }

  /** Sam of Samuel, Keti of Ketevan; but not Paul of Paula. */
  static boolean isShortened(String word, String given) {
    int end = word.length();
    boolean fond = end > 3 && "iyo".indexOf(word.charAt(end - 1)) >= 0;
    String stem = fond ? word.substring(0, end - 1) : word;
    return given.startsWith(stem) && given.length() > word.length() && !given.equals(stem + "a");
  }

  private static boolean isInitial(String initial, String name) {
    return initial.length() <= 2 && initial.charAt(0) == name.charAt(0);
  }

  /** Kristin and Kristen: one vowel for another, not at the end, where it tells men from women. */
  private static boolean isSpelling(String a, String b) {
    if (a.length() != b.length() || a.length() < SHORTEST_VARIANT) {
      return false;
    }
    int differences = 0;
    for (int i = 0; i < a.length(); i++) {
      if (a.charAt(i) != b.charAt(i)) {
        boolean vowels = VOWELS.indexOf(a.charAt(i)) >= 0 && VOWELS.indexOf(b.charAt(i)) >= 0;
        differences += vowels && i < a.length() - 1 ? 1 : 2;
      }
    }
    return differences == 1;
  }

  /** Lindqvist and Lindquist: one letter more, less or another, but not the first. */
  static boolean isMisspelt(String word, String name) {
    int shorter = Math.min(word.length(), name.length());
    if (shorter < SHORTEST_VARIANT || Math.abs(word.length() - name.length()) > 1) {
      return false;
    }
    int same = 0;
    while (same < shorter && word.charAt(same) == name.charAt(same)) {
      same++;
    }
    int wordRest = same + (word.length() >= name.length() ? 1 : 0);
    int nameRest = same + (name.length() >= word.length() ? 1 : 0);
    return same > 0
        && !word.equals(name)
        && word.substring(wordRest).equals(name.substring(nameRest));
  }

  /** One may leave out what the other has; both having something, it must be the same. */
  private static boolean areMiddle(List<String> a, List<String> b) {
    for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
      String x = a.get(i);
      String y = b.get(i);
      if (!x.equals(y) && !isInitial(x, y) && !isInitial(y, x)) {
        return false;
      }
    }
    return true;
  }
}
