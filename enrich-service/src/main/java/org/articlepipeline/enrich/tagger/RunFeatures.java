package org.articlepipeline.enrich.tagger;

/** What is seen of the run of capitals that a token stands in, and of what stands around it. */
final class RunFeatures {
  /** A run of capitals is looked at no further than this: it may be a whole text. */
  private static final int LONGEST_RUN = 10;

  /** How many words before and after the run of capitals say what it is about. */
  private static final int NEAR = 5;

  private final Observations seen;

  /** First token of the run, and one past its last. */
  private int first;

  private int end;

  RunFeatures(Observations seen) {
    this.seen = seen;
  }

  void find(Document d, int i) {
    findRun(d, i);
    run(d, i);
    nearby(d, i);
  }

  private void findRun(Document d, int i) {
    first = i;
    while (first > d.sentenceStart[i] && i - first < LONGEST_RUN && d.capital[first - 1]) {
      first--;
    }
    end = i + 1;
    while (end < d.sentenceEnd[i] && end - i < LONGEST_RUN && d.capital[end]) {
      end++;
    }
  }

  private void run(Document d, int i) {
    int length = Math.min(end - first, 5);
    int position = i == first ? 0 : i == end - 1 ? 1 : 2;
    long place = Hash.pair(length * 3L + position, d.style[i].ordinal());
    seen.add(place);
    seen.add(Hash.pair(place, d.shape[i]));
    seen.add(Hash.pair(position, d.lower(first, i)));
    seen.add(Hash.pair(position, d.lower(end - 1, i)));
    seen.add(Hash.pair(place, d.cluster(first, i) >>> 3));
    seen.add(Hash.pair(place, d.cluster(end - 1, i) >>> 3));
    seen.add(Hash.pair(Hash.pair(place, d.cluster(end - 1, i) >>> 6), d.cluster(first, i) >>> 6));
    seen.add(Hash.pair(place, d.lower(first - 1, i)));
    seen.add(Hash.pair(place, d.lower(end, i)));
    seen.add(Hash.pair(d.lower(first - 1, i), d.lower(end, i)));
    seen.add(Hash.pair(position, d.cluster(first - 1, i)));
    seen.add(Hash.pair(position, d.cluster(end, i)));
    seen.add(Hash.pair(Hash.pair(place, d.cluster(first - 1, i) >>> 6), d.cluster(end, i) >>> 6));
    int lists = 0;
    for (int k = first; k < end; k++) {
      lists |= d.lists(k);
    }
    seen.bits(lists, WordList.values().length);
    seen.add(Hash.pair(place, d.inSentence(first - 1, i) ? d.lists(first - 1) : 0));
    seen.add(Hash.pair(place, d.inSentence(end, i) ? d.lists(end) : 0));
    seen.add(Hash.pair(place, d.lists(first)));
    seen.add(Hash.pair(place, d.lists(end - 1)));
    // Over a link: University of Oxford.
    seen.add(Hash.pair(d.lower(end, i), d.lower(end + 1, i)));
    seen.add(Hash.pair(d.lower(first - 2, i), d.lower(first - 1, i)));
    seen.add(Hash.pair(d.cluster(end, i) >>> 3, d.cluster(end + 1, i) >>> 3));
    seen.add(Hash.pair(d.cluster(first - 2, i) >>> 3, d.cluster(first - 1, i) >>> 3));
  }

  /**
   * Clusters of the words around the run, wherever they stand there: what the sentence is about.
   */
  private void nearby(Document d, int i) {
    for (int k = 1; k <= NEAR; k++) {
      nearby(0, d.cluster(first - k, i));
      nearby(1, d.cluster(end - 1 + k, i));
    }
    seen.skip(2);
  }

  private void nearby(int side, long cluster) {
    if (cluster > 0) {
      seen.addAhead(side, cluster >>> 3);
    }
  }
}
