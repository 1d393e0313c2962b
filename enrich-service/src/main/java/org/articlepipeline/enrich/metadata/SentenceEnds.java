package org.articlepipeline.enrich.metadata;

import java.util.List;
import org.articlepipeline.enrich.text.AnalysedText;
import org.articlepipeline.enrich.text.Sentence;
import org.articlepipeline.enrich.text.Token;
import org.articlepipeline.enrich.text.Token.Kind;

/** Tells sentences from headings and list items. */
final class SentenceEnds {

  private SentenceEnds() {}

  /** Whether it ends in a full stop, or a mark like it, before any closing quotation marks. */
  static boolean isComplete(AnalysedText text, Sentence sentence) {
    return terminal(text.tokens(), sentence) >= 0;
  }

  /** Index of the mark that ends it; -1 if it has none. */
  static int terminal(List<Token> tokens, Sentence sentence) {
    for (int i = sentence.endToken() - 1; i > sentence.firstToken(); i--) {
      Token token = tokens.get(i);
      if (token.kind() != Kind.SIGN) {
        // An abbreviation's point ends the sentence, too.
        return token.text().endsWith(".") ? i : -1;
      }
      switch (token.text()) {
        case ".", "!", "?", "…", "。", "！", "？" -> {
          return i;
        }
        default -> {}
      }
    }
    return -1;
  }
}
