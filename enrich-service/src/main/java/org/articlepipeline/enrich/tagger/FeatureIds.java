package org.articlepipeline.enrich.tagger;

import java.util.Arrays;

/** Numbers features by hash, in order of first appearance, and counts them. */
final class FeatureIds {
  private long[] hashes = new long[1 << 20];
  private int[] ids = new int[1 << 20];
  private int[] counts = new int[1 << 19];
  private int size;

  int size() {
    return size;
  }

  int count(int id) {
    return counts[id];
  }

  int add(long hash) {
    if (size * 2 >= hashes.length) {
      grow();
    }
    int slot = slot(hash);
    if (ids[slot] == 0) {
      hashes[slot] = hash;
      ids[slot] = ++size;
      if (size > counts.length) {
        counts = Arrays.copyOf(counts, counts.length * 2);
      }
    }
    int id = ids[slot] - 1;
    counts[id]++;
    return id;
  }

  /** The hash of each id. */
  long[] hashes() {
    long[] byId = new long[size];
    for (int slot = 0; slot < ids.length; slot++) {
      if (ids[slot] != 0) {
        byId[ids[slot] - 1] = hashes[slot];
      }
    }
    return byId;
  }

  private int slot(long hash) {
    int slot = (int) hash & (hashes.length - 1);
    while (ids[slot] != 0 && hashes[slot] != hash) {
      slot = (slot + 1) & (hashes.length - 1);
    }
    return slot;
  }

  private void grow() {
    long[] oldHashes = hashes;
    int[] oldIds = ids;
    hashes = new long[oldHashes.length * 2];
    ids = new int[oldIds.length * 2];
    for (int old = 0; old < oldIds.length; old++) {
      if (oldIds[old] != 0) {
        int slot = slot(oldHashes[old]);
        hashes[slot] = oldHashes[old];
        ids[slot] = oldIds[old];
      }
    }
  }
}
