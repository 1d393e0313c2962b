package org.articlepipeline.enrich.tagger;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known of lower-cased words, by hash: the cluster of words that are used alike, how often
 * the word is written with a small letter, and what lists it stands in. One number for each word:
 * see {@link Entry}. Two words in four billion are taken for one another.
 */
final class Lexicon {
  /** The bits of an entry. */
  static final class Entry {
    /** 0 for words without; else the cluster's path in the tree of clusters, below a leading 1. */
    static final int CLUSTER_BITS = 13;

    /** 0 unseen; else 1 to 5 from never to always small, and 8 more when seen often. */
    static final int CASE_BITS = 4;

    static final int LIST_BITS = 15;

    private Entry() {}

    static int cluster(int entry) {
      return entry & ((1 << CLUSTER_BITS) - 1);
    }

    static int letterCase(int entry) {
      return (entry >>> CLUSTER_BITS) & ((1 << CASE_BITS) - 1);
    }

    static int lists(int entry) {
      return entry >>> (CLUSTER_BITS + CASE_BITS);
    }

    static int of(int cluster, int letterCase, int lists) {
      return cluster | letterCase << CLUSTER_BITS | lists << (CLUSTER_BITS + CASE_BITS);
    }
  }

  private final int[] keys;
  private final int[] entries;
  private final int[] table;

  private Lexicon(int[] keys, int[] entries) {
    this.keys = keys;
    this.entries = entries;
    this.table = new int[Integer.highestOneBit(Math.max(keys.length, 1)) * 4];
    for (int i = 0; i < keys.length; i++) {
      int slot = keys[i] & (table.length - 1);
      while (table[slot] != 0) {
        slot = (slot + 1) & (table.length - 1);
      }
      table[slot] = i + 1;
    }
  }

  /**
   * @param entries by {@link #key}
   */
  static Lexicon of(Map<Integer, Integer> entries) {
    TreeMap<Integer, Integer> sorted = new TreeMap<>(entries);
    return new Lexicon(
        sorted.keySet().stream().mapToInt(i -> i).toArray(),
        sorted.values().stream().mapToInt(i -> i).toArray());
  }

  static int key(long lowerCasedHash) {
    return (int) (lowerCasedHash >>> 32);
  }

  /** 0 for a word that is not known. */
  int entry(long lowerCasedHash) {
    int key = key(lowerCasedHash);
    int slot = key & (table.length - 1);
    while (table[slot] != 0) {
      int i = table[slot] - 1;
      if (keys[i] == key) {
        return entries[i];
      }
      slot = (slot + 1) & (table.length - 1);
    }
    return 0;
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(keys.length);
    int before = Integer.MIN_VALUE;
    for (int key : keys) {
      out.writeInt(key - before);
      before = key;
    }
    // Bytes of a kind together pack better.
    for (int shift = 0; shift < 32; shift += 8) {
      for (int entry : entries) {
        out.writeByte(entry >>> shift);
      }
    }
  }

  static Lexicon read(DataInput in) throws IOException {
    int[] keys = new int[TaggerModel.size(in)];
    int before = Integer.MIN_VALUE;
    for (int i = 0; i < keys.length; i++) {
      before += in.readInt();
      keys[i] = before;
    }
    int[] entries = new int[keys.length];
    for (int shift = 0; shift < 32; shift += 8) {
      for (int i = 0; i < keys.length; i++) {
        entries[i] |= in.readUnsignedByte() << shift;
      }
    }
    return new Lexicon(keys, entries);
  }
}
