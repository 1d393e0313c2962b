package org.articlepipeline.enrich.metadata;

import java.util.BitSet;
import java.util.Locale;
import org.articlepipeline.enrich.text.AnalysedText;
import org.articlepipeline.enrich.text.Sentence;
import org.articlepipeline.enrich.text.Sentence.Style;
import org.articlepipeline.enrich.text.Token;

/**
 * Writes a phrase as the text would in the middle of a sentence: a word is in lower case when it is
 * so anywhere, or has its capital only where sentences start, and is not part of a name.
 */
final class PhraseCase {
  private final AnalysedText body;
  private final ContentWords words;
  private final BitSet lower = new BitSet();
  private final BitSet capital = new BitSet();

  PhraseCase(AnalysedText body, ContentWords words) {
    this.body = body;
    this.words = words;
    for (Sentence sentence : body.sentences()) {
      int end = Math.min(sentence.endToken(), words.size());
      boolean started = false;
      for (int i = sentence.firstToken(); i < end && sentence.style() == Style.PLAIN; i++) {
        Token token = body.tokens().get(i);
        if (words.at(i) != ContentWords.NONE) {
          if (!token.startsUpperCase()) {
            lower.set(words.at(i));
          } else if (started) {
            capital.set(words.at(i));
          }
        }
        started |= token.isWord();
      }
    }
  }

  String of(PhraseCandidate phrase) {
    StringBuilder text = new StringBuilder();
    for (int i = phrase.firstToken; i < phrase.endToken; i++) {
      Token token = body.tokens().get(i);
      if (!text.isEmpty() && body.tokens().get(i - 1).end() < token.start()) {
        text.append(' ');
      }
      int word = words.at(i);
      boolean keep =
          isPartOfName(phrase, i)
              || word == ContentWords.NONE
              || (!lower.get(word) && (capital.get(word) || isAcronym(token)));
      text.append(keep ? token.text() : token.text().toLowerCase(Locale.ROOT));
    }
    return text.toString();
  }

  /** Whether it has a capital beside a word that always has one: {@code Silver} Clouds. */
  private boolean isPartOfName(PhraseCandidate phrase, int i) {
    return body.tokens().get(i).startsUpperCase()
        && ((i > phrase.firstToken && isName(i - 1)) || (i + 1 < phrase.endToken && isName(i + 1)));
  }

  private boolean isName(int i) {
    int word = words.at(i);
    return word != ContentWords.NONE && capital.get(word) && !lower.get(word);
  }

  private static boolean isAcronym(Token token) {
    return token.text().length() > 1 && token.text().equals(token.text().toUpperCase(Locale.ROOT));
  }
}
