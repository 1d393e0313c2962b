package org.articlepipeline.enrich.tagger;

import java.util.Arrays;
import org.articlepipeline.enrich.text.Sentence.Style;

/**
 * What is seen of a token: a set of numbers, each the hash of one observation ("the word before is
 * {@code in}"). Trainer and tagger share it; a change needs a new model.
 */
final class Features {
  /** A run of capitals is looked at no further than this: it may be a whole text. */
  private static final int LONGEST_RUN = 10;

  private static final int LONGEST_AFFIX = 4;
  private static final long NOTHING_BEFORE = 1;
  private static final long NOTHING_AFTER = 2;

  private long[] found = new long[256];
  private int count;
  private int template;

  /** The features of a token, until the next call. */
  long[] found() {
    return found;
  }

  /** Finds the features of token {@code i}; returns how many. */
  int find(Document d, int i) {
    count = 0;
    template = 0;
    words(d, i);
    clusters(d, i);
    spelling(d, i);
    lists(d, i);
    run(d, i);
    repeats(d, i);
    return count;
  }

  private void words(Document d, int i) {
    long style = d.style[i].ordinal();
    long initial = i == firstWord(d, i) ? 1 : 0;
    add(style * 2 + initial);
    add(Hash.pair(d.shape[i], style * 2 + initial));
    add(d.word[i]);
    for (int k = -2; k <= 2; k++) {
      add(lower(d, i + k, i));
    }
    add(Hash.pair(lower(d, i - 1, i), lower(d, i, i)));
    add(Hash.pair(lower(d, i, i), lower(d, i + 1, i)));
    add(Hash.pair(lower(d, i - 1, i), lower(d, i + 1, i)));
    add(Hash.pair(lower(d, i - 2, i), lower(d, i - 1, i)));
    add(Hash.pair(lower(d, i + 1, i), lower(d, i + 2, i)));
  }

  private void clusters(Document d, int i) {
    for (int k = -2; k <= 2; k++) {
      long cluster = cluster(d, i + k, i);
      add(cluster);
      add(cluster >>> 3);
      add(cluster >>> 6);
    }
    long before = cluster(d, i - 1, i);
    long here = cluster(d, i, i);
    long after = cluster(d, i + 1, i);
    add(Hash.pair(before >>> 3, here >>> 3));
    add(Hash.pair(here >>> 3, after >>> 3));
    add(Hash.pair(before >>> 6, here >>> 6));
    add(Hash.pair(here >>> 6, after >>> 6));
    add(Hash.pair(Hash.pair(before >>> 6, here >>> 6), after >>> 6));
    add(Hash.pair(before >>> 3, after >>> 3));
    add(Hash.pair(here, d.shape[i]));
  }

  private void spelling(Document d, int i) {
    for (int k = -2; k <= 2; k++) {
      add(shape(d, i + k, i));
    }
    add(Hash.pair(shape(d, i - 1, i), shape(d, i, i)));
    add(Hash.pair(shape(d, i, i), shape(d, i + 1, i)));
    add(Hash.pair(Hash.pair(shape(d, i - 1, i), shape(d, i, i)), shape(d, i + 1, i)));
    String text = d.tokens[i].text();
    for (int n = 1; n <= LONGEST_AFFIX; n++) {
      int length = Math.min(n, text.length());
      add(length < n ? 0 : Hash.chars(text, 0, length));
      add(length < n ? 0 : Hash.chars(text, text.length() - length, text.length()));
    }
  }

  private void lists(Document d, int i) {
    long style = d.style[i] == Style.PLAIN ? 0 : 1;
    for (int k = -1; k <= 1; k++) {
      long small = letterCase(d, i + k, i);
      add(small);
      add(Hash.pair(small, style));
      int lists = inSentence(d, i + k, i) ? d.lists(i + k) : 0;
      bits(lists, WordList.values().length);
      add(lists);
      add(Hash.pair(lists, small));
    }
    int lists = d.lists(i);
    int before = inSentence(d, i - 1, i) ? d.lists(i - 1) : 0;
    int after = inSentence(d, i + 1, i) ? d.lists(i + 1) : 0;
    add(Hash.pair(before, lists));
    add(Hash.pair(lists, after));
    add(Hash.pair(letterCase(d, i, i), i == firstWord(d, i) ? 1 : 0));
    int before2 = inSentence(d, i - 2, i) ? d.lists(i - 2) : 0;
    int after2 = inSentence(d, i + 2, i) ? d.lists(i + 2) : 0;
    add(before2);
    int listed = d.listed[i];
    add(listed);
    add(Hash.pair(listed, inSentence(d, i + 1, i) ? d.listed[i + 1] : 0));
    add(Hash.pair(listed, inSentence(d, i - 1, i) ? d.listed[i - 1] : 0));
    add(after2);
  }

  private void run(Document d, int i) {
    int first = i;
    while (first > d.sentenceStart[i] && i - first < LONGEST_RUN && d.capital[first - 1]) {
      first--;
    }
    int end = i + 1;
    while (end < d.sentenceEnd[i] && end - i < LONGEST_RUN && d.capital[end]) {
      end++;
    }
    int length = Math.min(end - first, 5);
    int position = i == first ? 0 : i == end - 1 ? 1 : 2;
    long place = Hash.pair(length * 3L + position, d.style[i].ordinal());
    add(place);
    add(Hash.pair(place, d.shape[i]));
    add(Hash.pair(position, lower(d, first, i)));
    add(Hash.pair(position, lower(d, end - 1, i)));
    add(Hash.pair(place, cluster(d, first, i) >>> 3));
    add(Hash.pair(place, cluster(d, end - 1, i) >>> 3));
    add(Hash.pair(Hash.pair(place, cluster(d, end - 1, i) >>> 6), cluster(d, first, i) >>> 6));
    add(Hash.pair(place, lower(d, first - 1, i)));
    add(Hash.pair(place, lower(d, end, i)));
    add(Hash.pair(lower(d, first - 1, i), lower(d, end, i)));
    add(Hash.pair(position, cluster(d, first - 1, i)));
    add(Hash.pair(position, cluster(d, end, i)));
    add(Hash.pair(Hash.pair(place, cluster(d, first - 1, i) >>> 6), cluster(d, end, i) >>> 6));
    int lists = 0;
    for (int k = first; k < end; k++) {
      lists |= d.lists(k);
    }
    bits(lists, WordList.values().length);
    add(Hash.pair(place, inSentence(d, first - 1, i) ? d.lists(first - 1) : 0));
    add(Hash.pair(place, inSentence(d, end, i) ? d.lists(end) : 0));
    add(Hash.pair(place, d.lists(first)));
    add(Hash.pair(place, d.lists(end - 1)));
    // Over a link: University of Oxford.
    add(Hash.pair(lower(d, end, i), lower(d, end + 1, i)));
    add(Hash.pair(lower(d, first - 2, i), lower(d, first - 1, i)));
    add(Hash.pair(cluster(d, end, i) >>> 3, cluster(d, end + 1, i) >>> 3));
    add(Hash.pair(cluster(d, first - 2, i) >>> 3, cluster(d, first - 1, i) >>> 3));
  }

  private void repeats(Document d, int i) {
    int others = d.repeats.others(i);
    bits(others, Repeats.Sign.values().length);
    add(Hash.pair(others, d.style[i].ordinal()));
  }

  /** One feature for each bit that is set, in a template of its own. */
  private void bits(int set, int bits) {
    for (int bit = 0; bit < bits; bit++) {
      if ((set >>> bit & 1) != 0) {
        add(1);
      } else {
        template++;
      }
    }
  }

  private void add(long value) {
    if (count == found.length) {
      found = Arrays.copyOf(found, count * 2);
    }
    found[count++] = Hash.pair(template++, value);
  }

  private static boolean inSentence(Document d, int k, int i) {
    return k >= d.sentenceStart[i] && k < d.sentenceEnd[i];
  }

  private static long lower(Document d, int k, int i) {
    return inSentence(d, k, i) ? d.lower[k] : k < i ? NOTHING_BEFORE : NOTHING_AFTER;
  }

  private static long cluster(Document d, int k, int i) {
    return inSentence(d, k, i) ? Lexicon.Entry.cluster(d.entry[k]) : -1;
  }

  private static long shape(Document d, int k, int i) {
    return inSentence(d, k, i) ? d.shape[k] : k < i ? NOTHING_BEFORE : NOTHING_AFTER;
  }

  private static long letterCase(Document d, int k, int i) {
    return inSentence(d, k, i) ? Lexicon.Entry.letterCase(d.entry[k]) : -1;
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
