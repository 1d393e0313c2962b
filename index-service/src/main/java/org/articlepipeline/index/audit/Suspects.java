package org.articlepipeline.index.audit;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.articlepipeline.index.document.Fingerprint;
import org.jspecify.annotations.Nullable;

/** Articles that did not agree, by the hash of their uri: so many, and no more. */
final class Suspects {
  private final int most;

  /** To the uri that the index has; null when only the log has it. */
  private final Map<Long, @Nullable String> suspects = new HashMap<>();

  private long beyond;

  Suspects(int most) {
    this.most = most;
  }

  void addMissing(long uriHash) {
    add(uriHash, null);
  }

  void addHeld(String uri) {
    add(Fingerprint.uriHash(uri), uri);
  }

  private void add(long uriHash, @Nullable String uri) {
    if (suspects.size() < most || suspects.containsKey(uriHash)) {
      suspects.put(uriHash, uri);
    } else {
      beyond++;
    }
  }

  Map<Long, @Nullable String> all() {
    return suspects;
  }

  boolean isEmpty() {
    return suspects.isEmpty();
  }

  /** How many were left out. */
  long beyond() {
    return beyond;
  }

  BitSet buckets() {
    BitSet buckets = new BitSet(Fingerprint.BUCKETS);
    if (beyond > 0) {
      buckets.set(0, Fingerprint.BUCKETS);
    } else {
      suspects.keySet().forEach(uriHash -> buckets.set(Fingerprint.bucket(uriHash)));
    }
    return buckets;
  }

  /** Those that are still suspicious. */
  Suspects stillIn(Suspects later) {
    if (beyond == 0 && later.beyond == 0) {
      later.suspects.keySet().retainAll(suspects.keySet());
    }
    return later;
  }
}
