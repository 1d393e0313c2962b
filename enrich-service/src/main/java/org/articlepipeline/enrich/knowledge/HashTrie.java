package org.articlepipeline.enrich.knowledge;

import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Values by the hash of their key, several for a hash if need be: who asks compares the keys. It is
 * persistent: a change gives a new trie that shares all but the path to what changed, so that
 * readers keep a state of their own while a writer goes on, and nobody waits.
 *
 * <p>A branch takes three bits of the hash; leaves hold up to 32 values before they split. A value
 * costs about a dozen bytes; a change leaves some hundred as garbage.
 */
final class HashTrie<V> {
  private static final int BITS = 3;
  private static final int MASK = (1 << BITS) - 1;

  /** Beyond, only equal hashes share a leaf, and splitting would not part them. */
  private static final int MAX_SHIFT = 30;

  private static final int LEAF_SIZE = 32;

  private final @Nullable Node root;

  private HashTrie(@Nullable Node root) {
    this.root = root;
  }

  static <V> HashTrie<V> empty() {
    return new HashTrie<>(null);
  }

  boolean isEmpty() {
    return root == null;
  }

  HashTrie<V> with(int hash, V value) {
    return new HashTrie<>(
        root == null ? Leaf.NONE.with(hash, value, 0) : root.with(hash, value, 0));
  }

  /** Without the values of this hash that equal the given one. */
  HashTrie<V> without(int hash, V value) {
    return root == null ? this : new HashTrie<>(root.without(hash, value, 0));
  }

  /** Each value of this hash; their order depends on what was changed before. */
  @SuppressWarnings("unchecked")
  void forEach(int hash, Consumer<V> action) {
    Leaf leaf = leaf(hash);
    for (int i = 0; leaf != null && i < leaf.hashes.length; i++) {
      if (leaf.hashes[i] == hash) {
        action.accept((V) leaf.values[i]);
      }
    }
  }

  /** One value of this hash; null when there is none. */
  @SuppressWarnings("unchecked")
  @Nullable V any(int hash) {
    Leaf leaf = leaf(hash);
    for (int i = 0; leaf != null && i < leaf.hashes.length; i++) {
      if (leaf.hashes[i] == hash) {
        return (V) leaf.values[i];
      }
    }
    return null;
  }

  private @Nullable Leaf leaf(int hash) {
    Node node = root;
    for (int shift = 0; node instanceof Branch branch; shift += BITS) {
      node = branch.children[hash >>> shift & MASK];
    }
    return (Leaf) node;
  }

  private sealed interface Node permits Branch, Leaf {
    Node with(int hash, Object value, int shift);

    /** Null when nothing is left. */
    @Nullable Node without(int hash, Object value, int shift);
  }

  private static final class Branch implements Node {
    final @Nullable Node[] children;

    Branch(@Nullable Node[] children) {
      this.children = children;
    }

    @Override
    public Node with(int hash, Object value, int shift) {
      int i = hash >>> shift & MASK;
      Node child = children[i];
      Node changed = (child == null ? Leaf.NONE : child).with(hash, value, shift + BITS);
      return new Branch(replaced(i, changed));
    }

    @Override
    public @Nullable Node without(int hash, Object value, int shift) {
      int i = hash >>> shift & MASK;
      Node child = children[i];
      if (child == null) {
        return this;
      }
      @Nullable Node[] rest = replaced(i, child.without(hash, value, shift + BITS));
      return Arrays.stream(rest).allMatch(node -> node == null) ? null : new Branch(rest);
    }

    private @Nullable Node[] replaced(int i, @Nullable Node child) {
      @Nullable Node[] copy = children.clone();
      copy[i] = child;
      return copy;
    }
  }

  private static final class Leaf implements Node {
    static final Leaf NONE = new Leaf(new int[0], new Object[0]);

    final int[] hashes;
    final Object[] values;

    Leaf(int[] hashes, Object[] values) {
      this.hashes = hashes;
      this.values = values;
    }

    @Override
    public Node with(int hash, Object value, int shift) {
      if (hashes.length < LEAF_SIZE || shift > MAX_SHIFT) {
        int[] allHashes = Arrays.copyOf(hashes, hashes.length + 1);
        Object[] allValues = Arrays.copyOf(values, values.length + 1);
        allHashes[hashes.length] = hash;
        allValues[values.length] = value;
        return new Leaf(allHashes, allValues);
      }
      Node split = new Branch(new @Nullable Node[1 << BITS]);
      for (int i = 0; i < hashes.length; i++) {
        split = split.with(hashes[i], values[i], shift);
      }
      return split.with(hash, value, shift);
    }

    @Override
    public @Nullable Node without(int hash, Object value, int shift) {
      int[] restHashes = new int[hashes.length];
      Object[] restValues = new Object[values.length];
      int rest = 0;
      for (int i = 0; i < hashes.length; i++) {
        if (hashes[i] != hash || !values[i].equals(value)) {
          restHashes[rest] = hashes[i];
          restValues[rest++] = values[i];
        }
      }
      return rest == 0
          ? null
          : new Leaf(Arrays.copyOf(restHashes, rest), Arrays.copyOf(restValues, rest));
    }
  }
}
