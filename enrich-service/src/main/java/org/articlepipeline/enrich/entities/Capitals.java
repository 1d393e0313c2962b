package org.articlepipeline.enrich.entities;

import org.articlepipeline.enrich.text.CommonWords;
import org.articlepipeline.enrich.text.Sentence.Style;
import org.articlepipeline.enrich.text.Token.Kind;

/** Runs of words that are written with a capital where a capital tells a name. */
final class Capitals {
  /** Longer runs are cut, so that time stays linear. */
  private static final int LONGEST = 8;

  private Capitals() {}

  /** Whether the word may be a part of a name: no title, no day, no word that starts a sentence. */
  static boolean is(ArticleText text, int i) {
    return text.token(i).isWord()
        && text.token(i).startsUpperCase()
        && text.sentence(i).style() == Style.PLAIN
        && !text.word(i).equals("i")
        && !ContextWords.CALENDAR.contains(text.word(i))
        && !NameWords.TITLES.contains(text.word(i))
        && !(startsAnew(text, i) && CommonWords.contains(text.word(i)));
  }

  /** At the start of a sentence, or of what is quoted in it. */
  private static boolean startsAnew(ArticleText text, int i) {
    return i == text.sentenceStart(i)
        || (text.token(i - 1).kind() == Kind.SIGN && !isAnd(text, i - 1));
  }

  static boolean isAnd(ArticleText text, int i) {
    return text.token(i).text().equals("&");
  }

  /** One past the last word of the run that starts here. */
  static int end(ArticleText text, int first) {
    int limit = Math.min(text.sentenceEnd(first), first + LONGEST);
    int end = first;
    while (end < limit && is(text, end)) {
      end++;
    }
    return end;
  }

  /**
   * The first word of the run that ends before this position: in the position's own sentence, since
   * a headline without a full stop ends nowhere else.
   */
  static int start(ArticleText text, int end) {
    int within = Math.min(end, text.size() - 1);
    int limit = Math.max(text.sentenceStart(within), end - LONGEST);
    int first = end;
    while (first > limit && is(text, first - 1)) {
      first--;
    }
    return first;
  }
}
