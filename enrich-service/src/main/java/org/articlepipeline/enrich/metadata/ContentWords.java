package org.articlepipeline.enrich.metadata;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.articlepipeline.enrich.text.AnalysedText;
import org.articlepipeline.enrich.text.Analysis;
import org.articlepipeline.enrich.text.Token;

/**
 * The English words of a text that carry meaning, as numbers: equal ones, whatever their case and
 * also in the plural, have one number. Only the first {@value #MAX_TOKENS} tokens are read, more
 * than a long article has.
 */
final class ContentWords {
  static final int MAX_TOKENS = 20_000;
  static final int NONE = -1;

  private static final Set<String> STOP_WORDS = WordList.words("/stop-words.txt");

  private final int[] byToken;
  private final List<String> words;
  private final Map<String, Integer> numbers;
  private int[] counts;

  private ContentWords(int tokens) {
    this.byToken = new int[tokens];
    this.words = new ArrayList<>();
    this.numbers = new HashMap<>(tokens);
    this.counts = new int[64];
  }

  /** Of the body. */
  static ContentWords of(Analysis analysis) {
    return analysis.shared(ContentWords.class, ContentWords::read);
  }

  private static ContentWords read(AnalysedText text) {
    int size = Math.min(text.tokens().size(), MAX_TOKENS);
    ContentWords result = new ContentWords(size);
    for (int i = 0; i < size; i++) {
      result.add(i, text.tokens().get(i));
    }
    return result;
  }

  private void add(int i, Token token) {
    byToken[i] = NONE;
    String word = fold(token);
    if (word.isEmpty()) {
      return;
    }
    Integer known = numbers.putIfAbsent(word, words.size());
    int number = known == null ? words.size() : known;
    if (known == null) {
      words.add(word);
      if (number == counts.length) {
        counts = Arrays.copyOf(counts, 2 * number);
      }
    }
    byToken[i] = number;
    counts[number]++;
  }

  /** The word as it is compared; empty when it carries no meaning by itself. */
  static String fold(Token token) {
    String text = token.text();
    if (!token.isWord() || text.length() < 2) {
      return "";
    }
    String lower = text.toLowerCase(Locale.ROOT);
    return isStopWord(lower) ? "" : singular(lower);
  }

  static boolean isStopWord(String lowerCase) {
    return STOP_WORDS.contains(lowerCase) || lowerCase.indexOf('\'') > 0;
  }

  /**
   * Without a plural's ending: the S-stemmer of D. Harman, "How effective is suffixing?", JASIS 42
   * (1991).
   */
  static String singular(String word) {
    int length = word.length();
    if (length < 4 || word.charAt(length - 1) != 's') {
      return word;
    }
    if (word.endsWith("ies") && !word.endsWith("eies") && !word.endsWith("aies")) {
      return length > 4 ? word.substring(0, length - 3) + "y" : word;
    }
    boolean ends = word.endsWith("us") || word.endsWith("ss") || word.endsWith("is");
    return ends ? word : word.substring(0, length - 1);
  }

  /** Tokens that were read. */
  int size() {
    return byToken.length;
  }

  /** Number of the word at a token, NONE if it is no content word. */
  int at(int token) {
    return byToken[token];
  }

  int count(int number) {
    return counts[number];
  }

  /** How many different words there are: numbers are below. */
  int distinct() {
    return words.size();
  }

  /** The word in lower case and in the singular. */
  String text(int number) {
    return words.get(number);
  }

  /** The word's number; NONE if the text does not have it. */
  int number(String folded) {
    return numbers.getOrDefault(folded, NONE);
  }
}
