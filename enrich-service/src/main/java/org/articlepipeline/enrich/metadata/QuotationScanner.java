package org.articlepipeline.enrich.metadata;

import java.util.ArrayList;
import java.util.List;
import org.articlepipeline.enrich.text.AnalysedText;
import org.articlepipeline.enrich.text.Span;
import org.articlepipeline.enrich.text.Token;
import org.articlepipeline.enrich.text.Token.Kind;

/**
 * Finds quotations by their marks, in the styles of English (“ ”, ‘ ’), straight ("), German („ “,
 * » «), French (« »), Swedish (” ”) and Japanese (「 」). Only the outer of nested quotations counts.
 *
 * <p>A quotation ends in its paragraph, unless the next one starts with an opening mark again, as
 * is usual when somebody speaks on. A mark without its counterpart makes no quotation. One pass.
 */
final class QuotationScanner {
  private final String text;
  private final List<Token> tokens;
  private final List<Span> paragraphs;
  private final SingleQuotes singles;
  private final List<Quotation> found = new ArrayList<>();
  private int open = -1;

  private QuotationScanner(AnalysedText body) {
    this.text = body.text();
    this.tokens = body.tokens();
    this.paragraphs = body.paragraphs();
    this.singles = new SingleQuotes(body);
  }

  /** In order, none overlapping another. */
  static List<Quotation> scan(AnalysedText body) {
    return new QuotationScanner(body).run();
  }

  private List<Quotation> run() {
    int paragraph = 0;
    int i = 0;
    while (i < tokens.size()) {
      Token token = tokens.get(i);
      char mark = token.kind() == Kind.SIGN ? text.charAt(token.start()) : ' ';
      boolean newParagraph = false;
      while (token.start() >= paragraphs.get(paragraph).end()) {
        paragraph++;
        newParagraph = true;
      }
      if (open >= 0 && newParagraph && !goesOn(mark)) {
        open = -1;
      }
      if (open < 0 && SingleQuotes.isMark(mark)) {
        int close = singles.close(i, paragraphs.get(paragraph).end());
        if (close > i) {
          found.add(new Quotation(i, close));
          i = close;
        }
      } else if (mark != ' ') {
        read(i, mark);
      }
      i++;
    }
    return found;
  }

  private void read(int i, char mark) {
    if (open >= 0 && goesOn(mark) && startsLine(i)) {
      return;
    }
    if (open >= 0 && closes(i, mark)) {
      found.add(new Quotation(open, i));
      open = -1;
    } else if (opens(i, mark)) {
      // Where one is open already, its end was forgotten: the newer one counts.
      open = i;
    }
  }

  /** Whether a line that starts with this mark continues the open quotation. */
  private boolean goesOn(char mark) {
    char opened = text.charAt(tokens.get(open).start());
    return mark == opened || (opened == '«' && mark == '»');
  }

  private boolean opens(int i, char mark) {
    return switch (mark) {
      case '“', '„', '‟', '«', '「', '『' -> open < 0 || !nests(mark);
      case '"', '”', '»' -> !gluedBefore(i) && gluedAfter(i);
      default -> false;
    };
  }

  /** Another style inside the open quotation is a quotation in it. */
  private boolean nests(char mark) {
    return text.charAt(tokens.get(open).start()) != mark;
  }

  private boolean closes(int i, char mark) {
    return switch (text.charAt(tokens.get(open).start())) {
      case '“' -> mark == '”' || (mark == '"' && gluedBefore(i));
      case '„', '‟' -> mark == '“' || mark == '”' || mark == '"';
      case '«' -> mark == '»';
      case '»' -> mark == '«' || (mark == '»' && gluedBefore(i));
      case '「' -> mark == '」';
      case '『' -> mark == '』';
      default -> (mark == '"' || mark == '”') && (gluedBefore(i) || !gluedAfter(i));
    };
  }

  private boolean startsLine(int i) {
    int before = tokens.get(i).start() - 1;
    while (before >= 0
        && text.charAt(before) != '\n'
        && Character.isSpaceChar(text.charAt(before))) {
      before--;
    }
    return before < 0 || text.charAt(before) == '\n';
  }

  private boolean gluedBefore(int i) {
    return i > 0 && tokens.get(i - 1).end() == tokens.get(i).start() && !isOpening(i - 1);
  }

  private boolean gluedAfter(int i) {
    return i + 1 < tokens.size() && tokens.get(i).end() == tokens.get(i + 1).start();
  }

  /** Brackets and dashes may stand before an opening mark without a space. */
  private boolean isOpening(int i) {
    return switch (text.charAt(tokens.get(i).start())) {
      case '(', '[', '—', '–', '‘', '\'', '“' -> true;
      default -> false;
    };
  }
}
