package org.articlepipeline.enrich.entities;

import java.util.ArrayList;
import java.util.List;
import org.articlepipeline.enrich.entities.RecognizedEntity.Evidence;
import org.articlepipeline.enrich.text.Token;

/** An acronym that stands in brackets behind the name it shortens is a name of the same type. */
final class AcronymRule implements NameRule {
  private static final double CONFIDENCE = 0.8;

  @Override
  public List<NameMention> apply(ArticleText text, List<NameMention> names) {
    List<NameMention> acronyms = new ArrayList<>();
    for (NameMention name : names) {
      int at = name.end() + 1;
      if (name.length() > 1
          && at + 1 < text.size()
          && text.token(at - 1).text().equals("(")
          && text.token(at + 1).text().equals(")")
          && shortens(text.token(at), text.words(name.first(), name.end()))) {
        acronyms.add(NameMention.of(at, at + 1, name.type(), CONFIDENCE, Evidence.RULE));
      }
    }
    return acronyms.isEmpty() ? names : MergedNames.of(names, acronyms);
  }

  /** Whether its letters stand in the words in this order, or are first letters in any order. */
  static boolean shortens(Token acronym, String words) {
    String letters = Acronyms.letters(acronym.text());
    return letters.length() > 1
        && !words.isEmpty()
        && (areInOrder(letters, words) || areInitials(letters, words));
  }

  private static boolean areInOrder(String letters, String words) {
    int at = 0;
    for (int i = 0; i < letters.length(); i++) {
      at = words.indexOf(letters.charAt(i), at) + 1;
      if (at == 0) {
        return false;
      }
    }
    return letters.charAt(0) == words.charAt(0);
  }

  /** Whether each letter is the first of another word. */
  static boolean areInitials(String letters, String words) {
    StringBuilder initials = new StringBuilder();
    for (int i = 0; i < words.length(); i++) {
      if (i == 0 || words.charAt(i - 1) == ' ') {
        initials.append(words.charAt(i));
      }
    }
    for (int i = 0; i < letters.length(); i++) {
      int at = initials.indexOf(letters.substring(i, i + 1));
      if (at < 0) {
        return false;
      }
      initials.deleteCharAt(at);
    }
    return true;
  }
}
