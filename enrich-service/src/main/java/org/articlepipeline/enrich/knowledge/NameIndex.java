package org.articlepipeline.enrich.knowledge;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.articlepipeline.enrich.text.Token;
import org.jspecify.annotations.Nullable;

/**
 * Names by their words. A text is scanned in one pass: for each token, one look-up tells whether
 * any name starts with it and how many tokens such names have; only those lengths are looked up
 * whole.
 *
 * <p>Keys are lower-case so that headlines in capitals can be matched; who asks compares the case.
 * Not thread-safe: {@link KnowledgeBase} guards it.
 */
public final class NameIndex {
  /** Longer names are cut here: no article names anything in more words. */
  static final int MAX_TOKENS = 16;

  private static final KnownName[] NONE = {};

  private final Map<String, KnownName[]> byPhrase = new HashMap<>();
  private final Map<String, FirstWord> byFirstWord = new HashMap<>();
  private int size;

  /** How often names of each length start with a word: index 1 to {@link #MAX_TOKENS}. */
  private static final class FirstWord {
    final int[] names = new int[MAX_TOKENS + 1];

    boolean isUnused() {
      return Arrays.stream(names).allMatch(n -> n == 0);
    }
  }

  static String fold(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  static String phrase(List<Token> tokens) {
    StringBuilder out = new StringBuilder();
    for (Token token : tokens.subList(0, Math.min(tokens.size(), MAX_TOKENS))) {
      out.append(out.isEmpty() ? "" : " ").append(token.text());
    }
    return out.toString();
  }

  /** Names whose lower-case tokens, separated by spaces, are {@code phrase}. */
  KnownName[] find(String phrase) {
    return byPhrase.getOrDefault(phrase, NONE);
  }

  /** The most tokens that a name starting with this lower-case word has; 0 when none does. */
  int longest(String firstWord) {
    FirstWord first = byFirstWord.get(firstWord);
    int length = first == null ? 0 : MAX_TOKENS;
    while (length > 0 && first != null && first.names[length] == 0) {
      length--;
    }
    return length;
  }

  boolean has(String firstWord, int tokens) {
    FirstWord first = byFirstWord.get(firstWord);
    return first != null && first.names[tokens] > 0;
  }

  int size() {
    return size;
  }

  boolean isEmpty() {
    return byPhrase.isEmpty() && byFirstWord.isEmpty();
  }

  void add(KnownName name) {
    String key = fold(name.phrase());
    byPhrase.merge(key, new KnownName[] {name}, NameIndex::join);
    byFirstWord.computeIfAbsent(firstWord(key), k -> new FirstWord()).names[length(key)]++;
    size++;
  }

  void remove(KnownName name) {
    String key = fold(name.phrase());
    byPhrase.computeIfPresent(key, (k, names) -> without(names, name));
    byFirstWord.computeIfPresent(
        firstWord(key),
        (k, first) -> {
          first.names[length(key)]--;
          return first.isUnused() ? null : first;
        });
    size--;
  }

  void clear() {
    byPhrase.clear();
    byFirstWord.clear();
    size = 0;
  }

  private static KnownName[] join(KnownName[] names, KnownName[] more) {
    KnownName[] all = Arrays.copyOf(names, names.length + more.length);
    System.arraycopy(more, 0, all, names.length, more.length);
    return all;
  }

  private static KnownName @Nullable [] without(KnownName[] names, KnownName gone) {
    KnownName[] rest =
        Arrays.stream(names).filter(name -> !name.equals(gone)).toArray(KnownName[]::new);
    return rest.length == 0 ? null : rest;
  }

  private static String firstWord(String key) {
    int space = key.indexOf(' ');
    return space < 0 ? key : key.substring(0, space);
  }

  private static int length(String key) {
    return 1 + (int) key.chars().filter(c -> c == ' ').count();
  }
}
