package org.articlepipeline.enrich.tagger;

import org.articlepipeline.enrich.text.Sentence.Style;

/**
 * What is seen of a token: a set of numbers, each the hash of one observation ("the word before is
 * {@code in}"). Trainer and tagger share it; a change needs a new model.
 */
final class Features {
  private static final int LONGEST_AFFIX = 4;

  private final Observations seen = new Observations();
  private final RunFeatures run = new RunFeatures(seen);

  /** The features of a token, until the next call. */
  long[] found() {
    return seen.found();
  }

  /** Finds the features of token {@code i}; returns how many. */
  int find(Document d, int i) {
    seen.clear();
    words(d, i);
    clusters(d, i);
    spelling(d, i);
    lists(d, i);
    run.find(d, i);
    repeats(d, i);
    return seen.count();
  }

  private void words(Document d, int i) {
    long style = d.style[i].ordinal();
    long initial = i == firstWord(d, i) ? 1 : 0;
    seen.add(style * 2 + initial);
    seen.add(Hash.pair(d.shape[i], style * 2 + initial));
    seen.add(d.word[i]);
    for (int k = -2; k <= 2; k++) {
      seen.add(d.lower(i + k, i));
    }
    seen.add(Hash.pair(d.lower(i - 1, i), d.lower(i, i)));
    seen.add(Hash.pair(d.lower(i, i), d.lower(i + 1, i)));
    seen.add(Hash.pair(d.lower(i - 1, i), d.lower(i + 1, i)));
    seen.add(Hash.pair(d.lower(i - 2, i), d.lower(i - 1, i)));
    seen.add(Hash.pair(d.lower(i + 1, i), d.lower(i + 2, i)));
  }

  private void clusters(Document d, int i) {
    for (int k = -2; k <= 2; k++) {
      long cluster = d.cluster(i + k, i);
      seen.add(cluster);
      seen.add(cluster >>> 3);
      seen.add(cluster >>> 6);
    }
    long before = d.cluster(i - 1, i);
    long here = d.cluster(i, i);
    long after = d.cluster(i + 1, i);
    seen.add(Hash.pair(before >>> 3, here >>> 3));
    seen.add(Hash.pair(here >>> 3, after >>> 3));
    seen.add(Hash.pair(before >>> 6, here >>> 6));
    seen.add(Hash.pair(here >>> 6, after >>> 6));
    seen.add(Hash.pair(Hash.pair(before >>> 6, here >>> 6), after >>> 6));
    seen.add(Hash.pair(before >>> 3, after >>> 3));
    seen.add(Hash.pair(here, d.shape[i]));
  }

  private void spelling(Document d, int i) {
    for (int k = -2; k <= 2; k++) {
      seen.add(d.shape(i + k, i));
    }
    seen.add(Hash.pair(d.shape(i - 1, i), d.shape(i, i)));
    seen.add(Hash.pair(d.shape(i, i), d.shape(i + 1, i)));
    seen.add(Hash.pair(Hash.pair(d.shape(i - 1, i), d.shape(i, i)), d.shape(i + 1, i)));
    String text = d.tokens[i].text();
    for (int n = 1; n <= LONGEST_AFFIX; n++) {
      int length = Math.min(n, text.length());
      seen.add(length < n ? 0 : Hash.chars(text, 0, length));
      seen.add(length < n ? 0 : Hash.chars(text, text.length() - length, text.length()));
    }
  }

  private void lists(Document d, int i) {
    long style = d.style[i] == Style.PLAIN ? 0 : 1;
    for (int k = -1; k <= 1; k++) {
      long small = d.letterCase(i + k, i);
      seen.add(small);
      seen.add(Hash.pair(small, style));
      int lists = d.inSentence(i + k, i) ? d.lists(i + k) : 0;
      seen.bits(lists, WordList.values().length);
      seen.add(lists);
      seen.add(Hash.pair(lists, small));
    }
    int lists = d.lists(i);
    int before = d.inSentence(i - 1, i) ? d.lists(i - 1) : 0;
    int after = d.inSentence(i + 1, i) ? d.lists(i + 1) : 0;
    seen.add(Hash.pair(before, lists));
    seen.add(Hash.pair(lists, after));
    seen.add(Hash.pair(d.letterCase(i, i), i == firstWord(d, i) ? 1 : 0));
    int before2 = d.inSentence(i - 2, i) ? d.lists(i - 2) : 0;
    int after2 = d.inSentence(i + 2, i) ? d.lists(i + 2) : 0;
    seen.add(before2);
    int listed = d.listed[i];
    seen.add(listed);
    seen.add(Hash.pair(listed, d.inSentence(i + 1, i) ? d.listed[i + 1] : 0));
    seen.add(Hash.pair(listed, d.inSentence(i - 1, i) ? d.listed[i - 1] : 0));
    seen.add(after2);
  }

  private void repeats(Document d, int i) {
    int others = d.repeats.others(i);
    seen.bits(others, Repeats.Sign.values().length);
    seen.add(Hash.pair(others, d.style[i].ordinal()));
  }

  /** The sentence's first token that is more than an opening sign, or its first. */
  private static int firstWord(Document d, int i) {
    int first = d.sentenceStart[i];
    while (first < i && !d.tokens[first].isWord()) {
      first++;
    }
    return first;
  }
}
