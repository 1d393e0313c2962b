package org.articlepipeline.enrich.tagger;

import java.util.List;
import org.articlepipeline.enrich.text.AnalysedText;
import org.articlepipeline.enrich.text.Sentence;
import org.articlepipeline.enrich.text.Sentence.Style;
import org.articlepipeline.enrich.text.Token;
import org.articlepipeline.enrich.text.Token.Kind;

/** What features are made of: a row of numbers for each token of the texts of one article. */
final class Document {
  /** Links that may stand between two capitals of a name. */
  private static final int MAX_LINKS = 3;

  private static final long NOTHING_BEFORE = 1;
  private static final long NOTHING_AFTER = 2;

  /** Tokens of a name in a list. */
  static final int LONGEST_LISTED = 4;

  final int size;
  final Token[] tokens;

  /** First token of its sentence, and one past the last. */
  final int[] sentenceStart;

  final int[] sentenceEnd;
  final Style[] style;
  final long[] word;
  final long[] lower;
  final int[] entry;
  final int[] shape;
  final boolean[] capital;

  /** Whether it can be part of a name; the other tokens are outside without a look. */
  final boolean[] candidate;

  /** Lists of the longer names that the token is part of. */
  final int[] listed;

  final Repeats repeats;

  Document(List<AnalysedText> texts, Lexicon lexicon) {
    size = texts.stream().mapToInt(text -> text.tokens().size()).sum();
    tokens = new Token[size];
    sentenceStart = new int[size];
    sentenceEnd = new int[size];
    style = new Style[size];
    word = new long[size];
    lower = new long[size];
    entry = new int[size];
    shape = new int[size];
    capital = new boolean[size];
    candidate = new boolean[size];
    listed = new int[size];
    int offset = 0;
    for (AnalysedText text : texts) {
      for (Sentence sentence : text.sentences()) {
        read(text, sentence, offset, lexicon);
      }
      offset += text.tokens().size();
    }
    repeats = new Repeats(this);
  }

  int lists(int i) {
    return Lexicon.Entry.lists(entry[i]);
  }

  boolean in(WordList list, int i) {
    return list.in(lists(i));
  }

  /** Whether token {@code k} stands in the sentence of token {@code i}. */
  boolean inSentence(int k, int i) {
    return k >= sentenceStart[i] && k < sentenceEnd[i];
  }

  /** The small-lettered word of token {@code k}, as seen from token {@code i}. */
  long lower(int k, int i) {
    return inSentence(k, i) ? lower[k] : k < i ? NOTHING_BEFORE : NOTHING_AFTER;
  }

  /** -1 outside of the sentence, 0 for a word without a cluster. */
  long cluster(int k, int i) {
    return inSentence(k, i) ? Lexicon.Entry.cluster(entry[k]) : -1;
  }

  long shape(int k, int i) {
    return inSentence(k, i) ? shape[k] : k < i ? NOTHING_BEFORE : NOTHING_AFTER;
  }

  long letterCase(int k, int i) {
    return inSentence(k, i) ? Lexicon.Entry.letterCase(entry[k]) : -1;
  }

  private void read(AnalysedText text, Sentence sentence, int offset, Lexicon lexicon) {
    int start = offset + sentence.firstToken();
    int end = offset + sentence.endToken();
    for (int i = start; i < end; i++) {
      Token token = text.tokens().get(i - offset);
      tokens[i] = token;
      sentenceStart[i] = start;
      sentenceEnd[i] = end;
      style[i] = sentence.style();
      word[i] = Hash.word(token.text());
      lower[i] = Hash.lowerCased(token.text());
      entry[i] = lexicon.entry(lower[i]);
      shape[i] = Shape.of(token);
      capital[i] = token.isWord() && Shape.hasUpperCase(token.text());
    }
    for (int i = start; i < end; i++) {
      candidate[i] = capital[i] || isLink(i, start, end);
      if (capital[i]) {
        list(i, end, lexicon);
      }
    }
  }

  private void list(int first, int end, Lexicon lexicon) {
    long hash = lower[first];
    for (int i = first + 1; i < Math.min(end, first + LONGEST_LISTED); i++) {
      hash = Hash.pair(hash, lower[i]);
      int lists = Lexicon.Entry.lists(lexicon.entry(hash));
      for (int k = first; lists != 0 && k <= i; k++) {
        listed[k] |= lists;
      }
    }
  }

  /** A link or number beside a capital, or in a short row of them between two. */
  private boolean isLink(int i, int start, int end) {
    if (!mayLink(i)) {
      return false;
    }
    int before = i - 1;
    while (before > start && before > i - MAX_LINKS && mayLink(before)) {
      before--;
    }
    int after = i + 1;
    while (after < end - 1 && after < i + MAX_LINKS && mayLink(after)) {
      after++;
    }
    boolean capitalBefore = before >= start && capital[before];
    boolean capitalAfter = after < end && capital[after];
    return (capitalBefore && capitalAfter && after - before <= MAX_LINKS + 1)
        || (capitalBefore && before == i - 1 && tokens[i].kind() == Kind.NUMBER)
        || (capitalAfter && after == i + 1 && startsName(i))
        || (capitalAfter && after == i + 2 && startsName(i) && tokens[i + 1].text().equals("-"));
  }

  private boolean mayLink(int i) {
    Kind kind = tokens[i].kind();
    return !capital[i] && (kind == Kind.NUMBER || kind == Kind.POSSESSIVE || in(WordList.LINK, i));
  }

  private boolean startsName(int i) {
    return tokens[i].kind() == Kind.NUMBER || in(WordList.PARTICLE, i);
  }
}
