package org.articlepipeline.enrich.metadata;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.articlepipeline.enrich.text.AnalysedText;
import org.articlepipeline.enrich.text.Sentence;
import org.articlepipeline.enrich.text.Sentence.Style;
import org.articlepipeline.enrich.text.Token;

/**
 * Collects runs of up to {@value #MAX_WORDS} words between words that are part of no phrase (as
 * RAKE does: S. Rose et al., "Automatic keyword extraction from individual documents", 2010), names
 * and punctuation. Without a tagger, endings tell what is hardly a noun phrase.
 */
final class PhraseCandidates {
  private static final int MAX_WORDS = 4;

  /** Bits for the number of a word in the key of a candidate; there are fewer words. */
  private static final int BITS = 15;

  /** Where in a phrase a word may stand; 0 is not looked up yet. */
  private static final byte BREAK = 1;

  private static final byte NOT_LAST = 2;
  private static final byte ANY = 3;

  /** In the singular, as content words are. */
  private static final Set<String> BREAKS =
      WordList.words("/phrase-breaks.txt").stream()
          .map(ContentWords::singular)
          .collect(Collectors.toUnmodifiableSet());

  private static final String[] NO_LAST = {
    "ly", "ous", "ful", "able", "ible", "less", "ing", "ish", "est", "ical", "ian", "ern", "ese"
  };

  private static final Set<String> BEFORE_NOUN =
      WordList.of(
          """
          a an the this these those his her its their our my your 's no some any every each of
          in for with on about from against between into without through""");

  private final AnalysedText body;
  private final ContentWords words;
  private final EntityTokens names;
  private final byte[] parts;
  private final Map<Long, PhraseCandidate> found = new LinkedHashMap<>();

  private PhraseCandidates(AnalysedText body, ContentWords words, EntityTokens names) {
    this.body = body;
    this.words = words;
    this.names = names;
    this.parts = new byte[words.distinct()];
  }

  /** In order of first appearance. */
  static Collection<PhraseCandidate> of(AnalysedText body, ContentWords words, EntityTokens names) {
    PhraseCandidates candidates = new PhraseCandidates(body, words, names);
    candidates.collect();
    candidates.nest();
    return candidates.found.values();
  }

  private void collect() {
    int[] run = new int[words.size()];
    for (int s = 0; s < body.sentences().size(); s++) {
      Sentence sentence = body.sentences().get(s);
      if (sentence.firstToken() >= words.size()) {
        return;
      }
      // Not headings, and not where every word has a capital: names can't be told from words there.
      if (sentence.style() == Style.PLAIN && SentenceEnds.isComplete(body, sentence)) {
        int length = 0;
        int end = Math.min(sentence.endToken(), words.size());
        for (int i = sentence.firstToken(); i < end; i++) {
          if (isHyphen(i) && length > 0) {
            continue;
          }
          if (isBreak(i)) {
            addAll(run, length, s);
            length = 0;
          } else {
            run[length++] = i;
          }
        }
        addAll(run, length, s);
      }
    }
  }

  /** All runs of words in a run that nothing breaks. */
  private void addAll(int[] run, int length, int sentence) {
    for (int from = 0; from < length; from++) {
      for (int to = from + 1; to <= Math.min(length, from + MAX_WORDS); to++) {
        if (mayEnd(run[to - 1])) {
          PhraseCandidate candidate = candidate(run, from, to, sentence);
          candidate.count++;
          if (from == 0 && to == length) {
            candidate.whole = true;
            candidate.noun |= isBeforeNoun(run[0] - 1);
          }
        }
      }
    }
  }

  private PhraseCandidate candidate(int[] run, int from, int to, int sentence) {
    int[] numbers = new int[to - from];
    for (int i = from; i < to; i++) {
      numbers[i - from] = words.at(run[i]);
    }
    return found.computeIfAbsent(
        key(numbers, 0, numbers.length),
        key -> new PhraseCandidate(numbers, run[from], run[to - 1] + 1, sentence));
  }

  private boolean isBeforeNoun(int i) {
    return i >= 0 && BEFORE_NOUN.contains(SpeechWords.fold(body.tokens().get(i)));
  }

  /** Tells each candidate of the longer ones that it is the beginning or end of. */
  private void nest() {
    for (PhraseCandidate longer : found.values()) {
      int length = longer.words.length;
      if (length > 1) {
        PhraseCandidate start = found.get(key(longer.words, 0, length - 1));
        PhraseCandidate end = found.get(key(longer.words, 1, length));
        if (start != null) {
          start.isIn(longer);
        }
        if (end != null && end != start) {
          end.isIn(longer);
        }
      }
    }
  }

  private static long key(int[] numbers, int from, int to) {
    long key = 0;
    for (int i = from; i < to; i++) {
      key = key << BITS | (numbers[i] + 1);
    }
    return key;
  }

  private boolean isBreak(int i) {
    int word = words.at(i);
    return word == ContentWords.NONE || names.at(i) != null || part(word) == BREAK;
  }

  private boolean mayEnd(int i) {
    return part(words.at(i)) == ANY;
  }

  /** Looked up once for each word: a text has far fewer than tokens. */
  private byte part(int word) {
    if (parts[word] == 0) {
      parts[word] = partOf(words.text(word));
    }
    return parts[word];
  }

  private static byte partOf(String word) {
    int length = word.length();
    if (BREAKS.contains(word)
        || SpeechWords.isVerb(word)
        || word.endsWith(".")
        || (length > 5 && word.endsWith("ly"))
        || (length > 5 && word.endsWith("ed") && !word.endsWith("eed"))) {
      return BREAK;
    }
    for (String ending : NO_LAST) {
      if (word.endsWith(ending)) {
        return NOT_LAST;
      }
    }
    return length > 2 ? ANY : NOT_LAST;
  }

  /** One that holds two words together. */
  private boolean isHyphen(int i) {
    Token token = body.tokens().get(i);
    return token.text().equals("-")
        && i > 0
        && body.tokens().get(i - 1).end() == token.start()
        && i + 1 < body.tokens().size()
        && body.tokens().get(i + 1).start() == token.end();
  }
}
