package org.articlepipeline.enrich.tagger;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.articlepipeline.enrich.text.AnalysedText;
import org.articlepipeline.enrich.text.Sentence;
import org.articlepipeline.enrich.text.Token;
import org.articlepipeline.enrich.text.Tokenizer;

/** Collects what the trainer knows of words. */
final class LexiconBuilder {
  private static final int OFTEN = 20;
  private final Map<Integer, Word> words = new HashMap<>();

  private static final class Word {
    int cluster;
    int lists;
    int small;
    int capital;
  }

  /** The lists that ship: each line a kind, a colon and words. */
  LexiconBuilder ownLists() {
    try (InputStream in = LexiconBuilder.class.getResourceAsStream("word-lists.txt")) {
      String lists = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      lists.lines().filter(line -> !line.startsWith("#")).forEach(this::list);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void list(String line) {
    int colon = line.indexOf(':');
    WordList list = WordList.valueOf(line.substring(0, colon));
    for (String word : line.substring(colon + 1).strip().split(" ", -1)) {
      add(word, list);
    }
  }

  /** Adds a word or a name of several. */
  void add(String name, WordList list) {
    List<Token> tokens = Tokenizer.tokenize(name);
    if (!tokens.isEmpty() && tokens.size() <= Document.LONGEST_LISTED) {
      long hash = Hash.lowerCased(tokens.getFirst().text());
      for (Token token : tokens.subList(1, tokens.size())) {
        hash = Hash.pair(hash, Hash.lowerCased(token.text()));
      }
      word(hash).lists |= list.bit();
    }
  }

  /**
   * @param clusters path of each lower-cased word's cluster, below a leading 1
   */
  void clusters(Map<String, Integer> clusters) {
    clusters.forEach((word, cluster) -> word(Hash.lowerCased(word)).cluster = cluster);
  }

  /** Counts how words are written inside of sentences. */
  void count(AnalysedText text) {
    for (Sentence sentence : text.sentences()) {
      if (sentence.style() == Sentence.Style.PLAIN) {
        for (int i = sentence.firstToken() + 1; i < sentence.endToken(); i++) {
          Token token = text.tokens().get(i);
          if (token.isWord()) {
            Word word = word(Hash.lowerCased(token.text()));
            word.capital += Shape.hasUpperCase(token.text()) ? 1 : 0;
            word.small += Shape.hasUpperCase(token.text()) ? 0 : 1;
          }
        }
      }
    }
  }

  Lexicon build() {
    Map<Integer, Integer> entries = new TreeMap<>();
    words.forEach(
        (key, word) ->
            entries.put(key, Lexicon.Entry.of(word.cluster, letterCase(word), word.lists)));
    entries.values().removeIf(entry -> entry == 0);
    return Lexicon.of(entries);
  }

  private static int letterCase(Word word) {
    int all = word.small + word.capital;
    if (all < 2) {
      return 0;
    }
    double share = (double) word.small / all;
    int level = share == 0 ? 1 : share < 0.1 ? 2 : share < 0.5 ? 3 : share < 0.95 ? 4 : 5;
    return level + (all >= OFTEN ? 8 : 0);
  }

  private Word word(long hash) {
    return words.computeIfAbsent(Lexicon.key(hash), key -> new Word());
  }
}
