package org.articlepipeline.enrich.tagger;

import org.articlepipeline.enrich.text.Sentence.Style;
import org.articlepipeline.enrich.text.Token.Kind;

/**
 * What the other occurrences of a token's word in the article say of it: {@code Smith} is easier to
 * know after {@code Mr Smith}.
 */
final class Repeats {
  /** Signs that an occurrence of a word gives of what it names. */
  enum Sign {
    /** Small somewhere: maybe no name at all. */
    SMALL,
    CAPITAL_INSIDE,
    AFTER_TITLE,
    AFTER_GIVEN_NAME,
    AFTER_PREPOSITION,
    AFTER_THE,
    BEFORE_SPEECH,
    BEFORE_ORGANISATION_HEAD,
    BEFORE_PLACE_HEAD,
    BEFORE_POSSESSIVE,
    /** Between commas or at a comma before another capital: {@code Paris, Texas}. */
    BEFORE_COMMA_AND_CAPITAL,
    IN_BRACKETS,
    ALONE,
    FIRST_OF_MORE,
    LAST_OF_MORE,
    BEFORE_AGE_OR_WHO;

    int bit() {
      return 1 << ordinal();
    }
  }

  private final int[] own;
  private final int[] kind;
  private final int[] once;
  private final int[] twice;

  Repeats(Document document) {
    own = new int[document.size];
    kind = new int[document.size];
    int kinds = number(document);
    once = new int[kinds];
    twice = new int[kinds];
    for (int i = 0; i < document.size; i++) {
      if (kind[i] >= 0) {
        own[i] = signs(document, i);
        twice[kind[i]] |= once[kind[i]] & own[i];
        once[kind[i]] |= own[i];
      }
    }
  }

  /** Signs of at least one other occurrence, as bits. */
  int others(int i) {
    return kind[i] < 0 ? 0 : (once[kind[i]] & ~own[i]) | (twice[kind[i]] & own[i]);
  }

  /** Gives each word that has a capital somewhere a number. */
  private int number(Document document) {
    int capitals = 0;
    for (boolean capital : document.capital) {
      capitals += capital ? 1 : 0;
    }
    int mask = Integer.highestOneBit(capitals * 2 + 1) * 2 - 1;
    int[] table = new int[mask + 1];
    int[] first = new int[capitals];
    int kinds = 0;
    for (int i = 0; i < document.size; i++) {
      if (document.capital[i]) {
        int slot = slot(document, i, table, first);
        if (table[slot] == 0) {
          first[kinds] = i;
          table[slot] = ++kinds;
        }
      }
    }
    for (int i = 0; i < document.size; i++) {
      kind[i] = document.tokens[i].isWord() ? table[slot(document, i, table, first)] - 1 : -1;
    }
    return kinds;
  }

  /** Where the table has the word's number plus one, or has room for it. */
  private static int slot(Document document, int i, int[] table, int[] first) {
    int slot = (int) document.lower[i] & (table.length - 1);
    while (table[slot] != 0 && document.lower[first[table[slot] - 1]] != document.lower[i]) {
      slot = (slot + 1) & (table.length - 1);
    }
    return slot;
  }

  private static int signs(Document document, int i) {
    if (document.style[i] != Style.PLAIN) {
      return 0;
    }
    if (!document.capital[i]) {
      return Sign.SMALL.bit();
    }
    int start = document.sentenceStart[i];
    int end = document.sentenceEnd[i];
    int signs = 0;
    boolean capitalBefore = i > start && document.capital[i - 1];
    boolean capitalAfter = i + 1 < end && document.capital[i + 1];
    if (i > start) {
      signs |= document.tokens[i - 1].isWord() ? Sign.CAPITAL_INSIDE.bit() : 0;
      int before = document.lists(i - 1);
      signs |= WordList.TITLE.in(before) && capitalBefore ? Sign.AFTER_TITLE.bit() : 0;
      signs |= WordList.GIVEN_NAME.in(before) && capitalBefore ? Sign.AFTER_GIVEN_NAME.bit() : 0;
      signs |= WordList.PREPOSITION.in(before) ? Sign.AFTER_PREPOSITION.bit() : 0;
      signs |= document.tokens[i - 1].text().equals("the") ? Sign.AFTER_THE.bit() : 0;
      signs |= document.tokens[i - 1].text().equals("(") ? Sign.IN_BRACKETS.bit() : 0;
    }
    if (i + 1 < end) {
      int after = document.lists(i + 1);
      String next = document.tokens[i + 1].text();
      signs |= WordList.SPEECH.in(after) ? Sign.BEFORE_SPEECH.bit() : 0;
      signs |=
          WordList.ORGANISATION_HEAD.in(after) && capitalAfter
              ? Sign.BEFORE_ORGANISATION_HEAD.bit()
              : 0;
      signs |= WordList.PLACE_HEAD.in(after) && capitalAfter ? Sign.BEFORE_PLACE_HEAD.bit() : 0;
      signs |= document.tokens[i + 1].kind() == Kind.POSSESSIVE ? Sign.BEFORE_POSSESSIVE.bit() : 0;
      if (i + 2 < end && next.equals(",")) {
        signs |= document.capital[i + 2] ? Sign.BEFORE_COMMA_AND_CAPITAL.bit() : 0;
        signs |= document.tokens[i + 2].kind() == Kind.NUMBER ? Sign.BEFORE_AGE_OR_WHO.bit() : 0;
        signs |= document.tokens[i + 2].text().equals("who") ? Sign.BEFORE_AGE_OR_WHO.bit() : 0;
      }
      signs |= next.equals("who") ? Sign.BEFORE_AGE_OR_WHO.bit() : 0;
    }
    if (!capitalBefore && !capitalAfter) {
      return signs | Sign.ALONE.bit();
    }
    signs |= !capitalBefore ? Sign.FIRST_OF_MORE.bit() : 0;
    return signs | (!capitalAfter ? Sign.LAST_OF_MORE.bit() : 0);
  }
}
