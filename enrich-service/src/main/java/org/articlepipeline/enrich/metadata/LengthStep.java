package org.articlepipeline.enrich.metadata;

import org.articlepipeline.enrich.text.Analysis;
import org.articlepipeline.enrich.text.EnrichmentStep;
import org.articlepipeline.enrich.text.Token;
import org.articlepipeline.enrich.text.Token.Kind;
import org.articlepipeline.schemas.EnrichedArticle;

/**
 * Counts the body's words, and the minutes that reading them takes, rounded up.
 *
 * <p>A word is what stands between spaces and has a letter or digit in it; each Han or kana
 * character counts as one. People read about {@value #WORDS_PER_MINUTE} words or {@value
 * #IDEOGRAPHS_PER_MINUTE} such characters a minute.
 */
public final class LengthStep implements EnrichmentStep {
  static final int WORDS_PER_MINUTE = 200;
  static final int IDEOGRAPHS_PER_MINUTE = 500;

  @Override
  public String name() {
    return "length";
  }

  @Override
  public void apply(Analysis analysis, EnrichedArticle.Builder result) {
    int words = 0;
    int ideographs = 0;
    int glued = -1;
    boolean counted = false;
    for (Token token : analysis.body().tokens()) {
      // What follows without a space, such as the rest of "well-known", is the same word.
      counted &= token.start() == glued;
      glued = token.end();
      if (token.kind() == Kind.IDEOGRAPH) {
        ideographs++;
        counted = false;
      } else if (!counted && (token.isWord() || token.kind() == Kind.NUMBER)) {
        words++;
        counted = true;
      }
    }
    result.setWordCount(words + ideographs);
    double minutes =
        (double) words / WORDS_PER_MINUTE + (double) ideographs / IDEOGRAPHS_PER_MINUTE;
    result.setReadTime((int) Math.ceil(minutes));
  }
}
