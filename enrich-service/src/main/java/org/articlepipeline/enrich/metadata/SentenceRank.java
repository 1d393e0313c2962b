package org.articlepipeline.enrich.metadata;

import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.articlepipeline.enrich.text.AnalysedText;
import org.articlepipeline.enrich.text.Analysis;
import org.articlepipeline.enrich.text.Sentence;
import org.articlepipeline.enrich.text.Token;
import org.articlepipeline.schemas.EnrichedArticle;
import org.articlepipeline.schemas.NamedEntity;
import org.jspecify.annotations.Nullable;

/**
 * How much of an English article a sentence tells: how early it stands, how many words of the
 * headline and how salient entities it names, and how frequent its words are in the whole text
 * (SumBasic: A. Nenkova, L. Vanderwende, "The impact of frequency on summarization", 2005). Words
 * and names that a chosen sentence has told already count no more.
 */
final class SentenceRank {
  private static final double POSITION = 1.0;
  private static final double HEADLINE = 0.9;
  private static final double FREQUENCY = 0.7;
  private static final double ENTITIES = 0.5;

  /** After so many sentences half of the worth of an early place is gone. */
  private static final double HALF = 4;

  private static final Comparator<Sentence> IN_ORDER =
      Comparator.comparingInt(Sentence::firstToken);

  private final AnalysedText body;
  private final ContentWords words;
  private final EntityTokens entities;
  private final BitSet headline = new BitSet();
  private final int headlineWords;
  private final BitSet told = new BitSet();
  private final int most;

  SentenceRank(Analysis analysis, EnrichedArticle.Builder result) {
    this.body = analysis.body();
    this.words = ContentWords.of(analysis);
    this.entities =
        EntityTokens.of(
            body,
            result.getPeople(),
            result.getOrganisations(),
            result.getPlaces(),
            result.getOthers());
    for (Token token : analysis.headline().tokens()) {
      int number = words.number(ContentWords.fold(token));
      if (number != ContentWords.NONE) {
        headline.set(number);
      }
    }
    this.headlineWords = Math.max(1, headline.cardinality());
    int highest = 1;
    for (int w = 0; w < words.distinct(); w++) {
      highest = Math.max(highest, words.count(w));
    }
    this.most = highest;
  }

  /** The best that is not longer than {@code room}; of equals the first; null if there is none. */
  @Nullable Sentence best(List<Sentence> candidates, int room, SummarySentences sentences) {
    Sentence best = null;
    double highest = 0;
    for (int i = 0; i < candidates.size(); i++) {
      Sentence candidate = candidates.get(i);
      double score = sentences.length(candidate) <= room ? score(candidate) : 0;
      if (score > highest) {
        best = candidate;
        highest = score;
      }
    }
    return best;
  }

  void take(Sentence sentence) {
    for (int i = sentence.firstToken(); i < end(sentence); i++) {
      if (words.at(i) != ContentWords.NONE) {
        told.set(words.at(i));
      }
    }
  }

  private double score(Sentence sentence) {
    int content = 0;
    int named = 0;
    double frequency = 0;
    double salience = 0;
    BitSet seen = new BitSet();
    NamedEntity last = null;
    for (int i = sentence.firstToken(); i < end(sentence); i++) {
      int word = words.at(i);
      if (word != ContentWords.NONE && !seen.get(word)) {
        seen.set(word);
        content++;
        if (!told.get(word)) {
          frequency += (double) words.count(word) / most;
          named += headline.get(word) ? 1 : 0;
        }
        NamedEntity entity = entities.at(i);
        if (entity != null && entity != last && !told.get(word)) {
          salience += entity.getSalience();
          last = entity;
        }
      }
    }
    if (content == 0) {
      return 0;
    }
    int place = Collections.binarySearch(body.sentences(), sentence, IN_ORDER);
    return POSITION / (1 + place / HALF)
        + HEADLINE * named / headlineWords
        + FREQUENCY * frequency / content
        + ENTITIES * Math.min(1, salience);
  }

  private int end(Sentence sentence) {
    return Math.min(sentence.endToken(), words.size());
  }
}
