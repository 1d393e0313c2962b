package org.articlepipeline.enrich.metadata;

import java.util.Locale;
import java.util.Set;
import org.articlepipeline.enrich.text.Token;

/** English words that tell who said something. */
final class SpeechWords {
  private static final Set<String> VERBS =
      WordList.of(
          """
          said says say saying told tells added adds continued insisted insists explained
          explains wrote writes tweeted posted noted notes recalled recalls replied responded
          asked asks announced argued argues claimed claims stated states warned warns
          declared admitted admits acknowledged suggested joked quipped concluded remarked
          observed commented confirmed denied predicted complained confessed testified shouted
          whispered emphasized emphasised stressed urged revealed reiterated lamented called
          calls described promised vowed pleaded marvelled mused laughed""");

  /** Before a verb, they make somebody else the one who said it. */
  private static final Set<String> PASSIVE =
      WordList.of(
          """
          was were is are be been being when if so-called as""");

  private static final Set<String> LINKS =
      WordList.of(
          """
          of to about that for with on at in by from""");

  private static final Set<String> PRONOUNS = Set.of("he", "she");

  private SpeechWords() {}

  static boolean isVerb(Token token) {
    return token.isWord() && VERBS.contains(fold(token));
  }

  /**
   * @param word in lower case
   */
  static boolean isVerb(String word) {
    return VERBS.contains(word);
  }

  static boolean makesPassive(Token token) {
    return PASSIVE.contains(fold(token));
  }

  static boolean isLink(Token token) {
    return LINKS.contains(fold(token));
  }

  static boolean isPronoun(Token token) {
    return PRONOUNS.contains(fold(token));
  }

  static String fold(Token token) {
    return token.text().toLowerCase(Locale.ROOT);
  }
}
