package org.articlepipeline.enrich.metadata;

import java.util.List;
import org.articlepipeline.enrich.text.AnalysedText;
import org.articlepipeline.enrich.text.Analysis;
import org.articlepipeline.enrich.text.EnrichmentStep;
import org.articlepipeline.enrich.text.Sentence;
import org.articlepipeline.enrich.text.Token;
import org.articlepipeline.schemas.EnrichedArticle;

/**
 * How easy the body is to read: the reading ease of R. Flesch, "A new readability yardstick",
 * Journal of Applied Psychology 32 (1948): 206.835 - 1.015 words a sentence - 84.6 syllables a
 * word, cut off at 0 and 100. For English only, where its weights come from, and not for less than
 * {@value #MIN_WORDS} words, the size of Flesch's samples. Headings and list items, which end in no
 * full stop, don't count.
 */
public final class ReadabilityStep implements EnrichmentStep {
  private static final int MIN_WORDS = 100;

  @Override
  public String name() {
    return "readability";
  }

  @Override
  public void apply(Analysis analysis, EnrichedArticle.Builder result) {
    if (!LanguageCode.isEnglish(result.getLanguage())) {
      return;
    }
    AnalysedText body = analysis.body();
    int sentences = 0;
    int words = 0;
    int syllables = 0;
    for (Sentence sentence : body.sentences()) {
      if (SentenceEnds.isComplete(body, sentence)) {
        int before = words;
        List<Token> tokens = body.tokens().subList(sentence.firstToken(), sentence.endToken());
        for (Token token : tokens) {
          if (token.isWord()) {
            words++;
            syllables += Syllables.count(token.text());
          }
        }
        sentences += words > before ? 1 : 0;
      }
    }
    if (words >= MIN_WORDS) {
      double ease = 206.835 - 1.015 * words / sentences - 84.6 * syllables / words;
      result.setReadability(Math.round(Math.clamp(ease, 0.0, 100.0) * 10) / 10.0);
    }
  }
}
