package org.articlepipeline.enrich.metadata;

import java.util.List;
import java.util.Set;
import org.articlepipeline.enrich.text.Token;

/**
 * Tells an English sentence from a caption, which has no verb that could be a predicate: words that
 * are always verbs, and those in -ed, unless they go with a preposition as participles do ({@code
 * prints donated by the artist}).
 */
final class FiniteVerbs {
  private static final Set<String> VERBS =
      WordList.of(
          """
          is are was were has have had will would can could may might must should did does do
          isn't aren't wasn't weren't won't can't didn't doesn't says said told took takes
          made makes gave gives went goes came comes got gets saw knew knows thought thinks
          found finds became becomes began begins left kept keeps held holds won lost met ran
          runs paid sent spoke speaks wrote writes led fell rose grew broke drew drove chose
          felt brought bought built spent sold stood struck threw taught caught fought sought
          wants needs plans hopes expects shows means includes remains continues""");

  private static final Set<String> AFTER_PARTICIPLE =
      WordList.of(
          """
          by to in from with at on for as of during""");

  private FiniteVerbs() {}

  static boolean isIn(List<Token> sentence) {
    for (int i = 1; i < sentence.size(); i++) {
      String word = SpeechWords.fold(sentence.get(i));
      boolean past =
          word.endsWith("ed")
              && word.length() > 3
              && i + 1 < sentence.size()
              && !AFTER_PARTICIPLE.contains(sentence.get(i + 1).text());
      if (past || VERBS.contains(word)) {
        return true;
      }
    }
    return false;
  }
}
