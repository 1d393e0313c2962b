package org.articlepipeline.enrich.entities;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Words that say of the name behind them that it is another name of somebody: "better known as",
 * "whose real name was", "née".
 *
 * @param first position of its first word
 * @param kind what sort of name follows
 */
record AliasPhrase(int first, Kind kind) {

  enum Kind {
    /** Anywhere behind the name: "known to his friends as". */
    ALIAS,
    /** With nothing but a sign between it and the name: ", called", "(formerly". */
    ADJACENT,
    /** As ADJACENT, for the name of birth; "Brook" alone is somebody else's name, too. */
    BIRTH,
    /** As ALIAS, behind "him" or "her": of a person. */
    PERSONAL,
    /** Behind the name or "she" and "was": "was born Nadia Lane". */
    BORN
  }

  private static final int LONGEST = 7;
  private static final Set<String> CALL = Set.of("call", "calls", "called", "calling");
  private static final Set<String> WHOM =
      Set.of("him", "her", "himself", "herself", "them", "themselves");
  private static final Set<String> NAMES =
      Set.of("nickname", "pseudonym", "moniker", "nom", "alias", "handle");
  private static final Set<String> NAME_KINDS =
      Set.of("real", "full", "birth", "given", "legal", "maiden", "stage", "pen", "ring", "former");
  private static final Set<String> NAME_USES =
      Set.of("under", "by", "took", "taking", "adopted", "assumed", "used", "using", "chose");
  private static final Set<String> OFTEN =
      Set.of("also", "often", "sometimes", "popularly", "affectionately", "usually", "simply");

  /** The phrase that ends before this position, with maybe a quote or "the" between. */
  static @Nullable AliasPhrase before(ArticleText text, int position) {
    int start = text.sentenceStart(position);
    int last = position - 1;
    while (last > start && (isQuote(text, last) || text.word(last).equals("the"))) {
      last--;
    }
    if (last <= start) {
      return null;
    }
    return switch (text.word(last)) {
      case "as" -> known(text, start, last);
      case "by" ->
          of(Set.of("goes", "go", "went", "going").contains(text.word(last - 1)), last - 1);
      case "nicknamed", "aka" -> new AliasPhrase(last, Kind.ALIAS);
      case "alias", "formerly", "previously" -> new AliasPhrase(last, Kind.ADJACENT);
      case "nee", "born" -> birth(text, last);
      case "called", "dubbed" -> called(text, last);
      case "calls", "call" -> whomTheyCall(text, start, last);
      case "name", "of", "is", "was" -> name(text, start, last);
      default ->
          NAMES.contains(text.word(last))
              ? new AliasPhrase(last, Kind.ALIAS)
              : WHOM.contains(text.word(last)) && CALL.contains(text.word(last - 1))
                  ? new AliasPhrase(last - 1, Kind.PERSONAL)
                  : null;
    };
  }

  /** Whether it stands right behind the name. */
  boolean isAdjacent() {
    return kind == Kind.ADJACENT || kind == Kind.BIRTH;
  }

  /** Whether only people are called so. */
  boolean isPersonal() {
    return kind == Kind.PERSONAL || kind == Kind.BIRTH || kind == Kind.BORN;
  }

  private static boolean isQuote(ArticleText text, int i) {
    return text.word(i).isEmpty() && NameParts.QUOTES.contains(text.token(i).text());
  }

  private static @Nullable AliasPhrase of(boolean said, int first) {
    return said ? new AliasPhrase(first, Kind.ALIAS) : null;
  }

  /** {@code known to her friends as}, but not {@code known for his years as}. */
  private static @Nullable AliasPhrase known(ArticleText text, int start, int as) {
    for (int i = as - 1; i >= Math.max(start, as - LONGEST); i--) {
      String word = text.word(i);
      if (word.equals("known") || (word.equals("referred") && text.word(i + 1).equals("to"))) {
        return new AliasPhrase(i, Kind.ALIAS);
      }
      if (word.equals("for") || word.equals("role") || text.token(i).text().equals(";")) {
        return null;
      }
    }
    return null;
  }

  private static @Nullable AliasPhrase birth(ArticleText text, int last) {
    return text.word(last - 1).equals("was")
        ? new AliasPhrase(last - 1, Kind.BORN)
        : new AliasPhrase(last, Kind.BIRTH);
  }

  private static AliasPhrase called(ArticleText text, int last) {
    return new AliasPhrase(OFTEN.contains(text.word(last - 1)) ? last - 1 : last, Kind.ADJACENT);
  }

  /** {@code whom everybody calls} */
  private static @Nullable AliasPhrase whomTheyCall(ArticleText text, int start, int last) {
    for (int i = last - 1; i >= Math.max(start, last - LONGEST); i--) {
      if (text.word(i).equals("whom") || text.word(i).equals("who")) {
        return new AliasPhrase(i, Kind.ADJACENT);
      }
    }
    return null;
  }

  /** {@code whose real name is}, {@code under the stage name}, {@code took the name of} */
  private static @Nullable AliasPhrase name(ArticleText text, int start, int last) {
    int name = text.word(last).equals("name") ? last : last - 1;
    if (name <= start || !text.word(name).equals("name")) {
      return null;
    }
    boolean kind = NAME_KINDS.contains(text.word(name - 1));
    if (kind || text.word(last).equals("is") || text.word(last).equals("was")) {
      return of(kind, name - 1);
    }
    for (int i = name - 1; i >= Math.max(start, name - LONGEST / 2); i--) {
      if (NAME_USES.contains(text.word(i))) {
        return new AliasPhrase(i, Kind.ALIAS);
      }
    }
    return null;
  }
}
