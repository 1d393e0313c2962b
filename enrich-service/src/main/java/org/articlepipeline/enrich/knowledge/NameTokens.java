package org.articlepipeline.enrich.knowledge;

import java.util.stream.Stream;
import org.articlepipeline.enrich.text.Token;
import org.articlepipeline.enrich.text.Tokenizer;

/**
 * What of a text could be in a name: the hashes of its tokens that have a capital or a digit, in
 * small letters, sorted, each once. An article that has a name has all of the name's; so an index
 * of them finds the articles of a name that nobody knew when they were indexed.
 */
public final class NameTokens {

  private NameTokens() {}

  /** Of all these texts together. */
  public static int[] of(Stream<String> texts) {
    return texts
        .flatMap(text -> Tokenizer.tokenize(text).stream())
        .map(Token::text)
        .filter(NameTokens::mayBeOfAName)
        .mapToInt(token -> NameHash.fold(token).hashCode())
        .sorted()
        .distinct()
        .toArray();
  }

  private static boolean mayBeOfAName(String token) {
    return token.codePoints().anyMatch(NameTokens::isCapitalOrDigit);
  }

  private static boolean isCapitalOrDigit(int c) {
    return Character.isUpperCase(c) || Character.isTitleCase(c) || Character.isDigit(c);
  }
}
