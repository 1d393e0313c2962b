package org.articlepipeline.enrich.tagger;

import java.util.ArrayList;
import java.util.List;
import org.articlepipeline.enrich.text.AnalysedText;
import org.articlepipeline.enrich.text.Span;
import org.articlepipeline.enrich.text.Token;
import org.jspecify.annotations.Nullable;

/**
 * Writes the tokens of a corpus as text again, and carries the names over to the tokens that this
 * project cuts it into: both must agree in training and later.
 */
final class LabelledTextBuilder {
  private static final String NO_SPACE_BEFORE = ",.;:!?)]}%'’”…";
  private static final String NO_SPACE_AFTER = "([{$£€#“‘";

  private final StringBuilder text = new StringBuilder();
  private final List<Span> names = new ArrayList<>();
  private final List<NameType> types = new ArrayList<>();
  private boolean spaceNext;
  private boolean inQuote;

  boolean isEmpty() {
    return text.isEmpty();
  }

  /**
   * @param type of the name that the token is part of, null for none
   * @param continues whether the token before is part of the same name
   */
  void add(String token, @Nullable NameType type, boolean continues) {
    boolean quote = token.equals("\"") || token.equals("``") || token.equals("''");
    boolean closing = quote && inQuote;
    if (spaceNext && !closing && !glued(token)) {
      text.append(' ');
    }
    int start = text.length();
    text.append(quote ? "\"" : token);
    inQuote ^= quote;
    spaceNext = !(quote && inQuote) && !(token.length() == 1 && NO_SPACE_AFTER.contains(token));
    if (type != null && continues && !names.isEmpty()) {
      names.set(names.size() - 1, new Span(names.getLast().start(), text.length()));
    } else if (type != null) {
      names.add(new Span(start, text.length()));
      types.add(type);
    }
  }

  void endSentence() {
    if (!text.isEmpty()) {
      text.append("\n\n");
    }
    spaceNext = false;
    inQuote = false;
  }

  LabelledText build() {
    AnalysedText analysed = AnalysedText.of(text.toString());
    List<Token> tokens = analysed.tokens();
    byte[] labels = new byte[tokens.size()];
    int i = 0;
    for (int n = 0; n < names.size(); n++) {
      Span name = names.get(n);
      while (i < tokens.size() && tokens.get(i).end() <= name.start()) {
        i++;
      }
      int first = i;
      while (i < tokens.size() && tokens.get(i).start() < name.end()) {
        i++;
      }
      Labels.mark(labels, first, i, types.get(n));
    }
    return new LabelledText(analysed, labels);
  }

  /** Signs that end what stands before, and the second halves of {@code don't} and {@code he's}. */
  private static boolean glued(String token) {
    if (token.length() == 1) {
      return NO_SPACE_BEFORE.contains(token);
    }
    return token.startsWith("'") || token.startsWith("’") || token.equalsIgnoreCase("n't");
  }
}
