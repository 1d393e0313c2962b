package org.articlepipeline.index.audit;

/** An index can't be compared with the log now. */
public final class UnauditableException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private UnauditableException(String message) {
    super(message);
  }

  static UnauditableException withoutFingerprints(String index, long documents) {
    return new UnauditableException(
        "index %s has %,d documents without a fingerprint, so it was filled by an older version: rebuild it"
            .formatted(index, documents));
  }

  static UnauditableException behind(String index, long offsets) {
    return new UnauditableException(
        "index %s is %,d offsets behind the log; audit it when it has caught up (`./articles topics lag`)"
            .formatted(index, offsets));
  }
}
