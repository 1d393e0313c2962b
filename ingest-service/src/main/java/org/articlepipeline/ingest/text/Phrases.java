package org.articlepipeline.ingest.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the phrases of tables at the start of a line, word by word, however many phrases there are.
 * In a phrase "#" is a number, "_" stands for one to four words, and at its end "…" for the rest of
 * a line that is no sentence, "…." for any rest.
 *
 * @param <T> what a phrase means
 */
public final class Phrases<T> {

  /**
   * A phrase that was found.
   *
   * @param words how many words of the line it takes, without its rest
   */
  public record Match<T>(T value, int words) {}

  private static final String ANY_WORDS = "_";
  private static final int MAX_ANY_WORDS = 4;

  private static final class Node<T> {
    public final Map<String, Node<T>> next = new HashMap<>();
    @Nullable public T whole;
    @Nullable public T open;
    @Nullable T openToSentences;
  }

  private final Node<T> root = new Node<>();

  public void add(String phrase, T value) {
    boolean toSentences = phrase.endsWith("\u2026.");
    boolean open = toSentences || phrase.endsWith("\u2026");
    Node<T> node = root;
    for (String word : words(phrase)) {
      node = node.next.computeIfAbsent(word, w -> new Node<>());
    }
    if (toSentences) {
      node.openToSentences = value;
    } else if (open) {
      node.open = value;
    } else {
      node.whole = value;
    }
  }

  /** What the line as a whole is; null when it is no phrase, or holds more than one. */
  @Nullable
  public T whole(LineWords line, boolean isSentence) {
    int size = withoutLastColon(line.words());
    return size == 0 ? null : whole(root, line.words(), 0, size, isSentence);
  }

  private static <T> @Nullable T whole(
      Node<T> node, List<String> words, int at, int size, boolean isSentence) {
    if (at == size) {
      return node.whole != null
          ? node.whole
          : node.open == null || isSentence ? node.openToSentences : node.open;
    }
    Node<T> next = node.next.get(words.get(at));
    T found = next == null ? null : whole(next, words, at + 1, size, isSentence);
    Node<T> skip = found == null ? node.next.get(ANY_WORDS) : null;
    for (int n = 1; skip != null && found == null && n <= MAX_ANY_WORDS && at + n <= size; n++) {
      found = whole(skip, words, at + n, size, isSentence);
    }
    if (found == null) {
      found = node.open == null || isSentence ? node.openToSentences : node.open;
    }
    return found;
  }

  /** The longest phrase that starts at a word; those with a rest are not looked at. */
  @Nullable
  public Match<T> longest(LineWords line, int from) {
    Match<T> longest = null;
    Node<T> node = root;
    for (int i = from; i < line.size(); i++) {
      node = node.next.get(line.words().get(i));
      if (node == null) {
        break;
      }
      if (node.whole != null) {
        longest = new Match<>(node.whole, i + 1 - from);
      }
    }
    return longest;
  }

  private static int withoutLastColon(List<String> words) {
    int size = words.size();
    return size > 0 && words.get(size - 1).equals(LineWords.COLON) ? size - 1 : size;
  }

  private static List<String> words(String phrase) {
    LineWords words = LineWords.of(phrase.replace('_', '\u00AA').replace('#', '0'));
    return words.words().stream().map(w -> w.equals("\u00AA") ? ANY_WORDS : w).toList();
  }
}
