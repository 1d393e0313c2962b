package org.articlepipeline.index.audit;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.LongConsumer;
import org.articlepipeline.index.document.Fingerprint;

/**
 * The newest record of each article, in 24 bytes: the log holds older ones, too, until it is
 * compacted. An open-addressing table that is at most two thirds full; while it grows there are an
 * old and a new one, so a million articles take 72 MiB at most, ten million 576.
 */
final class LogTable {
  /** Nothing that can be indexed has it: revisions start at 1. */
  private static final long UNREADABLE = 1;

  private static final long MAY_BE_ABSENT = Long.MIN_VALUE;
  private static final int FIRST_CAPACITY = 1 << 12;

  /** 0 where there is none; with {@link #MAY_BE_ABSENT} where the index needs no document. */
  private long[] versions = new long[FIRST_CAPACITY];

  private long[] uriHashes = new long[FIRST_CAPACITY];
  private int[] hashesA = new int[FIRST_CAPACITY];
  private int[] hashesB = new int[FIRST_CAPACITY];
  private int size;

  /** An article's record. An older version changes nothing, an equal one is replaced. */
  void put(Fingerprint fingerprint, long version, boolean mayBeAbsent) {
    int slot = slot(fingerprint.uriHash());
    if (version(slot) <= version) {
      set(
          slot,
          fingerprint.uriHash(),
          mayBeAbsent ? version | MAY_BE_ABSENT : version,
          (int) fingerprint.hashA(),
          (int) fingerprint.hashB());
    }
  }

  /** A record that can't be indexed: whatever the index holds of the article is right. */
  void putUnreadable(long uriHash) {
    int slot = slot(uriHash);
    if (versions[slot] == 0) {
      set(slot, uriHash, UNREADABLE, 0, 0);
    }
  }

  /** Articles that the log has a readable record of. */
  long articles() {
    return Arrays.stream(versions).filter(version -> version != 0 && version != UNREADABLE).count();
  }

  /** Of those that must be in the index. */
  BucketSums sums() {
    BucketSums sums = new BucketSums();
    for (int slot = 0; slot < versions.length; slot++) {
      if (versions[slot] > UNREADABLE) {
        sums.add(
            Fingerprint.bucket(uriHashes[slot]),
            1,
            Integer.toUnsignedLong(hashesA[slot]),
            Integer.toUnsignedLong(hashesB[slot]));
      }
    }
    return sums;
  }

  /** Whether this is exactly what the log says of the article. */
  boolean holds(long uriHash, long hashA, long hashB) {
    int slot = slot(uriHash);
    return versions[slot] != 0
        && version(slot) != UNREADABLE
        && hashesA[slot] == (int) hashA
        && hashesB[slot] == (int) hashB;
  }

  boolean unreadable(long uriHash) {
    return versions[slot(uriHash)] == UNREADABLE;
  }

  /**
   * Articles of these buckets that must be in the index.
   *
   * @param but not those in these slots
   */
  void required(BitSet buckets, BitSet but, LongConsumer each) {
    for (int slot = 0; slot < versions.length; slot++) {
      if (versions[slot] > UNREADABLE
          && !but.get(slot)
          && buckets.get(Fingerprint.bucket(uriHashes[slot]))) {
        each.accept(uriHashes[slot]);
      }
    }
  }

  private long version(int slot) {
    return versions[slot] & ~MAY_BE_ABSENT;
  }

  private void set(int slot, long uriHash, long version, int hashA, int hashB) {
    boolean taken = versions[slot] == 0;
    uriHashes[slot] = uriHash;
    versions[slot] = version;
    hashesA[slot] = hashA;
    hashesB[slot] = hashB;
    if (taken && ++size > versions.length / 3 * 2) {
      grow();
    }
  }

  /** Where it is, or where it belongs; until something is put. */
  int slot(long uriHash) {
    int mask = versions.length - 1;
    int slot = (int) uriHash & mask;
    while (versions[slot] != 0 && uriHashes[slot] != uriHash) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldVersions = versions;
    long[] oldUriHashes = uriHashes;
    int[] oldA = hashesA;
    int[] oldB = hashesB;
    int capacity = Math.multiplyExact(oldVersions.length, 2);
    versions = new long[capacity];
    uriHashes = new long[capacity];
    hashesA = new int[capacity];
    hashesB = new int[capacity];
    size = 0;
    for (int i = 0; i < oldVersions.length; i++) {
      if (oldVersions[i] != 0) {
        set(slot(oldUriHashes[i]), oldUriHashes[i], oldVersions[i], oldA[i], oldB[i]);
      }
    }
  }
}
