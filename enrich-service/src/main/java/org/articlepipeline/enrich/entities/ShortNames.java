package org.articlepipeline.enrich.entities;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How the name of an organisation is shortened. Some short names stand alone: Harvard of Harvard
 * University, Supreme Court of U.S. Supreme Court, Port Fund of Port Fund for the Arts. Others say
 * only what it is, and so need "the" before them: the Court, the Fund, the Ledger of Gull Ledger.
 */
final class ShortNames {
  private static final int LONGEST = 16;
  private static final Set<String> PREPOSITIONS =
      Set.of("of", "for", "at", "in", "on", "de", "del", "do", "da", "das", "dos", "des", "du");

  /** What "the" before them makes a rank, a country or a time. */
  private static final Set<String> NO_HEADS =
      Set.of("state", "states", "president", "king", "queen", "republic", "kingdom", "world");

  private final List<List<String>> alone = new ArrayList<>();
  private final List<List<String>> afterwards = new ArrayList<>();
  private final List<List<String>> objects = new ArrayList<>();
  private final List<List<String>> behindThe = new ArrayList<>();

  private ShortNames() {}

  /**
   * @param words of the whole name, without "the" and company forms
   */
  static ShortNames of(List<String> words) {
    ShortNames names = new ShortNames();
    int size = Math.min(words.size(), LONGEST);
    int cut = preposition(words, size);
    for (int n = 1; n < size; n++) {
      if (isStart(words, n)) {
        names.alone.add(words.subList(0, n));
      }
    }
    if (size == 2 && names.alone.isEmpty() && !isGeneric(words.getFirst())) {
      names.afterwards.add(words.subList(0, 1));
    }
    for (int from = 1; from < size; from++) {
      List<String> end = words.subList(from, words.size());
      if (isObject(words, from)) {
        names.objects.add(end);
      } else if (isEnd(words, from)) {
        names.alone.add(end);
      } else if (cut == size || words.get(from - 1).equals("the")) {
        names.addHead(end);
      }
    }
    for (int from = 0; from < cut && cut < size; from++) {
      names.addHead(words.subList(from, cut));
    }
    return names;
  }

  private void addHead(List<String> words) {
    boolean part = words.size() > 2 && words.get(1).equals("and");
    if (!part && words.getFirst().length() > 2 && !NO_HEADS.contains(words.getLast())) {
      behindThe.add(words);
    }
  }

  /** Those that need no "the". */
  List<List<String>> alone() {
    return alone;
  }

  /** Those that name it only when the whole name was said before: Tidal of Tidal Gold. */
  List<List<String>> afterwards() {
    return afterwards;
  }

  /** Those that are more often the name of a place or a thing: Gull of Bank of Gull. */
  List<List<String>> objects() {
    return objects;
  }

  List<List<String>> behindThe() {
    return behindThe;
  }

  /** Index of the first preposition behind the first word; {@code size} when there is none. */
  private static int preposition(List<String> words, int size) {
    for (int i = 1; i < size; i++) {
      if (PREPOSITIONS.contains(words.get(i))) {
        return i;
      }
    }
    return size;
  }

  /** Whether the first {@code n} words may stand for all. */
  private static boolean isStart(List<String> words, int n) {
    String next = words.get(n);
    String last = words.get(n - 1);
    if (PREPOSITIONS.contains(next)) {
      return n > 1;
    }
    if (next.equals("and")) {
      // Of partners the first: Brook of Brook & Lane; but Arts of Arts and Crafts Council is none.
      return n == 1 && !isGeneric(words.getLast());
    }
    List<String> rest = words.subList(n, words.size());
    boolean tail =
        NameWords.ORGANISATION_TAILS.containsAll(rest) || NameWords.CLUB_FORMS.containsAll(rest);
    boolean longTail = n > 1 && isGeneric(rest.getLast()) && rest.size() < 3;
    return (tail || longTail)
        && !last.equals("and")
        && !PREPOSITIONS.contains(last)
        && !NameWords.ORGANISATION_TAILS.contains(last)
        && rest.stream().noneMatch(PREPOSITIONS::contains);
  }

  /** Whether the words from {@code from} on may stand for all. */
  private static boolean isEnd(List<String> words, int from) {
    List<String> left = words.subList(0, from);
    if (left.size() == 1
        && (NameWords.CLUB_FORMS.contains(left.getFirst())
            || ContextWords.INSTITUTION_FIRSTS.contains(left.getFirst()))) {
      return !PREPOSITIONS.contains(words.get(from));
    }
    return words.size() - from > 1
        && !words.get(from).equals("and")
        && left.stream().noneMatch(word -> PREPOSITIONS.contains(word) || word.equals("and"));
  }

  /** Whether they stand behind "of": Tidism of Order of Tidism. */
  private static boolean isObject(List<String> words, int from) {
    return from == 2
        && words.get(1).equals("of")
        && NameWords.ORGANISATION_HEADS.contains(words.getFirst());
  }

  /** Whether a word tells only what sort of organisation it is. */
  static boolean isGeneric(String word) {
    return NameWords.ORGANISATION_TAILS.contains(word) || ContextWords.INSTITUTIONS.contains(word);
  }
}
