package org.articlepipeline.enrich.knowledge;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.articlepipeline.enrich.text.Token;

/**
 * One state of the names of a knowledge base, by their words. A text is scanned in one pass: for
 * each token, one look-up tells how many tokens the names have that start with it; only those
 * lengths are looked up whole. Immutable.
 */
public final class NameIndex {
  /** Longer names are cut here: no article names anything in more words. */
  static final int MAX_TOKENS = 16;

  static final NameIndex EMPTY = new NameIndex(HashTrie.empty(), HashTrie.empty(), 0);

  private static final Comparator<KnownName> BY_URI =
      Comparator.comparing(name -> name.entity().uri());

  private final HashTrie<KnownName> names;

  /** Two words of one hash share an entry: that costs a look-up that finds nothing. */
  private final HashTrie<FirstWord> firstWords;

  private final int size;

  private NameIndex(HashTrie<KnownName> names, HashTrie<FirstWord> firstWords, int size) {
    this.names = names;
    this.firstWords = firstWords;
    this.size = size;
  }

  static String phrase(List<Token> tokens) {
    StringBuilder out = new StringBuilder();
    for (Token token : tokens.subList(0, Math.min(tokens.size(), MAX_TOKENS))) {
      out.append(out.isEmpty() ? "" : " ").append(token.text());
    }
    return out.toString();
  }

  /** A bit for each number of tokens that a name starting with the word of this hash may have. */
  int lengths(int firstWord) {
    FirstWord first = firstWords.any(firstWord);
    return first == null ? 0 : first.lengths();
  }

  /**
   * The names of this {@link NameHash} that are accepted, ordered by uri. Those of the starter set
   * give way to a newsroom's own entities.
   */
  List<KnownName> find(int hash, Predicate<KnownName> accept) {
    List<KnownName> found = new ArrayList<>(1);
    names.forEach(
        hash,
        name -> {
          if (accept.test(name)) {
            found.add(name);
          }
        });
    if (found.stream().anyMatch(name -> !name.entity().isStarter())) {
      found.removeIf(name -> name.entity().isStarter());
    } else {
      found.removeIf(name -> isReplaced(name.entity()));
    }
    // The same knowledge gives the same answer, in whatever order it came.
    found.sort(BY_URI);
    return found;
  }

  /** Whether the newsroom has an entity of its own of this starter entity's name and type. */
  private boolean isReplaced(KnownEntity starter) {
    byte[] phrase = starter.names().getFirst().phrase().getBytes(UTF_8);
    boolean[] replaced = {false};
    names.forEach(
        NameHash.of(new String(phrase, UTF_8)),
        name ->
            replaced[0] |=
                !name.entity().isStarter()
                    && name.entity().type() == starter.type()
                    && name.strong()
                    && name.isWritten(phrase));
    return replaced[0];
  }

  boolean has(int hash) {
    return names.any(hash) != null;
  }

  int size() {
    return size;
  }

  boolean isEmpty() {
    return names.isEmpty() && firstWords.isEmpty();
  }

  NameIndex with(KnownEntity entity) {
    HashTrie<KnownName> allNames = names;
    HashTrie<FirstWord> allWords = firstWords;
    List<KnownName> more = entity.names();
    for (KnownName name : more) {
      String phrase = name.phrase();
      int word = firstWord(phrase);
      FirstWord before = allWords.any(word);
      FirstWord after = (before == null ? FirstWord.NONE : before).with(length(phrase));
      allWords = (before == null ? allWords : allWords.without(word, before)).with(word, after);
      allNames = allNames.with(NameHash.of(phrase), name);
    }
    return new NameIndex(allNames, allWords, size + more.size());
  }

  /**
   * @param entity one that is in it
   */
  NameIndex without(KnownEntity entity) {
    HashTrie<KnownName> restNames = names;
    HashTrie<FirstWord> restWords = firstWords;
    List<KnownName> gone = entity.names();
    for (KnownName name : gone) {
      String phrase = name.phrase();
      restNames = restNames.without(NameHash.of(phrase), name);
      int word = firstWord(phrase);
      FirstWord before = restWords.any(word);
      if (before != null) {
        FirstWord after = before.without(length(phrase));
        restWords = restWords.without(word, before);
        restWords = after == null ? restWords : restWords.with(word, after);
      }
    }
    return new NameIndex(restNames, restWords, size - gone.size());
  }

  private static int firstWord(String phrase) {
    int space = phrase.indexOf(' ');
    String word = space < 0 ? phrase : phrase.substring(0, space);
    return NameHash.next(NameHash.NONE, NameHash.fold(word));
  }

  private static int length(String phrase) {
    return 1 + (int) phrase.chars().filter(c -> c == ' ').count();
  }
}
