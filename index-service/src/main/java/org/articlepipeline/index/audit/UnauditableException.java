package org.articlepipeline.index.audit;

/** An index can't be compared with the log. */
public final class UnauditableException extends RuntimeException {
  private static final long serialVersionUID = 1;

  UnauditableException(String index, long without) {
    super(
        "index %s has %,d documents without a fingerprint, so it was filled by an older version: rebuild it"
            .formatted(index, without));
  }
}
