package org.articlepipeline.enrich.metadata;

import java.util.List;
import org.articlepipeline.enrich.text.AnalysedText;
import org.articlepipeline.enrich.text.Token;
import org.articlepipeline.enrich.text.Token.Kind;

/**
 * Tells single quotation marks from apostrophes: a quotation's last one follows a punctuation mark,
 * or stands before one and not after an s ({@code the players’ union}).
 */
final class SingleQuotes {
  private final String text;
  private final List<Token> tokens;

  /** Up to this token there is no closing mark: what was looked through is not looked at again. */
  private int searched;

  SingleQuotes(AnalysedText body) {
    this.text = body.text();
    this.tokens = body.tokens();
  }

  static boolean isMark(char c) {
    return c == '‘' || c == '\'' || c == '‚' || c == '’';
  }

  /** The closing mark for a single mark, before the offset {@code end}; -1 if it opens nothing. */
  int close(int open, int end) {
    char mark = charAt(open);
    boolean opens =
        mark != '’'
            && (open == 0 || tokens.get(open - 1).end() < tokens.get(open).start())
            && open + 1 < tokens.size()
            && tokens.get(open + 1).start() == tokens.get(open).end();
    if (!opens) {
      return -1;
    }
    int i = Math.max(open + 1, searched);
    int doubles = 0;
    for (; i < tokens.size() && tokens.get(i).start() < end; i++) {
      if (tokens.get(i).kind() == Kind.SIGN) {
        char c = charAt(i);
        doubles += c == '“' || c == '”' || c == '"' ? 1 : 0;
        if (closes(i, c)) {
          searched = i + 1;
          // Not around one end of a double quotation.
          return doubles % 2 == 0 ? i : -1;
        }
      }
    }
    searched = i;
    return -1;
  }

  private boolean closes(int i, char c) {
    if (!isMark(c) || c == '‚' || tokens.get(i - 1).end() < tokens.get(i).start()) {
      return false;
    }
    boolean last = i + 1 == tokens.size();
    if (!last && tokens.get(i + 1).start() == tokens.get(i).end() && isWord(i + 1)) {
      return false;
    }
    return !isWord(i - 1) || ((last || !isWord(i + 1)) && !tokens.get(i - 1).text().endsWith("s"));
  }

  private boolean isWord(int i) {
    return tokens.get(i).kind() != Kind.SIGN;
  }

  private char charAt(int i) {
    return text.charAt(tokens.get(i).start());
  }
}
