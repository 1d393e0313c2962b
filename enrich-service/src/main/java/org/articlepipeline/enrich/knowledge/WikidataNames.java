package org.articlepipeline.enrich.knowledge;

import java.util.List;
import org.articlepipeline.enrich.text.CommonWords;
import org.articlepipeline.enrich.text.Token;
import org.articlepipeline.enrich.text.Tokenizer;
import org.articlepipeline.schemas.EntityType;

/**
 * Which labels and aliases of Wikidata are names, and which of them name something by themselves.
 * Wikidata does not say: an alias may be a surname, a nickname, an acronym or an everyday word.
 */
final class WikidataNames {
  private static final int SHORT = 3;
  private static final int LONGEST_ACRONYM = 5;

  private WikidataNames() {}

  /** Not what is written in small letters throughout, nor signs alone. */
  static boolean isName(String text) {
    return text.codePoints().anyMatch(Character::isLetterOrDigit)
        && (text.codePoints().noneMatch(Character::isLowerCase)
            || text.codePoints().anyMatch(c -> Character.isUpperCase(c) || Character.isDigit(c)));
  }

  /** Everyday words ({@code The Who}), and one or two letters. */
  static boolean isWeakLabel(String name) {
    List<Token> tokens = Tokenizer.tokenize(name);
    return isCommon(tokens) || (tokens.size() == 1 && letters(name) < SHORT);
  }

  /**
   * What would be weak as a label; of a person, whatever is one word: a surname, given name or
   * nickname; of others, a word of up to three letters or an acronym of up to five.
   */
  static boolean isWeakAlias(String name, EntityType type) {
    List<Token> tokens = Tokenizer.tokenize(name);
    if (tokens.size() > 1) {
      return isCommon(tokens);
    }
    boolean acronym =
        letters(name) <= LONGEST_ACRONYM && name.codePoints().noneMatch(Character::isLowerCase);
    return type == EntityType.PERSON || letters(name) <= SHORT || acronym || isCommon(tokens);
  }

  private static boolean isCommon(List<Token> tokens) {
    return tokens.stream().allMatch(t -> !t.isWord() || CommonWords.contains(t.text()));
  }

  private static long letters(String name) {
    return name.codePoints().filter(Character::isLetterOrDigit).count();
  }
}
