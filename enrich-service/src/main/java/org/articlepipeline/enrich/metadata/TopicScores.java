package org.articlepipeline.enrich.metadata;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.articlepipeline.enrich.metadata.TopicVocabulary.Term;
import org.articlepipeline.enrich.text.AnalysedText;
import org.articlepipeline.enrich.text.Token;

/**
 * How much the words of an English text speak for each topic: the weights of the terms found, each
 * by the logarithm of how often, and twice in the headline. Names of people and places say nothing.
 */
final class TopicScores {
  private final TopicVocabulary vocabulary;
  private final Map<Term, Integer> counts = new LinkedHashMap<>();

  TopicScores(TopicVocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /**
   * @param names tokens that are not looked at
   * @param times how often each word counts
   */
  void add(AnalysedText text, EntityTokens names, int times) {
    int size = Math.min(text.tokens().size(), ContentWords.MAX_TOKENS);
    String[] folded = new String[size];
    for (int i = 0; i < size; i++) {
      Token token = text.tokens().get(i);
      boolean looked = token.isWord() && names.at(i) == null;
      folded[i] = looked ? ContentWords.singular(SpeechWords.fold(token)) : "";
    }
    for (int i = 0; i < size; i++) {
      if (!folded[i].isEmpty()) {
        for (Term term : vocabulary.startingWith(folded[i])) {
          if (isAt(term.words(), folded, i)) {
            counts.merge(term, times, Integer::sum);
          }
        }
      }
    }
  }

  private static boolean isAt(List<String> term, String[] folded, int at) {
    if (at + term.size() > folded.length) {
      return false;
    }
    for (int i = 1; i < term.size(); i++) {
      if (!term.get(i).equals(folded[at + i])) {
        return false;
      }
    }
    return true;
  }

  /** By topic: its strength and how many different terms made it. In the vocabulary's order. */
  Score[] scores() {
    List<MediaTopic> topics = vocabulary.topics();
    Score[] scores = new Score[topics.size()];
    for (int t = 0; t < scores.length; t++) {
      double sum = 0;
      int terms = 0;
      int telling = 0;
      for (Map.Entry<Term, Integer> found : counts.entrySet()) {
        if (found.getKey().topic() == topics.get(t)) {
          sum += found.getKey().weight() * (1 + Math.log(found.getValue()));
          terms++;
          telling += found.getKey().weight() > 1 ? 1 : 0;
        }
      }
      scores[t] = new Score(topics.get(t), sum, terms, telling);
    }
    return scores;
  }

  /**
   * @param telling how many of the terms weigh more than 1
   */
  record Score(MediaTopic topic, double sum, int terms, int telling) {}
}
