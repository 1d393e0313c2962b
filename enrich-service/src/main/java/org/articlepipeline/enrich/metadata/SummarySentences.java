package org.articlepipeline.enrich.metadata;

import java.util.List;
import java.util.Set;
import org.articlepipeline.enrich.text.AnalysedText;
import org.articlepipeline.enrich.text.Sentence;
import org.articlepipeline.enrich.text.Sentence.Style;
import org.articlepipeline.enrich.text.Token;
import org.articlepipeline.enrich.text.Token.Kind;

/** Tells which sentences can stand without those before them. To be asked in their order. */
final class SummarySentences {
  private static final int MIN_LENGTH = 40;
  static final int MAX_LENGTH = 400;

  /** Within so many tokens a word that points back to the sentence before makes it depend on it. */
  private static final int OPENING = 3;

  private static final int OPENING_CLAUSE = 12;

  private static final Set<String> OPENERS =
      WordList.of(
          """
          at in on when after before while as since although if with by for during until
          despite once though""");

  private static final int SHORT_CREDIT = 12;

  /** English words at the start of a sentence that is about the one before. */
  private static final Set<String> DEPENDENT =
      WordList.of(
          """
          he she it they him his her hers its their theirs this that these those and but so or
          nor yet then thus also however therefore moreover meanwhile instead such still both
          either neither because which who another others there here afterwards later earlier
          otherwise nevertheless nonetheless similarly furthermore additionally likewise hence
          too again one what""");

  private static final Set<String> POINTING =
      Set.of("he", "she", "they", "it", "his", "her", "their");

  /** Outside of quotations these belong to a writer or to somebody who is interviewed. */
  private static final Set<String> PERSONAL =
      WordList.of(
          """
          i me my i'm i've i'd i'll we we're we've our you your you're you've""");

  /** Tell the reader to do something. */
  private static final Set<String> CALLS =
      WordList.of(
          """
          read click see follow watch subscribe sign listen share""");

  private static final Set<String> CREDIT =
      WordList.of(
          """
          image images photo photos photograph photographs picture credit courtesy caption
          copyright file illustration""");

  private final AnalysedText body;
  private final List<Quotation> quotations;
  private int quotation;

  SummarySentences(AnalysedText body, List<Quotation> quotations) {
    this.body = body;
    this.quotations = quotations;
  }

  /** Whether it is a whole sentence that breaks no quotation, in any language. */
  boolean isWhole(Sentence sentence) {
    while (quotation < quotations.size()
        && quotations.get(quotation).close() < sentence.firstToken()) {
      quotation++;
    }
    return sentence.style() == Style.PLAIN
        && length(sentence) <= MAX_LENGTH
        && SentenceEnds.terminal(body.tokens(), sentence) >= 0
        && hasWholeQuotations(sentence);
  }

  /** Whether English readers understand it alone. Ask {@link #isWhole} first. */
  boolean standsAlone(Sentence sentence) {
    List<Token> tokens = body.tokens();
    int first = sentence.firstToken();
    int ending = SentenceEnds.terminal(tokens, sentence);
    if (length(sentence) < MIN_LENGTH
        || !tokens.get(first).startsUpperCase()
        || tokens.get(ending).text().equals("?")
        || DEPENDENT.contains(SpeechWords.fold(tokens.get(first)))
        || CALLS.contains(SpeechWords.fold(tokens.get(first)))) {
      return false;
    }
    return !pointsBack(first, ending) && !isCredit(sentence) && !isCaption(sentence);
  }

  int length(Sentence sentence) {
    return body.span(sentence.firstToken(), sentence.endToken()).end()
        - body.tokens().get(sentence.firstToken()).start();
  }

  private boolean isCredit(Sentence sentence) {
    boolean isShort = sentence.endToken() - sentence.firstToken() < SHORT_CREDIT;
    for (int i = sentence.firstToken(); i < sentence.endToken() - 1; i++) {
      String next = body.tokens().get(i + 1).text();
      if (body.tokens().get(i).text().equals("©")
          || (CREDIT.contains(SpeechWords.fold(body.tokens().get(i)))
              && (isShort || next.equals(":") || next.equals("by")))) {
        return true;
      }
    }
    return false;
  }

  /** What stands under pictures has no verb. */
  private boolean isCaption(Sentence sentence) {
    return !FiniteVerbs.isIn(body.tokens().subList(sentence.firstToken(), sentence.endToken()));
  }

  /** {@code At the age of 40 she ...}: a pronoun after an opening clause without a name. */
  private boolean pointsBack(int first, int end) {
    int limit = Math.min(end, first + OPENING);
    if (OPENERS.contains(SpeechWords.fold(body.tokens().get(first)))) {
      limit = Math.min(end, first + OPENING_CLAUSE);
    }
    for (int i = first; i < limit; i++) {
      Token token = body.tokens().get(i);
      if (i > first && token.startsUpperCase()) {
        return false;
      }
      if (POINTING.contains(SpeechWords.fold(token))) {
        return true;
      }
    }
    return false;
  }

  /** Whether somebody speaks of himself or to the reader, and not in a quotation. */
  boolean isPersonal(Sentence sentence) {
    int q = quotation;
    for (int i = sentence.firstToken(); i < sentence.endToken(); i++) {
      while (q < quotations.size() && quotations.get(q).close() < i) {
        q++;
      }
      boolean quoted = q < quotations.size() && quotations.get(q).open() < i;
      if (!quoted && PERSONAL.contains(SpeechWords.fold(body.tokens().get(i)))) {
        return true;
      }
    }
    return false;
  }

  /** Each quotation that it touches lies in it, and no mark is without its counterpart. */
  private boolean hasWholeQuotations(Sentence sentence) {
    int q = quotation;
    for (int i = sentence.firstToken(); i < sentence.endToken(); i++) {
      while (q < quotations.size() && quotations.get(q).close() < i) {
        q++;
      }
      boolean quoted = q < quotations.size() && quotations.get(q).open() <= i;
      if (quoted
          && (quotations.get(q).open() < sentence.firstToken()
              || quotations.get(q).close() >= sentence.endToken())) {
        return false;
      }
      if (!quoted && isDoubleMark(body.tokens().get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDoubleMark(Token token) {
    return token.kind() == Kind.SIGN && "“”„‟\"«»「」『』".contains(token.text());
  }
}
